"""Opening a spreadsheet by what it is: a workbook or a CSV file, within the limits."""

from __future__ import annotations

from pathlib import PurePath

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.spreadsheets.csv_files import read_csv
from guildmark.spreadsheets.inspection import macros
from guildmark.spreadsheets.limits import DEFAULT_LIMITS, SpreadsheetLimits
from guildmark.spreadsheets.table import Table
from guildmark.spreadsheets.workbooks import read_workbook
from guildmark.words import say

ACCEPTED = (".xlsx", ".csv")
_WITH_MACROS = (".xlsm", ".xltm", ".xlam", ".xlsb")
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_table(data: bytes, filename: str, limits: SpreadsheetLimits = DEFAULT_LIMITS) -> Table:
    """The table in a .xlsx or .csv file; GuildmarkError that says what the file is instead."""
    ending = PurePath(filename).suffix.lower()
    if fault := _refusal(data, filename, ending, limits):
        raise GuildmarkError(fault)
    return read_workbook(data, filename, limits) if ending == ".xlsx" else read_csv(data, filename, limits)


def too_large(filename: str, limits: SpreadsheetLimits = DEFAULT_LIMITS) -> Fault:
    """The fault of a spreadsheet with more bytes than are read."""
    return Fault(
        "spreadsheet.file.too_large",
        say(
            "{file} is larger than {megabytes} MB, the most that is read. "
            "Split it, or leave out pictures and other sheets.",
            file=filename,
            megabytes=limits.file_bytes // 1_000_000,
        ),
        Place(file=filename),
    )


def _refusal(data: bytes, filename: str, ending: str, limits: SpreadsheetLimits) -> Fault | None:
    """Why the file cannot even be opened, seen from its ending and its first bytes."""
    place = Place(file=filename)
    if len(data) > limits.file_bytes:
        return too_large(filename, limits)
    if ending in _WITH_MACROS:
        return macros(filename)
    if ending not in ACCEPTED:
        return Fault(
            "spreadsheet.file.kind",
            say("{file} is not a spreadsheet that is read here. Save it as .xlsx or as CSV UTF-8.", file=filename),
            place,
            found=ending,
            accepted=ACCEPTED,
        )
    if not data.strip():
        return Fault(
            "spreadsheet.file.empty",
            say("{file} is empty. The first row names the columns, the rows below hold the data.", file=filename),
            place,
        )
    if data.startswith(_OLD_OFFICE):
        return Fault(
            "spreadsheet.file.old",
            say(
                "{file} is protected by a password or stored in the old .xls format. "
                "Open it in your spreadsheet program and save it as .xlsx without a password.",
                file=filename,
            ),
            place,
            accepted=ACCEPTED,
        )
    if (ending == ".csv") == data.startswith(_ZIP):
        return Fault(
            "spreadsheet.file.ending",
            say(
                "{file} has the ending {ending}, but its content is of another kind. "
                "Save it again as .xlsx or .csv in your spreadsheet program.",
                file=filename,
                ending=ending,
            ),
            place,
            found=ending,
            accepted=ACCEPTED,
        )
    return None
