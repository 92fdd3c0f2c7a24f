"""`guildmark map` places everyone, and says what is missing, who fits which role, and what to do."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from guildmark.documents.schemas import schema_of
from tests.cli.conftest import EXAMPLES, Guildmark

MAP = EXAMPLES / "map.csv"
STARTS = {"svg": b"<", "png": b"\x89PNG", "pdf": b"%PDF", "xlsx": b"PK\x03\x04"}


def test_the_example_shows_every_scenario_group_shape_and_doubt(guildmark: Guildmark) -> None:
    document = guildmark("map", MAP, "--json").json
    assert len(document["stakeholders"]) == 51
    for counts in document["counts"].values():
        assert all(counts.values()), counts
    for axis in ("influence", "support"):
        assert {one[axis] for one in document["stakeholders"]} == {"high", "low", "undecided", None}
    assert {one["shape"] for one in document["stakeholders"]} == {"triangle", "square", "circle", None}


def test_the_document_keeps_to_its_schema(guildmark: Guildmark) -> None:
    jsonschema.validate(guildmark("map", MAP, "--json").json, schema_of("map"))


def test_stakeholders_stand_in_the_order_of_the_rows(guildmark: Guildmark) -> None:
    names = [one["name"] for one in guildmark("map", MAP, "--json").json["stakeholders"]]
    assert names[:2] == ["Ludmila Vrbová", "Radim Holan"]
    assert names[-1] == "Alžběta Kučová"


def test_roles_and_advice_rest_on_the_map(guildmark: Guildmark) -> None:
    document = guildmark("map", MAP, "--json").json
    assert len(document["roles"]) == 6
    assert document["roles"]["core_planning"][0]["steps"] == 0
    assert document["advice"]
    assert all(advice["rests_on"] for advice in document["advice"])


@pytest.mark.parametrize("kind", STARTS)
def test_it_is_drawn_in_each_format(guildmark: Guildmark, tmp_path: Path, kind: str) -> None:
    assert guildmark("map", MAP, "-o", f"map.{kind}", "--language", "de").code == 0
    assert (tmp_path / f"map.{kind}").read_bytes().startswith(STARTS[kind])


def test_the_workbook_it_writes_is_one_it_reads(guildmark: Guildmark) -> None:
    assert guildmark("map", MAP, "-o", "map.xlsx", "--language", "nl").code == 0
    assert guildmark("map", "map.xlsx", "--json").json == guildmark("map", MAP, "--json").json


def test_people_read_the_finding_first(guildmark: Guildmark) -> None:
    said = guildmark("map", MAP)
    assert said.out.splitlines()[0].strip().endswith(".")
    assert "Gaps" in said.out
    assert "What to do" in said.out


def test_a_picture_for_the_wall_names_nobody(guildmark: Guildmark, tmp_path: Path) -> None:
    named, wall = tmp_path / "named.svg", tmp_path / "wall.svg"
    assert guildmark("map", MAP, "-o", named).code == 0
    assert guildmark("map", MAP, "-o", wall, "--without-names").code == 0
    assert "Ludmila Vrbová" in named.read_text("utf-8")
    assert "Ludmila Vrbová" not in wall.read_text("utf-8")
    assert "Ministry of Arts" not in wall.read_text("utf-8")


def test_a_workbook_without_names_is_refused(guildmark: Guildmark, tmp_path: Path) -> None:
    done = guildmark("map", MAP, "-o", tmp_path / "map.xlsx", "--without-names", "--json")
    assert (done.code, done.json["errors"][0]["code"]) == (2, "map.names.workbook")
    assert not (tmp_path / "map.xlsx").exists()
