"""What a spreadsheet is once it is open: named rows of text, before any column has a meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from guildmark.errors import Place


class Trouble(Enum):
    """Why a cell has no text that could be read."""

    ERROR = "error"
    """The spreadsheet program shows an error there, such as #N/A."""
    UNCOMPUTED = "uncomputed"
    """A formula stands there whose result was never stored."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as text: numbers and dates in their plain form, nothing where the cell is empty."""

    text: str = ""
    trouble: Trouble | None = None

    def __bool__(self) -> bool:
        return bool(self.text.strip()) or self.trouble is not None


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Line:
    """One row with its number as the spreadsheet program shows it."""

    number: int
    cells: tuple[Cell, ...]

    def __bool__(self) -> bool:
        return any(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The sheet that is read: its first row, and the rows below that hold anything."""

    file: str
    sheet: str | None
    header: tuple[Cell, ...]
    lines: tuple[Line, ...]

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        """A place in this table, for a fault."""
        return Place(file=self.file, sheet=self.sheet, row=row, column=column)


def column_letters(index: int) -> str:
    """The name that the spreadsheet program gives to a column counted from 0: A, B, …, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
