"""Step 3.2: influence and support by majority, and the four scenarios."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.stakeholders import (
    Power,
    PowerAnswers,
    Scenario,
    influence,
    majority,
    majority_of_assessors,
    scenario,
    support,
)
from tests.cases import cases
from tests.toolkit.people import ANSWER

LEVEL = st.one_of(st.none(), st.sampled_from(Power))


def or_none(key: str | None) -> Power | None:
    return None if key is None else Power(key)


@pytest.mark.parametrize("case", cases("majority"))
def test_the_majority_of_one_assessor(case: dict[str, Any]) -> None:
    assert majority(case["answers"]) is or_none(case["majority"])


@pytest.mark.parametrize("case", cases("influence"))
def test_influence_over_all_assessors(case: dict[str, Any]) -> None:
    found = influence([PowerAnswers(influence=tuple(answers)) for answers in case["assessors"]])
    assert (found.level, found.yes, found.answered) == (or_none(case["level"]), case["yes"], case["answered"])


@pytest.mark.parametrize("case", cases("support"))
def test_support_over_all_assessors(case: dict[str, Any]) -> None:
    found = support([PowerAnswers(support=tuple(answers)) for answers in case["assessors"]])
    assert (found.level, found.yes, found.answered) == (or_none(case["level"]), case["yes"], case["answered"])


@pytest.mark.parametrize("case", cases("scenario"))
def test_the_scenario_has_the_guides_number(case: dict[str, Any]) -> None:
    assert scenario(or_none(case["influence"]), or_none(case["support"])) == case["scenario"]


@given(st.lists(ANSWER, min_size=4, max_size=5))
def test_yes_and_no_are_treated_alike(answers: list[bool | None]) -> None:
    mirror = {Power.HIGH: Power.LOW, Power.LOW: Power.HIGH, Power.UNDECIDED: Power.UNDECIDED, None: None}
    turned = [None if answer is None else not answer for answer in answers]
    assert majority(turned) is mirror[majority(answers)]


@given(st.lists(ANSWER, min_size=4, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_does_not_matter(answers: list[bool | None], random: Any) -> None:
    shuffled = list(answers)
    random.shuffle(shuffled)
    assert majority(shuffled) is majority(answers)


@given(st.lists(st.lists(ANSWER, min_size=5, max_size=5), max_size=5))
def test_shares_pool_every_answer_and_the_order_of_assessors_does_not_matter(
    assessors: list[list[bool | None]],
) -> None:
    found = majority_of_assessors(assessors)
    everything = [answer for answers in assessors for answer in answers if answer is not None]
    assert (found.yes, found.answered) == (everything.count(True), len(everything))
    assert found == majority_of_assessors(assessors[::-1])


@given(st.lists(ANSWER, min_size=5, max_size=5))
def test_one_assessor_decides_alone(answers: list[bool | None]) -> None:
    assert majority_of_assessors([answers]).level is majority(answers)


@given(LEVEL, LEVEL)
def test_a_scenario_needs_both_axes(first: Power | None, second: Power | None) -> None:
    clear = {Power.HIGH, Power.LOW}
    assert (scenario(first, second) is not None) == (first in clear and second in clear)


def test_no_share_without_an_answer() -> None:
    assert influence([]).share is None
    assert influence([PowerAnswers(influence=(True, False, None, None))]).share == 0.5
    assert Scenario(4) is Scenario.LOW_INFLUENCE_HIGH_SUPPORT
