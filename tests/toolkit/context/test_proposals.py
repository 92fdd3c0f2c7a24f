"""R32: ratings proposed from answers, and what they rest on."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.context import (
    Dimension,
    context_json,
    country_context,
    country_ratings,
    matrix,
    proposals,
    questionnaire,
    read_answers,
)
from guildmark.words import LANGUAGES
from tests.cases import cases

BODY = st.fixed_dictionaries(
    {
        "name": st.just("Agency"),
        "sector": st.sampled_from(["he", "vet", "other"]),
        "level": st.sampled_from(["national", "regional", "other"]),
    }
)
CHOICES = {
    question.key: st.sampled_from([option.key for option in question.options])
    for question in questionnaire().questions()
    if question.kind == "choice"
}
DOCUMENT = st.fixed_dictionaries(
    {
        "country": st.just("IT"),
        "answers": st.fixed_dictionaries({}, optional={**CHOICES, "s3.q2.year": st.integers(1990, 2030)}),
        "bodies": st.one_of(st.none(), st.lists(BODY, max_size=4)),
        "initiatives": st.lists(
            st.fixed_dictionaries({"title": st.just("Pilot"), "scope": st.sampled_from(["national", "regional"])}),
            max_size=2,
        ),
    }
)


@pytest.mark.parametrize("case", cases("proposals"))
def test_the_proposals_are_those_of_the_case(case: dict[str, Any]) -> None:
    found = context_json(country_context(read_answers(case["document"])))
    for key, expected in case["proposed"].items():
        dimension, _, part = key.partition("_")
        if key == "readiness":
            assert found["readiness"] == expected
        else:
            assert found["ratings"][dimension][part or "proposed"] == expected, key


@pytest.mark.parametrize("case", cases("options"))
def test_the_options_are_those_of_the_case(case: dict[str, Any]) -> None:
    assert context_json(country_context(read_answers(case["document"])))["options"] == case["options"]


@given(DOCUMENT)
def test_without_a_proposal_there_is_a_question_and_with_one_a_reason(document: dict[str, Any]) -> None:
    for proposal in proposals(read_answers(document)).values():
        assert bool(proposal.because) == (proposal.proposed is not None)
        assert proposal.open or proposal.proposed is not None
        assert all(questionnaire().find(key) for key in (*proposal.because, *proposal.open))


@given(DOCUMENT, st.sampled_from(sorted(CHOICES)), st.data())
def test_answering_an_open_question_never_takes_a_proposal_back(
    document: dict[str, Any], key: str, data: st.DataObject
) -> None:
    before = proposals(read_answers(document))
    if key in document["answers"]:
        return
    more = {**document, "answers": {**document["answers"], key: data.draw(CHOICES[key])}}
    after = proposals(read_answers(more))
    for dimension in Dimension:
        if before[dimension].proposed is not None:
            assert after[dimension].proposed is before[dimension].proposed


@given(DOCUMENT)
def test_every_sentence_is_said_in_every_language(document: dict[str, Any]) -> None:
    context = country_context(read_answers(document))
    for language in LANGUAGES:
        assert all(text and "{" not in text for text in context_json(context, language)["interpretation"])


def test_the_proposals_become_a_row_of_the_matrix_with_notes() -> None:
    documents = [case.values[0]["document"] for case in cases("proposals") if str(case.id).startswith("annex_1")]
    found = matrix([country_ratings(country_context(read_answers(document))) for document in documents])
    assert found.finding.text("en") == "Two countries are ready, two are on their way."
    assert found.rows[0].source.notes[Dimension.GOVERNANCE] == (
        "AQ Austria and ARQA-VET; learning outside formal education is recognised formally."
    )
