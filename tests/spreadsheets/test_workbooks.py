"""A workbook is read without trusting anything that it says about itself."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.limits import SpreadsheetLimits
from guildmark.spreadsheets.opening import open_table
from guildmark.spreadsheets.table import Trouble
from tests.spreadsheets.workbooks import codes_of, raw_xlsx, xlsx

ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>'


def test_numbers_dates_and_truth_become_what_a_person_would_have_typed() -> None:
    table = open_table(xlsx([["a"], [4], [4.0], [1.5], [datetime.date(1999, 12, 31)], [True], ["x"]]), "list.xlsx")
    assert [line.cells[0].text for line in table.lines] == ["4", "4", "1.5", "1999-12-31", "yes", "x"]


def test_rows_keep_the_numbers_of_the_sheet_and_the_sheet_its_name() -> None:
    table = open_table(xlsx([["name"], [None], ["Dora"]], title="People"), "list.xlsx")
    assert (table.sheet, [line.number for line in table.lines]) == ("People", [3])


def test_the_first_visible_sheet_is_read() -> None:
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("Shown")
    sheet.append(["name"])
    sheet.append(["Dora"])
    stream = io.BytesIO()
    book.save(stream)
    assert open_table(stream.getvalue(), "list.xlsx").sheet == "Shown"


def test_a_formula_counts_by_its_stored_result_and_without_one_is_named() -> None:
    cells = '<c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>1+1</f></c>'
    line = open_table(raw_xlsx(f'{ROW}<row r="2">{cells}</row>'), "list.xlsx").lines[0]
    assert line.cells[0].text == "2"
    assert line.cells[1].trouble is Trouble.UNCOMPUTED


def test_an_error_of_the_spreadsheet_program_is_not_read_as_text() -> None:
    line = open_table(raw_xlsx(f'{ROW}<row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>'), "list.xlsx").lines[0]
    assert line.cells[0].trouble is Trouble.ERROR


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(
            raw_xlsx(ROW, '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'),
            "spreadsheet.file.unreadable",
            id="an entity bomb",
        ),
        pytest.param(
            raw_xlsx(f'{ROW}<row r="99999999"><c r="A99999999"/></row>'),
            "spreadsheet.file.unreadable",
            id="a row beyond the last one",
        ),
        pytest.param(
            raw_xlsx(f'{ROW}<row r="2"><c r="ZZZ2"/></row>'),
            "spreadsheet.file.unreadable",
            id="a column beyond the last one",
        ),
        pytest.param(raw_xlsx("<row r='1'><c>"), "spreadsheet.file.unreadable", id="XML that does not close"),
        pytest.param(raw_xlsx("<a>" * 100 + "</a>" * 100), "spreadsheet.file.too_much", id="nested too deep"),
        pytest.param(
            raw_xlsx("".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(1, 200))),
            "spreadsheet.file.too_much",
            id="gaps that come to millions of cells",
        ),
    ],
)
def test_hostile_workbooks_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(GuildmarkError) as caught:
        open_table(data, "list.xlsx")
    assert codes_of(caught.value) == [code]


def test_a_zip_bomb_is_stopped_by_counting_what_comes_out() -> None:
    bomb = raw_xlsx(ROW, **{"xl/media/bomb.bin": b"\0" * 3_000_000})
    assert len(bomb) < 20_000
    with pytest.raises(GuildmarkError) as caught:
        open_table(bomb, "list.xlsx", SpreadsheetLimits(unpacked_bytes=1_000_000))
    assert codes_of(caught.value) == ["spreadsheet.file.too_much"]


def test_pictures_never_reach_the_parser() -> None:
    noise = {"xl/media/image1.png": b"\x89PNG no picture"}
    assert open_table(raw_xlsx(f'{ROW}<row r="2"><c r="A2"><v>1</v></c></row>', **noise), "list.xlsx").lines


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/activeX/activeX1.bin"])
def test_a_workbook_with_programs_is_refused(part: str) -> None:
    with pytest.raises(GuildmarkError) as caught:
        open_table(raw_xlsx(ROW, **{part: b"<program/>"}), "list.xlsx")
    assert codes_of(caught.value) == ["spreadsheet.file.macros"]


def test_a_workbook_that_says_it_has_macros_is_refused() -> None:
    with pytest.raises(GuildmarkError) as caught:
        open_table(raw_xlsx(ROW), "list.xlsm")
    assert codes_of(caught.value) == ["spreadsheet.file.macros"]


def test_a_part_that_stands_twice_is_refused() -> None:
    stream = io.BytesIO(raw_xlsx(ROW))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<other/>")
    with pytest.raises(GuildmarkError) as caught:
        open_table(stream.getvalue(), "list.xlsx")
    assert codes_of(caught.value) == ["spreadsheet.file.unreadable"]


@pytest.mark.parametrize("cut", [10, 200, 600, 1000])
def test_a_workbook_cut_short_is_refused(cut: int) -> None:
    whole = xlsx([["name"], ["Dora"]])
    with pytest.raises(GuildmarkError) as caught:
        open_table(whole[:-cut], "list.xlsx")
    assert codes_of(caught.value) == ["spreadsheet.file.unreadable"]
