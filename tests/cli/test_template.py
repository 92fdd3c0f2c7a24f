"""`guildmark template`: what it writes, the other commands read."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from guildmark.documents.schemas import schema_of
from tests.cli.conftest import EXAMPLES, ISSUE, Guildmark


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("kind", "reader"), [("matrix", "matrix"), ("map", "map")])
def test_an_example_workbook_is_read_by_its_command(
    guildmark: Guildmark, kind: str, reader: str, language: str
) -> None:
    assert guildmark("template", kind, "--example", "-o", "t.xlsx", "--language", language).code == 0
    assert guildmark(reader, "t.xlsx", "--json").json == guildmark(reader, EXAMPLES / f"{kind}.csv", "--json").json


def test_the_examples_together_can_be_issued(guildmark: Guildmark, issuing: Path) -> None:
    assert guildmark("template", "learners", "--example", "-o", "learners.xlsx").code == 0
    words = [word if word != "learners.csv" else "learners.xlsx" for word in ISSUE]
    assert len(guildmark(*words, "--json").json["issued"]) == 25


def test_the_example_issuer_has_no_id(guildmark: Guildmark, tmp_path: Path) -> None:
    guildmark("template", "issuer", "--example", "-o", "i.json")
    document = json.loads((tmp_path / "i.json").read_text("utf-8"))
    assert "id" not in document
    jsonschema.validate(document, schema_of("issuer"))


def test_the_example_design_has_all_16_elements(guildmark: Guildmark, tmp_path: Path) -> None:
    guildmark("template", "design", "--example", "-o", "d.json")
    jsonschema.validate(json.loads((tmp_path / "d.json").read_text("utf-8")), schema_of("design"))
    elements = guildmark("check", "d.json", "--json").json["elements"]
    assert len(elements["mandatory"]["present"]) + len(elements["optional"]["present"]) == 16


def test_an_ending_of_another_kind_is_refused(guildmark: Guildmark) -> None:
    assert guildmark("template", "matrix", "-o", "m.json", "--json").codes == ["output.ending"]
    assert guildmark("template", "design", "-o", "d.xlsx", "--json").codes == ["output.ending"]


def test_the_examples_of_the_repository_are_those_of_the_templates() -> None:
    package = Path(__file__).resolve().parents[2] / "src" / "guildmark"
    shipped = {
        "matrix.csv": "spreadsheets/examples/matrix.csv",
        "map.csv": "spreadsheets/examples/map.csv",
        "learners.csv": "spreadsheets/examples/learners.csv",
        "answers-it.json": "cli/examples/answers.json",
        "issuer.json": "cli/examples/issuer.json",
    }
    assert [
        name for name, path in shipped.items() if (EXAMPLES / name).read_bytes() != (package / path).read_bytes()
    ] == []
