"""Reading a UTF-8 CSV file: comma or semicolon, with or without a byte-order mark, quoted line ends."""

from __future__ import annotations

import csv
import io

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.spreadsheets.inspection import too_much
from guildmark.spreadsheets.limits import SpreadsheetLimits
from guildmark.spreadsheets.table import EMPTY, Cell, Line, Table
from guildmark.words import say

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FORMAT_MAXIMUM = 2**31 - 1
_COMPUTED = ("+", "-", "@")


def read_csv(data: bytes, filename: str, limits: SpreadsheetLimits) -> Table:
    """The rows of a CSV file as text; a row is what the spreadsheet program shows as one."""
    text = _decoded(data.removeprefix(_BYTE_ORDER_MARK), filename)
    csv.field_size_limit(_FORMAT_MAXIMUM)
    lines = _lines(text, _separator(text), filename, limits)
    header = lines[0].cells if lines else ()
    return Table(filename, None, header, tuple(line for line in lines[1:] if line))


def _decoded(data: bytes, filename: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as reason:
        raise GuildmarkError(_not_utf8(filename, data.count(b"\n", 0, reason.start) + 1)) from reason
    if "\0" in text:
        raise GuildmarkError(_not_utf8(filename, text.count("\n", 0, text.index("\0")) + 1))
    return text


def _not_utf8(filename: str, line: int) -> Fault:
    return Fault(
        "spreadsheet.file.encoding",
        say(
            "{file} is not UTF-8 text: the first character that cannot be read stands in line {line}. "
            "Save it as “CSV UTF-8”, or as .xlsx.",
            file=filename,
            line=line,
        ),
        Place(file=filename),
        accepted=("UTF-8",),
    )


def _separator(text: str) -> str:
    """The comma or the semicolon, whichever makes more columns of the first row; the comma where neither does."""
    columns = {separator: len(_first_row(text, separator)) for separator in ",;"}
    return ";" if columns[";"] > columns[","] else ","


def _first_row(text: str, separator: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error:
        return []


def _lines(text: str, separator: str, filename: str, limits: SpreadsheetLimits) -> list[Line]:
    lines: list[Line] = []
    cells = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, row in enumerate(reader, start=1):
            cells += len(row) + 1
            if cells > limits.cells:
                raise GuildmarkError(too_much(filename))
            lines.append(Line(number, tuple([Cell(_text(text)) if text else EMPTY for text in row])))
    except csv.Error as reason:
        raise GuildmarkError(_bad_quotes(filename, len(lines) + 1)) from reason
    return lines


def _text(text: str) -> str:
    """A cell's text without the apostrophe that keeps a spreadsheet program from computing it (docs/cli.md)."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text[1:] if text[0] == "'" and text.lstrip("'").startswith(_COMPUTED) else text


def _bad_quotes(filename: str, row: int) -> Fault:
    return Fault(
        "spreadsheet.file.quotes",
        say(
            "Row {row} of {file} has a quotation mark that is not closed, or text after a closing one. "
            "Write a quotation mark inside quoted text twice.",
            row=row,
            file=filename,
        ),
        Place(file=filename, row=row),
    )
