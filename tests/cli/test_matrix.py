"""`guildmark matrix` says what the ratings come to, and draws them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Guildmark

MATRIX = EXAMPLES / "matrix.csv"
STARTS = {"svg": b"<", "png": b"\x89PNG", "pdf": b"%PDF", "xlsx": b"PK\x03\x04"}


def test_annex_1_comes_out_as_in_the_guide(guildmark: Guildmark) -> None:
    countries = guildmark("matrix", MATRIX, "--json").json["countries"]
    assert [(one["country"], one["readiness"]) for one in countries] == [
        ("AT", "advanced"),
        ("NL", "advanced"),
        ("IT", "developing"),
        ("CZ", "emerging"),
    ]
    assert countries[3]["ratings"] == {
        "governance": "established",
        "policies": "developing",
        "framework": "not_integrated",
        "activities": "established",
    }


def test_a_blank_makes_readiness_unknown_and_names_what_is_missing(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("country,governance,policies,framework,activities\nIT/Puglia,green,,red,\n")
    (italy,) = guildmark("matrix", "m.csv", "--json").json["countries"]
    assert (italy["region"], italy["readiness"], italy["missing"]) == ("Puglia", None, ["policies", "activities"])


def test_people_read_the_finding_first(guildmark: Guildmark) -> None:
    said = guildmark("matrix", MATRIX)
    assert said.code == 0
    first, *rest = said.out.splitlines()
    assert first.strip().endswith(".")
    assert any("Austria" in line and "Established" in line for line in rest)


@pytest.mark.parametrize("kind", STARTS)
def test_it_is_drawn_in_each_format(guildmark: Guildmark, tmp_path: Path, kind: str) -> None:
    assert guildmark("matrix", MATRIX, "-o", f"m.{kind}").code == 0
    assert (tmp_path / f"m.{kind}").read_bytes().startswith(STARTS[kind])


def test_the_workbook_it_writes_is_one_it_reads(guildmark: Guildmark) -> None:
    assert guildmark("matrix", MATRIX, "-o", "m.xlsx", "--language", "cs").code == 0
    again, before = guildmark("matrix", "m.xlsx", "--json"), guildmark("matrix", MATRIX, "--json")
    assert again.json["countries"] == before.json["countries"]


@pytest.mark.parametrize(
    ("output", "code"),
    [("m.gif", "output.ending"), ("m", "output.ending"), ("no/where/m.svg", "output.folder.missing")],
)
def test_an_output_that_cannot_be_is_refused_before_anything_is_read(
    guildmark: Guildmark, output: str, code: str, here: Callable[[], list[str]]
) -> None:
    assert guildmark("matrix", "not-even-read.csv", "-o", output, "--json").codes == [code]
    assert here() == []


def test_the_file_that_is_read_is_never_overwritten(guildmark: Guildmark, tmp_path: Path) -> None:
    guildmark("template", "matrix", "--example", "-o", "m.xlsx")
    before = (tmp_path / "m.xlsx").read_bytes()
    assert guildmark("matrix", "m.xlsx", "-o", "./m.xlsx", "--json").codes == ["output.is_source"]
    assert (tmp_path / "m.xlsx").read_bytes() == before


def test_a_folder_is_not_written_over(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "m.svg").mkdir()
    assert guildmark("matrix", MATRIX, "-o", "m.svg", "--json").codes == ["output.not_a_file"]
