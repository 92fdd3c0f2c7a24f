"""Refusals as problem details (RFC 9457), with the types that the W3C's specifications name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from guildmark.credentials.verify import Check
from guildmark.errors import GuildmarkError

JsonObject = dict[str, Any]

_VCDM = "https://www.w3.org/TR/vc-data-model#"
_DATA_INTEGRITY = "https://w3id.org/security#"
_STATUS = "https://www.w3.org/ns/credentials/status-list#"

PARSING = f"{_VCDM}PARSING_ERROR"
MALFORMED = f"{_VCDM}MALFORMED_VALUE_ERROR"
GENERATION = f"{_DATA_INTEGRITY}PROOF_GENERATION_ERROR"
DATA_LOSS = f"{_DATA_INTEGRITY}DATA_LOSS_DETECTION_ERROR"

# VC Data Model 2.0, 7.3; VC Data Integrity 1.0, 4.8; Bitstring Status List 1.0, 3.5.
_OF_CHECK = {
    "parse": PARSING,
    "schema": MALFORMED,
    "context": DATA_LOSS,
    "proof": f"{_DATA_INTEGRITY}PROOF_VERIFICATION_ERROR",
    "issuer": f"{_VCDM}CRYPTOGRAPHIC_SECURITY_ERROR",
    "holder": f"{_VCDM}CRYPTOGRAPHIC_SECURITY_ERROR",
    "answer": f"{_DATA_INTEGRITY}INVALID_CHALLENGE_ERROR",
    "validity": f"{_VCDM}RANGE_ERROR",
    "status": f"{_STATUS}STATUS_VERIFICATION_ERROR",
    "resources": f"{_VCDM}CRYPTOGRAPHIC_SECURITY_ERROR",
}


class ProblemError(Exception):
    """A request that is refused: the answer's status, its problems, and what else stands in the answer."""

    def __init__(self, status: int, problems: list[JsonObject], **beside: Any) -> None:
        self.status, self.problems, self.beside = status, problems, beside

    def as_json(self) -> JsonObject:
        """The first problem at the top, and all of them."""
        return {**self.problems[0], "status": self.status, **self.beside, "problemDetails": self.problems}


def problem(kind: str, title: str, detail: str = "") -> JsonObject:
    """One problem; `kind` is its address."""
    return {"type": kind, "title": title, "detail": detail or title}


def refused(error: GuildmarkError, status: int = 400, kind: str = MALFORMED) -> ProblemError:
    """What the record engine refused."""
    return ProblemError(
        status, [problem(_kind(fault.code, kind), fault.code, str(fault.sentence)) for fault in error.faults]
    )


def not_verified(checks: Iterable[Check]) -> list[JsonObject]:
    """A problem for each check that did not pass and matters."""
    return [
        problem(_OF_CHECK[check.check], f"{check.check}: {check.result}", str(check.sentence))
        for check in checks
        if check.check in _OF_CHECK and check.result != "pass"
    ]


def _kind(code: str, kind: str) -> str:
    if code.startswith("linkeddata."):
        return DATA_LOSS
    return PARSING if code.startswith(("json.", "record.", "format.", "jwt.")) else kind
