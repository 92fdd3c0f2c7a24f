"""The JSON Schema of a design, for those who check designs with other software."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from guildmark.toolkit.design import Design, read_design, template
from tests.toolkit.design.shapes import designs
from tests.toolkit.design.sound import SOUND, design_with

VALIDATOR = Draft202012Validator(Design.model_json_schema())


def test_the_schema_is_one_and_accepts_the_example() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)
    assert list(VALIDATOR.iter_errors(template.example())) == []
    assert list(VALIDATOR.iter_errors(SOUND)) == []


@settings(max_examples=40)
@given(designs)
def test_a_design_that_we_read_is_one_that_the_schema_accepts(document: dict[str, Any]) -> None:
    assert not [finding for finding in read_design(document).findings if finding.severity == "error"]
    assert list(VALIDATOR.iter_errors(document)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"/title": 5},
        {"/workload/hours": "50"},
        {"/workload/ects": None},
        {"/workload/credits": 2},
        {"/level": {"eqf": 9}},
        {"/participation/mode": "on-line"},
        {"/supervision": "supervised"},
        {"/learning_outcomes/0": {"id": "lo1", "text": ""}},
        {"/grade": {"scale": "1-5"}},
    ],
)
def test_a_misshapen_element_is_refused_by_both(changes: dict[str, Any]) -> None:
    document = design_with(changes)
    assert list(VALIDATOR.iter_errors(document))
    assert [finding for finding in read_design(document).findings if finding.severity == "error"]
