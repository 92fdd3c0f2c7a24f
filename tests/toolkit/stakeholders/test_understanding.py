"""Step 3.1.2: the level of understanding and its shape."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.stakeholders import KnowledgeAnswers, Understanding, shape, understanding
from tests.cases import cases
from tests.toolkit.people import KNOWLEDGE, OPTION

LEVELS = list(Understanding)


def or_none(key: str | None) -> Understanding | None:
    return None if key is None else Understanding(key)


@pytest.mark.parametrize("case", cases("understanding"))
def test_the_level_is_the_one_of_the_case(case: dict[str, Any]) -> None:
    assert understanding(KnowledgeAnswers(**case["answers"])) is or_none(case["understanding"])


@pytest.mark.parametrize("case", cases("shape"))
def test_the_shape_marks_the_level(case: dict[str, Any]) -> None:
    assert shape(or_none(case["understanding"])) == case["shape"]


@given(KNOWLEDGE, OPTION)
def test_flexibility_never_counts(answers: KnowledgeAnswers, other: int | None) -> None:
    changed = KnowledgeAnswers(answers.lifelong_learning, answers.stacking, other, answers.heard_of)
    assert understanding(changed) is understanding(answers)


@given(KNOWLEDGE)
def test_it_is_unknown_exactly_where_an_answer_is_missing(answers: KnowledgeAnswers) -> None:
    missing = None in (answers.lifelong_learning, answers.stacking, answers.heard_of)
    assert (understanding(answers) is None) == missing


@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 3))
def test_nobody_is_high_without_knowing_micro_credentials_or_low_after_hearing_of_them(a: int, b: int, d: int) -> None:
    level = understanding(KnowledgeAnswers(a, b, None, d))
    assert level is not Understanding.HIGH or d == 3
    assert level is not Understanding.LOW or d == 1


@given(st.integers(1, 3), st.integers(1, 4), st.integers(1, 3))
def test_a_better_answer_never_lowers_the_level(a: int, b: int, d: int) -> None:
    before, after = (understanding(KnowledgeAnswers(one, b, None, d)) for one in (a, a + 1))
    assert before is not None
    assert after is not None
    assert LEVELS.index(before) <= LEVELS.index(after)


@pytest.mark.parametrize(
    "answers", [KnowledgeAnswers(5, 1, 1, 1), KnowledgeAnswers(1, 1, 0, 1), KnowledgeAnswers(1, 1, 1, 4)]
)
def test_a_number_that_is_no_option_is_refused(answers: KnowledgeAnswers) -> None:
    with pytest.raises(ValueError, match="options 1 to"):
        understanding(answers)
