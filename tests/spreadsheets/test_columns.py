"""Columns are found whatever their order and case, and every one that is wrong is named at once."""

from __future__ import annotations

import pytest

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.matrix import read_matrix
from tests.spreadsheets.workbooks import codes_of, faults_of, xlsx

HEAD = "country,governance,policies,framework,activities"


def test_columns_stand_in_any_order_and_case() -> None:
    data = b"Activities;FRAMEWORK; policies ;Governance;Country\ngreen;yellow;red;;IT\n"
    (italy,) = read_matrix(data, "matrix.csv")
    assert italy.country.code == "IT"
    assert [rating and rating.value for rating in italy.ratings.values()] == [
        None,
        "not_integrated",
        "developing",
        "established",
    ]


def test_a_column_that_begins_with_an_underscore_is_ignored() -> None:
    (italy,) = read_matrix(f"_mine,{HEAD}\n=1+1,IT,green,,,\n".encode(), "matrix.csv")
    assert italy.country.code == "IT"


def test_every_fault_of_header_and_cells_is_told_at_once_with_its_place() -> None:
    data = xlsx(
        [
            ["country", "goverance", "policies", "policies", "framework", "activities", "colour"],
            ["IT", "green", "purple", None, "=A1", "red", None],
            ["Atlantis", None, None, None, None, None, None],
        ],
        title="Ratings",
    )
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(data, "matrix.xlsx")
    told = [(fault.code, fault.place.row, fault.place.column) for fault in faults_of(caught.value)]
    assert told == [
        ("spreadsheet.column.unknown", 1, "goverance"),
        ("spreadsheet.column.doubled", 1, "policies"),
        ("spreadsheet.column.unknown", 1, "colour"),
        ("spreadsheet.column.missing", 1, "governance"),
        ("matrix.rating.unknown", 2, "policies"),
        ("spreadsheet.cell.uncomputed", 2, "framework"),
        ("matrix.country.unknown", 3, "country"),
    ]
    assert {fault.place.sheet for fault in faults_of(caught.value)} == {"Ratings"}
    assert {fault.place.file for fault in faults_of(caught.value)} == {"matrix.xlsx"}


def test_the_nearest_name_is_offered_for_an_unknown_column() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD},governence_note\nIT,,,,,x\n".encode(), "matrix.csv")
    (fault,) = faults_of(caught.value)
    assert fault.accepted == ("governance_note",)
    assert "governance_note" in str(fault.sentence)


def test_a_value_below_no_column_name_is_not_dropped() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}\nIT,green,,,,stray\n".encode(), "matrix.csv")
    (fault,) = faults_of(caught.value)
    assert (fault.code, fault.place.row, fault.place.column) == ("spreadsheet.cell.stray", 2, "F")


@pytest.mark.parametrize("above", ["Our matrix", "", ",,,,", "sep=;"])
def test_below_a_first_row_that_names_no_column_the_cells_are_not_told_one_by_one(above: str) -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{above}\n{HEAD}\nIT,green,,,\n".encode(), "matrix.csv")
    assert {fault.place.row for fault in faults_of(caught.value)} == {1}
    assert codes_of(caught.value).count("spreadsheet.column.missing") == 5


@pytest.mark.parametrize("rows", ["", "\n\n", "\n,,,,\n"])
def test_a_file_without_a_data_row_is_a_fault(rows: str) -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}{rows}".encode(), "matrix.csv")
    assert codes_of(caught.value) == ["spreadsheet.rows.none"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_cell_that_begins_like_a_formula_is_refused_where_words_are_expected(sign: str) -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}\nIT,{sign}green,,,\n".encode(), "matrix.csv")
    assert codes_of(caught.value) == ["spreadsheet.cell.formula"]


def test_prose_may_begin_with_a_dash_but_never_with_an_equals_sign() -> None:
    (italy,) = read_matrix(f"{HEAD},policies_note\nIT,,,,,- first pilots\n".encode(), "matrix.csv")
    assert list(italy.notes.values()) == ["- first pilots"]
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f'{HEAD},policies_note\nIT,,,,,"=HYPERLINK(""http://x"")"\n'.encode(), "matrix.csv")
    assert codes_of(caught.value) == ["spreadsheet.cell.formula"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("a\u0007b", "spreadsheet.cell.hidden"), ("x" * 32_768, "spreadsheet.cell.long")],
    ids=["a bell", "endless"],
)
def test_texts_that_no_column_takes_are_refused(text: str, code: str) -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD},policies_note\nIT,,,,,{text}\n".encode(), "matrix.csv")
    assert codes_of(caught.value) == [code]


def test_a_file_of_nothing_but_faults_is_not_read_to_its_end() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix(f"{HEAD}\nNowhere,,,,\n".encode() + b"IT,fine,,,\n" * 5_000, "matrix.csv")
    codes = codes_of(caught.value)
    assert len(codes) == 1_001
    assert codes[-1] == "spreadsheet.faults.more"


def test_a_header_of_nothing_but_unknown_columns_is_bounded_too() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_matrix((",".join(f"x{n}" for n in range(20_000)) + "\nIT\n").encode(), "matrix.csv")
    assert len(codes_of(caught.value)) == 1_001
