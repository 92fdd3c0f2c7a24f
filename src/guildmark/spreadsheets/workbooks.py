"""Reading the first visible sheet of a workbook, after it was inspected."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.spreadsheets.inspection import inspect_workbook, unreadable
from guildmark.spreadsheets.limits import SpreadsheetLimits
from guildmark.spreadsheets.table import EMPTY, Cell, Line, Table, Trouble, column_letters
from guildmark.words import say


def read_workbook(data: bytes, filename: str, limits: SpreadsheetLimits) -> Table:
    """The first visible sheet of an .xlsx workbook as text; GuildmarkError where there is nothing to read."""
    inspected = inspect_workbook(data, filename, limits)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of parts that it leaves out, such as drop-downs: none of them is data.
            warnings.simplefilter("ignore")
            workbook = load_workbook(inspected.content, read_only=True, data_only=True, keep_links=False)
            sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
            if not sheets:
                raise GuildmarkError(_no_sheet(filename))
            sheet = sheets[0]
            if not isinstance(sheet, ReadOnlyWorksheet):
                raise GuildmarkError(unreadable(filename))
            part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
            lines = tuple(_lines(sheet, inspected.uncomputed.get(part, frozenset())))
            title = str(sheet.title)
            workbook.close()
    except GuildmarkError:
        raise
    except Exception as reason:
        # A malformed workbook ends in whatever exception openpyxl happens to meet.
        raise GuildmarkError(unreadable(filename)) from reason
    header = lines[0].cells if lines and lines[0].number == 1 else ()
    return Table(filename, title, header, tuple(line for line in lines if line.number > 1 and line))


def _lines(sheet: ReadOnlyWorksheet, uncomputed: frozenset[str]) -> Iterator[Line]:
    # A sheet may claim any size; only its cells say how large it is.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.rows, start=1):
        if row:
            yield Line(
                number,
                tuple(
                    Cell(trouble=Trouble.UNCOMPUTED)
                    if uncomputed and f"{column_letters(index)}{number}" in uncomputed
                    else _cell(cell.value, cell.data_type)
                    for index, cell in enumerate(row)
                ),
            )


def _cell(value: object, data_type: str) -> Cell:
    """A cell's value in the plain form in which a person would have typed it."""
    if value is None:
        return EMPTY
    if data_type == "e":
        return Cell(str(value), Trouble.ERROR)
    match value:
        case bool():
            return Cell("yes" if value else "no")
        case float() if value.is_integer() and abs(value) < 1e15:
            return Cell(str(int(value)))
        case datetime() if value.time() == time():
            return Cell(value.date().isoformat())
        case datetime() | date() | time():
            return Cell(value.isoformat())
        case _:
            return Cell(str(value).replace("\r\n", "\n").replace("\r", "\n"))


def _no_sheet(filename: str) -> Fault:
    return Fault(
        "spreadsheet.sheet.none",
        say("{file} has no visible sheet. Put the rows on a sheet and save the workbook again.", file=filename),
        Place(file=filename),
    )
