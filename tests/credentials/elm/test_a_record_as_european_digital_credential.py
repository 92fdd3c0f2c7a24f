"""What a European Digital Credential of ours says comes back, whatever the design."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import elm
from guildmark.credentials.elm import durations
from guildmark.credentials.record import Learner
from guildmark.errors import GuildmarkError
from tests.credentials import designs
from tests.credentials.elm import made

KEPT = (
    "title", "issuer_country", "awarding_body", "learning_outcomes", "workload", "level", "assessment",
    "participation", "prerequisites", "supervision", "stackability", "further_information", "additional_elements",
)  # fmt: skip


@pytest.mark.parametrize("key", KEPT)
def test_an_element_comes_back_as_the_design_says_it(key: str) -> None:
    assert elm.read(made.document())[key] == made.example_design()[key]


def test_the_learner_stands_in_it_in_clear_with_the_birth_date() -> None:
    assert elm.read(made.document())["learner_identification"] == {
        "name": "Dora Nováková",
        "id": "urn:uuid:00000000-0000-4000-8000-000000000002",
        "email": "dora@example.org",
        "identifier": "S-1",
        "birth_date": "1999-01-02",
        "hashed": [],
    }


def test_the_grade_comes_back_with_its_scale() -> None:
    assert elm.read(made.document())["grade"] == {"scale": {"min": 0, "max": 100, "pass": 60}, "value": 87}


def test_who_has_no_grade_has_passed() -> None:
    document = made.document(learner=Learner(name="Dora"))
    assert document["credentialSubject"]["hasClaim"]["provenBy"]["grade"]["noteLiteral"]["en"] == "Passed"
    assert "value" not in elm.read(document)["grade"]


def test_an_issuer_without_a_number_is_told_what_to_write() -> None:
    with pytest.raises(GuildmarkError) as raised:
        made.document(legal_id=None)
    assert [(fault.code, fault.place.path) for fault in raised.value.faults] == [("elm.legal_id.missing", "/legal_id")]


@given(designs.documents)
def test_no_design_gives_a_word_that_the_model_does_not_define(design: dict[str, object]) -> None:
    document = made.document(design, Learner(name="Dora"))
    assert elm.unknown_words(document) == ()
    elm.read(json.loads(json.dumps(document)))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(elm.terms.WORDS)), inner, max_size=4), max_leaves=20))  # fmt: skip  # noqa: E501 - any JSON of the model's words
def test_whatever_stands_there_is_read_without_an_accident(document: object) -> None:
    if isinstance(document, dict):
        elm.read(document)
        elm.unknown_words(document)


def test_a_word_of_another_model_is_named_with_its_place() -> None:
    document = made.document()
    document["credentialSubject"]["hasClaim"]["stamp"] = "x"
    document["credentialSubject"]["hasClaim"]["title"]["xx-YY"] = "any language"
    assert elm.unknown_words(document) == ("/credentialSubject/hasClaim/stamp",)


@given(st.integers(1, 100_000) | st.decimals("0.25", 10_000, places=2).map(float))
def test_hours_come_back_from_a_duration(hours: float) -> None:
    assert durations.hours_of(durations.of_hours(hours)) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("text", "hours"), [("PT37H30M", 37.5), ("P2DT12H", 60), ("P1Y", None), ("P", None), ("PT", None), ("60", None)]
)
def test_durations_of_others_are_counted_in_hours(text: str, hours: float | None) -> None:
    assert durations.hours_of(text) == hours
