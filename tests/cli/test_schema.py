"""`guildmark schema`: schemas that are schemas, and documents that keep to them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from guildmark.documents.schemas import KINDS, schema_of
from tests.cli.conftest import EXAMPLES, Guildmark

SHOWN = Path(__file__).resolve().parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_a_valid_one(guildmark: Guildmark, kind: str) -> None:
    schema = guildmark("schema", kind).json
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("kind", KINDS)
def test_the_documentation_shows_the_very_schema(kind: str) -> None:
    assert json.loads((SHOWN / f"{kind}.json").read_text("utf-8")) == schema_of(kind)


def test_the_matrix_keeps_to_its_schema(guildmark: Guildmark) -> None:
    jsonschema.validate(guildmark("matrix", EXAMPLES / "matrix.csv", "--json").json, schema_of("matrix"))


@pytest.mark.parametrize(
    "change",
    [{"title": None}, {"workload": {"hours": "many"}}, {"learning_outcomes": []}, {"participation": {"mode": "moon"}}],
)
def test_a_misshapen_design_does_not_keep_to_the_schema(change: dict[str, object]) -> None:
    design = json.loads((EXAMPLES / "design.json").read_text("utf-8"))
    jsonschema.validate(design, schema_of("design"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**design, **change}, schema_of("design"))


def test_an_unknown_kind_names_those_that_there_are(guildmark: Guildmark) -> None:
    said = guildmark("schema", "poster", "--json")
    assert said.codes == ["usage.choice"]
    assert said.json["errors"][0]["accepted"] == list(KINDS)
