"""Templates are made of the columns that read them: drop-downs, guidance, and examples that are valid."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets import learners, matrix, stakeholders
from guildmark.spreadsheets.opening import open_table
from guildmark.spreadsheets.templates import WORKBOOK_KINDS, WorkbookKind, example_csv, template
from guildmark.toolkit.context import matrix as rate
from guildmark.toolkit.design import Design
from guildmark.toolkit.design.template import example as example_design
from guildmark.vocabulary import ratings
from guildmark.words import LANGUAGES
from tests.spreadsheets.workbooks import codes_of

GRADE = Design.model_validate({"grade": example_design()["grade"]}).grade
READERS = {
    "matrix": matrix.read_matrix,
    "map": stakeholders.read_stakeholders,
    "learners": lambda data, name: learners.read_learners(data, name, GRADE),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_the_example_is_read_without_a_fault(kind: WorkbookKind, language: str) -> None:
    assert READERS[kind](template(kind, example=True, language=language), f"{kind}.xlsx")


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_an_empty_template_lacks_nothing_but_rows(kind: WorkbookKind) -> None:
    with pytest.raises(GuildmarkError) as caught:
        READERS[kind](template(kind, example=False), f"{kind}.xlsx")
    assert codes_of(caught.value) == ["spreadsheet.rows.none"]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("matrix", [column.name for column in matrix.COLUMNS]),
        ("map", [column.name for column in stakeholders.COLUMNS]),
        ("learners", [column.name for column in learners.columns(None)]),
    ],
)
def test_the_columns_are_those_that_are_read(kind: WorkbookKind, names: list[str]) -> None:
    assert [cell.text for cell in open_table(template(kind, example=False), "t.xlsx").header] == names


def test_drop_downs_offer_the_words_of_the_language() -> None:
    book = load_workbook(io.BytesIO(template("matrix", example=False, language="de")))
    sheet = book.worksheets[0]
    offered = {str(one.sqref).split(":")[0][0]: one.formula1 for one in sheet.data_validations.dataValidation}
    assert sorted(offered) == ["A", "B", "C", "D", "E"]
    assert book["_lists"].sheet_state == "hidden"
    words = [rating.label("de") for rating in ratings.all_ratings()]
    assert [book["_lists"][f"B{row}"].value for row in (1, 2, 3)] == words


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_the_guidance_sheet_tells_of_every_column(kind: WorkbookKind) -> None:
    data = template(kind, example=False)
    guidance = load_workbook(io.BytesIO(data)).worksheets[1]
    told = {str(row[0].value): str(row[2].value) for row in guidance.iter_rows(max_col=4)}
    for cell in open_table(data, "t.xlsx").header:
        assert len(told[cell.text]) > 20


def test_a_workbook_of_results_says_the_finding_on_a_sheet_of_its_own() -> None:
    rows = matrix.read_matrix(example_csv("matrix"), "matrix.csv")
    book = load_workbook(io.BytesIO(matrix.write_matrix(rate(rows))))
    assert book.sheetnames == ["Matrix", "Findings", "_lists"]
    assert book["Findings"]["A1"].value == str(rate(rows).finding)
