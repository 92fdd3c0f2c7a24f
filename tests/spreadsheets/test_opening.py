"""What is no spreadsheet is said to be none, by its ending, its first bytes and its size."""

from __future__ import annotations

import pytest

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.limits import SpreadsheetLimits
from guildmark.spreadsheets.opening import open_table
from tests.spreadsheets.workbooks import codes_of, xlsx


@pytest.mark.parametrize(
    ("data", "filename", "code"),
    [
        (b"", "list.csv", "spreadsheet.file.empty"),
        (b"\n \n", "list.xlsx", "spreadsheet.file.empty"),
        (b"name\nDora", "list.ods", "spreadsheet.file.kind"),
        (b"name\nDora", "list", "spreadsheet.file.kind"),
        (b"name\nDora", "list.xlsx", "spreadsheet.file.ending"),
        (xlsx([["name"], ["Dora"]]), "list.csv", "spreadsheet.file.ending"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "list.xlsx", "spreadsheet.file.old"),
        (b"PK\x03\x04 and then nothing of a workbook", "list.xlsx", "spreadsheet.file.unreadable"),
    ],
)
def test_each_kind_of_wrong_file_has_its_own_fault(data: bytes, filename: str, code: str) -> None:
    with pytest.raises(GuildmarkError) as caught:
        open_table(data, filename)
    assert codes_of(caught.value) == [code]


def test_a_file_above_the_limit_is_refused_before_it_is_opened() -> None:
    with pytest.raises(GuildmarkError) as caught:
        open_table(b"x" * 101, "list.csv", SpreadsheetLimits(file_bytes=100))
    assert codes_of(caught.value) == ["spreadsheet.file.too_large"]


def test_the_ending_may_be_written_in_capitals() -> None:
    assert open_table(b"name\nDora", "LIST.CSV").lines[0].cells[0].text == "Dora"
