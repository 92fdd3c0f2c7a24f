"""A CSV file is read as the spreadsheet program shows it."""

from __future__ import annotations

import pytest

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.limits import SpreadsheetLimits
from guildmark.spreadsheets.opening import open_table
from tests.spreadsheets.workbooks import codes_of, faults_of


def cells(data: bytes, row: int) -> list[str]:
    table = open_table(data, "list.csv")
    return next([cell.text for cell in line.cells] for line in table.lines if line.number == row)


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_comma_and_semicolon_are_read_with_and_without_byte_order_mark(separator: str, mark: bytes) -> None:
    data = mark + separator.join(["name", "email"]).encode() + b"\n" + separator.join(["Dora", "d@x.org"]).encode()
    table = open_table(data, "list.csv")
    assert [cell.text for cell in table.header] == ["name", "email"]
    assert cells(data, 2) == ["Dora", "d@x.org"]


def test_a_comma_inside_a_semicolon_file_stays_text() -> None:
    assert cells(b"name;note\nDora;a, b, c\n", 2) == ["Dora", "a, b, c"]


def test_a_quoted_line_end_is_part_of_its_cell_and_the_next_row_keeps_its_number() -> None:
    data = b'name,note\r\nDora,"one\r\ntwo"\r\nBob,three\r\n'
    assert cells(data, 2) == ["Dora", "one\ntwo"]
    assert cells(data, 3) == ["Bob", "three"]


def test_blank_rows_count_as_the_spreadsheet_program_counts_them() -> None:
    assert [line.number for line in open_table(b"name\n\nDora\n,,\nBob\n", "list.csv").lines] == [3, 5]


def test_accented_letters_arrive_as_written() -> None:
    assert cells("name\nŠárka Žižková\n".encode(), 2) == ["Šárka Žižková"]


@pytest.mark.parametrize("data", ["name\nŠárka".encode("cp1250"), "name\nDora".encode("utf-16")])
def test_another_encoding_is_named_with_its_line(data: bytes) -> None:
    with pytest.raises(GuildmarkError) as caught:
        open_table(data, "list.csv")
    assert codes_of(caught.value) == ["spreadsheet.file.encoding"]
    assert "CSV UTF-8" in str(faults_of(caught.value)[0].sentence)


def test_an_open_quotation_mark_does_not_swallow_the_rest_silently() -> None:
    with pytest.raises(GuildmarkError) as caught:
        open_table(b'name\nDora\n"Bob\nEve\n', "list.csv")
    assert codes_of(caught.value) == ["spreadsheet.file.quotes"]
    assert faults_of(caught.value)[0].place.row == 3


def test_more_cells_than_are_read_are_refused_by_count() -> None:
    with pytest.raises(GuildmarkError) as caught:
        open_table(b"a,b\n" + b"1,2\n" * 10, "list.csv", SpreadsheetLimits(cells=20))
    assert codes_of(caught.value) == ["spreadsheet.file.too_much"]
