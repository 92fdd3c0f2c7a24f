"""What verification answers: checks, each with a sentence, and the verdict that follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from guildmark.words import Sentence, say

Result = Literal["pass", "fail", "not_checked"]
Verdict = Literal["valid", "invalid", "undetermined"]

DECISIVE = ("proof", "issuer", "context")
"""The checks that must have passed before a record is called valid."""


NAMES: dict[str, Sentence] = {
    "parse": say("Readable", context="name of a check"),
    "schema": say("Structure", context="name of a check"),
    "context": say("Words", context="name of a check"),
    "proof": say("Signature", context="name of a check"),
    "issuer": say("Issuer", context="name of a check"),
    "validity": say("Validity", context="name of a check"),
    "status": say("Status", context="name of a check"),
    "resources": say("Related resources", context="name of a check"),
    "holder": say("Holder", context="name of a check"),
    "answer": say("Answer", context="name of a check"),
    "trust": say("Trust list", context="name of a check"),
}
"""What each check is called for a person."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its key, what came of it, and what was found, said for a person."""

    check: str
    result: Result
    sentence: Sentence

    @property
    def name(self) -> Sentence:
        """What the check is called for a person."""
        return NAMES[self.check]

    def as_json(self, language: str = "en") -> dict[str, str]:
        """The check in the shape of cli.md."""
        return {"check": self.check, "result": self.result, "detail": self.sentence.text(language)}


@dataclass(frozen=True, slots=True)
class Verification:
    """Everything that was found out about one document.

    `elements` is {"mandatory": {"present", "missing"}, "optional": {…}}: completeness against the
    European standard, which is reported and never a check. `record` holds the elements' values.
    """

    format: str
    checks: tuple[Check, ...]
    record: Mapping[str, Any] = field(default_factory=dict)
    elements: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """What follows from the checks.

        valid: none failed, and proof, issuer and context passed; undetermined: none failed, but one of
        these could not be checked.
        """
        if any(check.result == "fail" for check in self.checks):
            return "invalid"
        return "valid" if all(self.result(key) == "pass" for key in DECISIVE) else "undetermined"

    def result(self, key: str) -> Result:
        """What came of the check with this key."""
        return next((check.result for check in self.checks if check.check == key), "not_checked")

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """The verification in the shape that `guildmark verify --json` prints."""
        return {
            "verdict": self.verdict,
            "valid": self.verdict == "valid",
            "format": self.format,
            "checks": [check.as_json(language) for check in self.checks],
            "elements": {kind: dict(lists) for kind, lists in self.elements.items()},
            "record": dict(self.record),
        }
