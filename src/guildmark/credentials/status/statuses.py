"""What a record's status can be, and why: the eight values of the three bits that a record has in its list.

Open Badges allows one status entry a record (1EdTech's schema, `credentialStatus`), so revocation, suspension and
the reason stand in one entry, whose `statusMessage` tells every value (Bitstring Status List 1.0, 2.1). Reasons are
few and say nothing personal, since anybody with the record can read them; a free text stays with the issuer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from guildmark.words import Sentence, say

State = Literal["active", "revoked", "suspended"]
STATES: tuple[State, ...] = get_args(State)

PURPOSE = "revocation"
"""Verifiers that know one purpose know this one; a suspension, too, refuses a record until it is lifted."""

REPLACED = "replaced"
"""The reason of a record in whose place another one stands."""

ERROR = "error"
"""The reason of a record that was issued in error."""

SIZE = 3
"""Bits of one record in a list that we write (`statusSize`)."""


@dataclass(frozen=True, slots=True)
class Status:
    """One value of a record's bits: `code` in the list, `reason` its key (None without one).

    `message` stands in the record for developers and never changes; `sentence` is for a person.
    """

    code: int
    state: State
    reason: str | None
    message: str
    sentence: Sentence

    @property
    def key(self) -> str:
        """State and reason in one word: `revoked-error`."""
        return self.state if self.reason is None else f"{self.state}-{self.reason}"

    @property
    def may_be_renewed(self) -> bool:
        """Whether a record with this status may go on in another one: only what is in force."""
        return self.state == "active"

    @property
    def may_be_corrected(self) -> bool:
        """Whether another record may take the place of one with this status, and the list may name it.

        What was revoked because the record was wrong may be put right. An award that was withdrawn, or revoked for a
        reason that only the issuer knows, must not come back by the way; nor may a new record go round a suspension.
        """
        return self.state == "active" or self.reason in {ERROR, REPLACED}


ACTIVE = Status(0, "active", None, "active", say("The issuer has neither revoked nor suspended the record."))
STATUSES: tuple[Status, ...] = (
    ACTIVE,
    Status(1, "revoked", None, "revoked", say("The issuer has revoked the record.")),
    Status(
        2,
        "revoked",
        ERROR,
        "revoked: issued in error",
        say("The issuer has revoked the record: it was issued in error."),
    ),
    Status(
        3,
        "revoked",
        REPLACED,
        "revoked: replaced by another record",
        say("The issuer has revoked the record: another one replaces it. Ask the learner for that."),
    ),
    Status(
        4,
        "revoked",
        "withdrawn",
        "revoked: the award was withdrawn",
        say("The issuer has revoked the record: the award was withdrawn."),
    ),
    Status(5, "suspended", None, "suspended", say("The issuer has suspended the record; it may come back into force.")),
    Status(
        6,
        "suspended",
        "review",
        "suspended: under review",
        say("The issuer has suspended the record while the award is reviewed."),
    ),
    Status(
        7,
        "suspended",
        "requested",
        "suspended: at the learner's request",
        say("The issuer has suspended the record at the learner's request."),
    ),
)


def get(code: int) -> Status:
    """The status with this code; ValueError where there is none."""
    if not 0 <= code < len(STATUSES):
        raise ValueError(f"no status has the code {code}")
    return STATUSES[code]


def status_for(state: State, reason: str | None = None) -> Status:
    """The status of this state whose reason key is `reason`; any other text gives the state without a reason."""
    wanted = (reason or "").strip().lower() or None
    return next(
        (status for status in STATUSES if status.state == state and status.reason == wanted),
        next(status for status in STATUSES if status.state == state),
    )


def by_message(message: str) -> Status | None:
    """The status of ours with this `message`, so that a verifier can say it in the reader's language."""
    return next((status for status in STATUSES if status.message == message), None)
