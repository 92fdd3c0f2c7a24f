"""What was read comes back exactly: the record that is signed later says what the authors said."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from guildmark.toolkit.design import check, read_design
from guildmark.toolkit.design.model import Design, GradeRange, Part
from guildmark.words import LANGUAGES
from tests.toolkit.design.shapes import designs, free
from tests.toolkit.design.sound import SOUND


@given(designs)
def test_a_design_comes_back_as_it_was_written(document: dict[str, Any]) -> None:
    reading = read_design(document)
    assert not [finding for finding in reading.findings if finding.severity == "error"]
    assert _text(reading.design.as_written()) == _text(document)


@given(designs)
def test_every_part_comes_back_as_it_was_written(document: dict[str, Any]) -> None:
    design = read_design(document).design
    for key, value in document.items():
        _same(getattr(design, key), value)


def test_the_value_from_which_one_has_passed_keeps_its_name() -> None:
    design = read_design({**SOUND, "grade": {"scale": {"min": 0, "max": 100.0, "pass": 60}}}).design
    assert design.grade is not None
    assert isinstance(design.grade.scale, GradeRange)
    assert design.grade.scale.as_written() == {"min": 0, "max": 100.0, "pass": 60}
    assert design.grade.as_written() == {"scale": {"min": 0, "max": 100.0, "pass": 60}}
    assert _text(design.as_written()["grade"]) == '{"scale": {"max": 100.0, "min": 0, "pass": 60}}'


def test_a_design_cannot_be_changed_after_it_was_read() -> None:
    design = read_design(SOUND).design
    with pytest.raises(ValidationError, match="frozen"):
        design.title = "Another"  # type: ignore[misc] - that is the test


@given(st.dictionaries(st.sampled_from(list(Design.model_fields)) | st.text(max_size=5), free, max_size=8))
def test_any_json_object_is_read_without_an_exception(document: dict[str, Any]) -> None:
    result = check(document)
    elements = result.elements.as_json()
    assert len(elements["mandatory"]["present"]) + len(elements["mandatory"]["missing"]) == 11
    assert len(elements["optional"]["present"]) + len(elements["optional"]["missing"]) == 5
    for finding in result.findings:
        assert finding.path.startswith("/")
        assert all(finding.as_json(language)["message"] for language in LANGUAGES)


@settings(max_examples=20)
@given(designs, st.data())
def test_a_value_of_any_other_kind_is_never_taken_for_a_right_one(
    document: dict[str, Any], data: st.DataObject
) -> None:
    spoilt = copy.deepcopy(document)
    key = data.draw(st.sampled_from(["title", "workload", "level", "assessment", "participation", "awarding_body"]))
    spoilt[key] = data.draw(st.sampled_from([5, True, 1.5]))
    result = check(spoilt)
    assert [f.rule for f in result.findings if f.path == f"/{key}"] == [f"element.{key}.invalid"]
    assert getattr(result.design, key) is None


def _same(value: Any, written: Any) -> None:
    if isinstance(value, Part):
        assert _text(value.as_written()) == _text(written)
        for name, field in type(value).model_fields.items():
            key = field.alias or name
            if key in written:
                _same(getattr(value, name), written[key])
    elif isinstance(value, list):
        for one, other in zip(value, written, strict=True):
            _same(one, other)
    else:
        assert _text(value) == _text(written)


def _text(value: Any) -> str:
    # As text, so that 1, 1.0 and true differ.
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
