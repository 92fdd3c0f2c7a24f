"""From a table of text to rows of values: columns recognised, cells read, every fault collected."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from guildmark.errors import Fault, GuildmarkError
from guildmark.spreadsheets.columns import Column, Misread
from guildmark.spreadsheets.limits import DEFAULT_LIMITS, SpreadsheetLimits
from guildmark.spreadsheets.table import EMPTY, Cell, Line, Table, Trouble, column_letters
from guildmark.words import say

T = TypeVar("T")
_LONGEST_NAME = 100
_FORMULA_STARTS = "=+-@\t"


@dataclass(slots=True)
class Row:
    """One row of values. A cell that is blank or could not be read has none."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)

    def get(self, column: Column[T]) -> T | None:
        """The value in this column; None where it is blank."""
        value: T | None = self.values.get(column.name)
        return value


@dataclass(slots=True)
class Reading:
    """The rows that were read and the faults that were found; `finish` raises where there are any."""

    table: Table
    limits: SpreadsheetLimits
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong that nothing more is looked at."""
        return len(self.faults) >= self.limits.faults

    def refuse(self, fault: Fault) -> None:
        """Keeps a fault, as long as there are not too many."""
        if not self.is_full:
            self.faults.append(fault)

    def finish(self) -> None:
        """Raises one GuildmarkError with every fault, in the order of the rows."""
        if self.faults:
            more = [_and_more(self.table, self.limits)] if self.is_full else []
            raise GuildmarkError([*sorted(self.faults, key=lambda fault: fault.place.row or 0), *more])


def read_rows(table: Table, columns: Sequence[Column[Any]], limits: SpreadsheetLimits = DEFAULT_LIMITS) -> Reading:
    """Reads every row below the header. Faults of header and cells stand in the result together."""
    reading = Reading(table, limits)
    places = _recognise(reading, columns)
    if not table.lines:
        reading.refuse(
            Fault(
                "spreadsheet.rows.none",
                say("{file} has no row below the column names. Add at least one.", file=table.file),
                table.place(),
            )
        )
    read_columns = {index: column for index, column in places.items() if column}
    # Below a first row that names no column at all, every cell would be told to be without a name.
    for line in table.lines if read_columns else ():
        if reading.is_full:
            break
        if row := _read_line(line, places, read_columns, reading):
            reading.rows.append(row)
    return reading


def _and_more(table: Table, limits: SpreadsheetLimits) -> Fault:
    return Fault(
        "spreadsheet.faults.more",
        say("There are at least {count} things to mend; the rest of the file was not looked at.", count=limits.faults),
        table.place(),
    )


def _recognise(reading: Reading, columns: Sequence[Column[Any]]) -> dict[int, Column[Any] | None]:
    """Which column stands where in the file; None for one that is ignored."""
    table = reading.table
    known = {column.name: column for column in columns}
    places: dict[int, Column[Any] | None] = {}
    seen: dict[str, int] = {}
    for index, cell in enumerate(table.header):
        name = column_key(cell.text[:_LONGEST_NAME])
        if not name or reading.is_full:
            continue
        places[index] = None
        if name.startswith("_"):
            continue
        if name not in known:
            reading.refuse(_unknown_column(cell.text.strip()[:_LONGEST_NAME], name, known, table))
        elif name in seen:
            reading.refuse(_doubled_column(name, seen[name], index, table))
        else:
            places[index] = known[name]
            seen[name] = index
    for column in columns:
        if column.required and column.name not in seen:
            reading.refuse(_missing_column(column, table))
    return places


def column_key(name: str) -> str:
    """A column's name as it is compared: without case, with spaces and hyphens as underscores."""
    return "_".join(name.casefold().replace("-", " ").split())


