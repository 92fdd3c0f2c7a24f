"""The learner: whom a record is about, as one row of a register says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Learner:
    """One row of the learners' file (docs/cli.md, `issue`), every text as written.

    `grade` is a word of the design's scale, or a number where the scale is a range. `language` says in
    which language to write to the learner; it is no part of the record. `row` is the row as the
    spreadsheet program counts it, None where the learner comes from elsewhere.
    """

    name: str | None = None
    email: str | None = None
    identifier: str | None = None
    birth_date: date | None = None
    grade: str | int | float | None = None
    evidence_url: str | None = None
    language: str | None = None
    row: int | None = None

    @property
    def key(self) -> str | None:
        """What tells learners apart: the identifier, else the e-mail address in lower case, else nothing."""
        if self.identifier:
            return self.identifier
        return self.email.lower() if self.email else None
