"""Reading a country's answers: what is accepted, and every fault with its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.context import read_answers
from tests.cases import cases

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=8,
)
KEYS = ["edition", "country", "region", "answers", "bodies", "initiatives", "sources"]


def faults(document: object) -> list[tuple[str, str | None, str | None]]:
    with pytest.raises(GuildmarkError) as refused:
        read_answers(document, "italy.json")
    assert all(fault.place.file == "italy.json" for fault in refused.value.faults)
    return [(fault.code, fault.place.path, fault.found) for fault in refused.value.faults]


@pytest.mark.parametrize(
    "said", ["B", "b", "regional", "Regional", "Regionaal", "A livello regionale", "na regionální úrovni"]
)
def test_an_option_is_its_key_its_letter_or_its_text_in_any_language(said: str) -> None:
    assert read_answers({"country": "IT", "answers": {"s1.q1": said}}).given == {"s1.q1": "regional"}


@pytest.mark.parametrize(("said", "key"), [(True, "yes"), (False, "no"), ("Sì", "yes"), ("ne", "no"), ("A", "yes")])
def test_yes_and_no_are_said_in_many_ways(said: object, key: str) -> None:
    assert read_answers({"country": "IT", "answers": {"s2.q1": said}}).given == {"s2.q1": key}


def test_blank_and_null_are_no_answers() -> None:
    assert read_answers({"country": "IT", "answers": {"s1.q1": " ", "s2.q1": None, "s3.q2": ""}}).given == {}


def test_sectors_are_letters_keys_or_names_and_stand_once() -> None:
    found = read_answers({"country": "IT", "answers": {"s4.q2": ["E", "digital", "Tourism", "F"]}})
    assert found.given == {"s4.q2": ("creative_cultural", "digital", "tourism")}


def test_a_region_follows_after_a_slash_or_has_its_own_key() -> None:
    assert read_answers({"country": "IT/Basilicata"}).region == "Basilicata"
    assert read_answers({"country": "Italy", "region": "Basilicata"}).region == "Basilicata"


def test_texts_are_kept_as_written_in_several_languages() -> None:
    text = {"en": " Two  spaces ", "it": "Due"}
    assert read_answers({"country": "IT", "answers": {"s1.q2": text}}).given["s1.q2"] == text


def test_an_unknown_key_at_the_top_is_a_warning_with_the_nearest_name() -> None:
    found = read_answers({"country": "IT", "anwsers": {}})
    assert [(one.code, one.place.path, one.sentence.text("en")) for one in found.warnings] == [
        ("answers.key.unknown", "/anwsers", "The key “anwsers” is not read; did you mean “answers”?")
    ]


@pytest.mark.parametrize("case", cases("answers"))
def test_every_fault_is_named_at_once(case: dict[str, Any]) -> None:
    assert faults(case["document"]) == [tuple(fault) for fault in case["faults"]]


def test_an_unknown_question_offers_the_nearest_and_an_unknown_option_all() -> None:
    with pytest.raises(GuildmarkError) as refused:
        read_answers({"country": "IT", "answers": {"s1.q44": "x", "s1.q1": "x"}})
    question, option = refused.value.faults
    assert "s1.q4" in question.accepted
    assert option.accepted == ("national", "regional", "other")


@pytest.mark.parametrize("document", [[], "answers", 3, None, True])
def test_a_file_without_an_object_is_refused(document: object) -> None:
    assert [code for code, _, _ in faults(document)] == ["answers.shape"]


def test_a_value_ten_thousand_deep_is_refused_like_any_other() -> None:
    deep: list[object] = []
    for _ in range(10_000):
        deep = [deep]
    assert faults({"country": "IT", "answers": {"s1.q1": deep}, "region": deep, "edition": deep}) == [
        ("answers.edition.unknown", "/edition", "[…]"),
        ("answers.value.shape", "/region", "[…]"),
        ("answers.option.unknown", "/answers/s1.q1", "[…]"),
    ]


def test_answers_without_a_country_are_refused() -> None:
    assert faults({}) == [("answers.country.missing", "/country", None)]
    assert faults({"country": 39}) == [("answers.value.shape", "/country", "39")]


@given(st.dictionaries(st.sampled_from(KEYS), JSON))
def test_any_json_is_read_or_refused_with_faults(document: dict[str, Any]) -> None:
    faults: Sequence[Fault] = ()
    try:
        read_answers(document)
    except GuildmarkError as refused:
        faults = refused.faults or pytest.fail("refused without a fault")
    assert all(fault.sentence.text("cs") and fault.place.path is not None for fault in faults)


def test_every_code_has_its_line_in_the_docs() -> None:
    told = (Path(__file__).resolve().parents[3] / "docs" / "errors.md").read_text("utf-8")
    codes = "shape key.missing key.unknown value.shape value.unknown country.missing country.unknown edition.unknown"
    codes += " question.unknown option.unknown sector.unknown year.invalid"
    assert [code for code in codes.split() if f"`answers.{code}`" not in told] == []
