"""Every kind of bad file has a clear message, exit code 2, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Guildmark
from tests.spreadsheets.workbooks import raw_xlsx, xlsx

MATRIX = "country,governance,policies,framework,activities\n"
MAP = (EXAMPLES / "map.csv").read_text("utf-8").partition("\n")[0] + "\n"


@pytest.mark.parametrize(
    ("command", "name", "data", "code", "row", "column"),
    [
        ("matrix", "m.csv", f"{MATRIX}Atlantis,,,,\n", "matrix.country.unknown", 2, "country"),
        ("matrix", "m.csv", f"{MATRIX}IT,fine,,,\n", "matrix.rating.unknown", 2, "governance"),
        (
            "matrix",
            "m.csv",
            "country,governance,policies,framework\nIT,,,\n",
            "spreadsheet.column.missing",
            1,
            "activities",
        ),
        ("matrix", "m.csv", f"Country,{MATRIX}IT,IT,,,,\n", "spreadsheet.column.doubled", 1, "country"),
        ("matrix", "m.csv", f"{MATRIX}IT,,,,\nItaly,,,,\n", "matrix.country.doubled", 3, "country"),
        ("matrix", "m.csv", f"{MATRIX}=1+1,,,,\n", "spreadsheet.cell.formula", 2, "country"),
        ("matrix", "m.csv", MATRIX, "spreadsheet.rows.none", None, None),
        ("matrix", "m.csv", "", "spreadsheet.file.empty", None, None),
        ("matrix", "m.xlsx", "not a workbook", "spreadsheet.file.ending", None, None),
        ("matrix", "m.txt", MATRIX, "spreadsheet.file.kind", None, None),
        ("map", "m.csv", f"{MAP}Alice,,{',' * 14}\n", "spreadsheet.cell.blank", 2, "group"),
        ("map", "m.csv", f"{MAP}Alice,,industry,5{',' * 13}\n", "map.answer.unknown", 2, "lifelong_learning"),
        ("map", "m.csv", f"{MAP}=A1,,industry{',' * 14}\n", "spreadsheet.cell.formula", 2, "name"),
        ("map", "m.csv", f"{MAP}A,,industry{',' * 14}\nA,,industry{',' * 14}\n", "map.stakeholder.doubled", 3, "name"),
    ],
)
def test_a_bad_spreadsheet(
    guildmark: Guildmark,
    tmp_path: Path,
    here: Callable[[], list[str]],
    command: str,
    name: str,
    data: str,
    code: str,
    row: int | None,
    column: str | None,
) -> None:
    (tmp_path / name).write_text(data, "utf-8")
    said = guildmark(command, name, "-o", "out.svg", "--json")
    assert said.codes == [code]
    (fault,) = said.json["errors"]
    assert (fault["file"], fault["row"], fault["column"]) == (name, row, column)
    assert here() == [name]
    told = guildmark(command, name, "-o", "out.svg")
    assert (told.code, told.out) == (2, "")
    assert name in told.err
    if row:
        assert f"row {row}" in told.err


def test_a_spreadsheet_of_more_than_50_megabytes_is_not_read(guildmark: Guildmark, tmp_path: Path) -> None:
    with (tmp_path / "large.csv").open("wb") as large:
        large.truncate(50_000_001)
    said = guildmark("matrix", "large.csv", "--json")
    assert said.codes == ["spreadsheet.file.too_large"]
    assert "50 MB" in said.json["errors"][0]["message"]


def test_the_limit_of_spreadsheets_is_settable(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_bytes(MATRIX.encode() + b"\n" * 1_000_000)
    assert guildmark("matrix", "m.csv", "--json", GUILDMARK_SPREADSHEET_MEGABYTES="1").codes == [
        "spreadsheet.file.too_large"
    ]


def test_an_entity_bomb_in_a_workbook_is_refused(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "m.xlsx").write_bytes(raw_xlsx("<row/>", '<!DOCTYPE w [<!ENTITY a "aaaaaaaa">]>'))
    assert guildmark("matrix", "m.xlsx", "--json").codes == ["spreadsheet.file.unreadable"]


def test_faults_of_a_workbook_name_the_sheet(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "m.xlsx").write_bytes(xlsx([MATRIX.strip().split(","), ["Atlantis"]], title="Ratings"))
    said = guildmark("matrix", "m.xlsx")
    assert "Ratings" in said.err
    assert guildmark("matrix", "m.xlsx", "--json").json["errors"][0]["sheet"] == "Ratings"


def test_several_faults_are_told_in_one_go(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(f"{MATRIX}Atlantis,,,,\nIT,fine,bad,,\n")
    said = guildmark("matrix", "m.csv")
    assert said.err.startswith("3 things are to be mended; nothing was written.")


@pytest.mark.parametrize("name", ["design.json", "design.yaml"])
@pytest.mark.parametrize("letter", ["\\uffff", "\\ufffe"])
def test_what_is_no_character_is_refused_with_its_place(
    guildmark: Guildmark, tmp_path: Path, name: str, letter: str
) -> None:
    (tmp_path / name).write_text(f'{{"title": {{"en": "Light{letter}"}}}}', "utf-8")
    said = guildmark("check", name, "--json")
    assert said.codes == ["json.text.no_character"]
    assert said.json["errors"][0]["path"] == "/title/en"
