"""What judging a presentation answers: its own checks, what was found out about each credential, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from guildmark.credentials.verify.model import Check, Verdict, Verification


@dataclass(frozen=True, slots=True)
class Presented:
    """Everything that was found out about one presentation.

    `checks` are those of the presentation itself (schema, context, proof, holder, challenge, domain); `credentials`
    has a verification of each credential that is signed by itself.
    """

    checks: tuple[Check, ...]
    credentials: tuple[Verification, ...]

    @property
    def verdict(self) -> Verdict:
        """valid: every check passed, and every credential is valid; invalid: something failed."""
        verdicts = {credential.verdict for credential in self.credentials}
        results = {check.result for check in self.checks}
        if "fail" in results or "invalid" in verdicts:
            return "invalid"
        return "valid" if results <= {"pass"} and verdicts <= {"valid"} else "undetermined"
