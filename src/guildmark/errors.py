"""What a fault is: a stable code, a sentence for a person, where it is, and how to mend it.

The command line, the page and the API show the same fault (docs/errors.md lists every code).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from guildmark.words import Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault is: a cell of a spreadsheet, or a JSON Pointer (RFC 6901) into a document.

    `row` is counted as the spreadsheet program shows it: the header is row 1.
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with what somebody gave us.

    `code` is dotted and stable ("matrix.rating.unknown"), `sentence` says what is wrong and how to
    mend it, `found` is the offending value as text, `accepted` what would have been right.
    """

    code: str
    sentence: Sentence
    place: Place = field(default_factory=Place)
    found: str | None = None
    accepted: tuple[str, ...] = ()

    def as_json(self, language: str = "en") -> dict[str, object]:
        """The fault in the shape that `--json` and the API answer with (docs/cli.md, "Everywhere")."""
        return {
            "code": self.code,
            "message": self.sentence.text(language),
            "file": self.place.file,
            "sheet": self.place.sheet,
            "row": self.place.row,
            "column": self.place.column,
            "path": self.place.path,
            "found": self.found,
            "accepted": list(self.accepted),
        }


class GuildmarkError(Exception):
    """Something that could not be done; `faults` lists every reason, not just the first."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults: Sequence[Fault] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("; ".join(str(fault.sentence) for fault in self.faults))

    def __reduce__(self) -> tuple[type[GuildmarkError], tuple[Sequence[Fault]]]:
        # A process that helps another hands its faults over whole, not as the text that Exception keeps.
        return type(self), (self.faults,)