def compared(text: str) -> str:
    """A name as it is compared with that of another row: without case, one way of writing ë."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _unknown_column(written: str, name: str, known: dict[str, Column[Any]], table: Table) -> Fault:
    nearest = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if nearest:
        sentence = say(
            "There is no column “{found}”. Did you mean “{nearest}”? A column whose name starts with _ is ignored.",
            found=written,
            nearest=nearest[0],
        )
    else:
        sentence = say(
            "There is no column “{found}”. Rename or remove it, or put _ before its name to have it ignored.",
            found=written,
        )
    return Fault(
        "spreadsheet.column.unknown",
        sentence,
        table.place(row=1, column=written),
        found=written,
        accepted=tuple(nearest) or tuple(known),
    )


def _doubled_column(name: str, first: int, second: int, table: Table) -> Fault:
    return Fault(
        "spreadsheet.column.doubled",
        say(
            "The column “{name}” stands twice, in {first} and in {second}. Keep one.",
            name=name,
            first=column_letters(first),
            second=column_letters(second),
        ),
        table.place(row=1, column=name),
        found=name,
    )


def _missing_column(column: Column[Any], table: Table) -> Fault:
    return Fault(
        "spreadsheet.column.missing",
        say("The column “{name}” is missing. Add it to the first row.", name=column.name),
        table.place(row=1, column=column.name),
        accepted=(column.name,),
    )


def _read_line(
    line: Line, places: dict[int, Column[Any] | None], read_columns: dict[int, Column[Any]], reading: Reading
) -> Row | None:
    table, row = reading.table, Row(line.number)
    stray = [index for index, cell in enumerate(line.cells) if index not in places and cell]
    for index in stray:
        reading.refuse(_stray_cell(line, index, table))
    cells = {index: line.cells[index] if index < len(line.cells) else EMPTY for index in read_columns}
    if not stray and not any(cells.values()):
        return None
    for index, column in read_columns.items():
        try:
            value = _read_cell(cells[index], column, reading.limits)
        except Misread as misread:
            reading.refuse(replace(misread.fault, place=column.found_in(line.number, table.place())))
        else:
            if value is not None:
                row.values[column.name] = value
    return row


def _stray_cell(line: Line, index: int, table: Table) -> Fault:
    letters = column_letters(index)
    return Fault(
        "spreadsheet.cell.stray",
        say(
            "Row {row} has a value in column {column}, which has no name in the first row. "
            "Name the column, or empty the cell; in CSV, put quotation marks around a text that holds the separator.",
            row=line.number,
            column=letters,
        ),
        table.place(row=line.number, column=letters),
        found=line.cells[index].text[:80],
    )


def _read_cell(cell: Cell, column: Column[T], limits: SpreadsheetLimits) -> T | None:
    if cell.trouble is Trouble.ERROR:
        raise Misread(
            Fault(
                "spreadsheet.cell.error",
                say("The spreadsheet program shows the error {found} here. Write the value itself.", found=cell.text),
                found=cell.text,
            )
        )
    if cell.trouble is Trouble.UNCOMPUTED:
        raise Misread(
            Fault(
                "spreadsheet.cell.uncomputed",
                say("A formula stands here without its result. Write the value itself, or save the file again."),
            )
        )
    text = cell.text.strip()
    if not text:
        if column.needed:
            raise Misread(
                Fault("spreadsheet.cell.blank", say("“{column}” is blank. Every row needs it.", column=column.name))
            )
        return None
    refuse_unreadable(text, column, limits)
    return column.kind.read(text)


def refuse_unreadable(text: str, column: Column[Any], limits: SpreadsheetLimits = DEFAULT_LIMITS) -> None:
    """Misread for what no cell of this column takes: formulas, endless texts, characters that nobody sees.

    Forms ask it too, so that whatever is typed can be read again from a file.
    """
    if text.startswith("=") or (text[0] in _FORMULA_STARTS and not column.kind.is_prose):
        raise Misread(
            Fault(
                "spreadsheet.cell.formula",
                say(
                    "“{found}” begins like a formula, which would be computed wherever the file is opened. "
                    "Write the value itself, without {sign} at the beginning.",
                    found=text[:80],
                    sign=text[0],
                ),
                found=text[:80],
            )
        )
    if len(text) > limits.cell_characters:
        raise Misread(
            Fault(
                "spreadsheet.cell.long",
                say("The text has more than {count} characters. Shorten it.", count=limits.cell_characters),
                found=f"{text[:80]}…",
            )
        )
    # Most texts are of printable characters alone, none of which is hidden: then none is looked at by itself.
    if not text.isprintable() and (hidden := next((letter for letter in text if is_hidden(letter)), None)):
        raise Misread(
            Fault(
                "spreadsheet.cell.hidden",
                say(
                    "The text holds a control character that nobody sees (U+{code}). Type it anew.",
                    code=f"{ord(hidden):04X}",
                ),
                found=text[:80].encode("unicode_escape").decode("ascii"),
            )
        )


def is_hidden(letter: str) -> bool:
    """Whether a character is a control, or none at all, so that no workbook can hold it."""
    return letter not in "\n\t" and (unicodedata.category(letter) in ("Cc", "Cs") or ord(letter) & 0xFFFE == 0xFFFE)
