"""The journal: what was issued, or was about to be, one entry a record; and the store that keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of one learner.

    `key` names design, issuer, format and learner together; `fingerprint` what the record says of the
    learner; both are SHA-256 in hexadecimal. `row` is the learner's row at the time; `ends` is when the record ends
    (RFC 3339), None where it does not, or where an older version of this software did not say; so it is with
    `status_list`, the address of the list in which the record has its place.
    """

    key: str
    fingerprint: str
    learner: str
    row: int | None
    record_id: str
    file: str
    ends: str | None = None
    status_list: str | None = None


class Store(Protocol):
    """Where records and the journal are kept.

    A store keeps two promises, so that a run may be killed at any moment: an entry is in the journal
    whole or not at all, and so is a record.
    """

    def entries(self) -> Iterable[Entry]:
        """The journal, oldest entry first."""
        ...

    def note(self, *entries: Entry) -> None:
        """Add entries to the journal. Comes before the records that they announce."""
        ...

    def holds(self, file: str) -> bool:
        """Whether the record of this name is there."""
        ...

    def keep(self, file: str, data: bytes) -> None:
        """Keep a record under this name, and in place of what has it."""
        ...
