"""Step 3: strategies, the coalition, and who could decide what."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from guildmark.toolkit.stakeholders import (
    Decision,
    Group,
    Hold,
    Leverage,
    Power,
    Scenario,
    Stakeholder,
    Understanding,
    ValueChain,
    coalition,
    key_influencers,
    leverage_gaps,
    stakeholder_map,
    strategy,
    strategy_for,
    who_decides,
)
from guildmark.words import LANGUAGES
from tests.cases import cases
from tests.toolkit.people import STAKEHOLDERS, people


@pytest.mark.parametrize("case", cases("strategies"))
def test_the_strategy_reads_as_in_the_case(case: dict[str, Any]) -> None:
    found = strategy(
        case["scenario"] and Scenario(case["scenario"]),
        Group(case["group"]),
        case["understanding"] and Understanding(case["understanding"]),
    )
    assert found.sentences("en") == case["sentences"]


def test_every_combination_has_a_strategy_of_its_own() -> None:
    told = [
        tuple(strategy(scenario, group, level).sentences("en"))
        for scenario in Scenario
        for group in Group
        for level in Understanding
    ]
    assert len(set(told)) == len(told) == 60


@given(STAKEHOLDERS)
def test_who_supports_is_asked_and_who_does_not_is_shown(register: tuple[Stakeholder, ...]) -> None:
    for one in stakeholder_map(register).stakeholders:
        asked = strategy_for(one).message.text("en").startswith("Ask")
        assert asked == (one.support.level is Power.HIGH)


@pytest.mark.parametrize("case", cases("coalition"))
def test_the_coalition_is_the_one_of_the_case(case: dict[str, Any]) -> None:
    placed = stakeholder_map(people(case["stakeholders"])).stakeholders
    found = coalition(placed)
    for part in ("core", "to_brief", "voices", "to_win"):
        assert [one.source.name for one in getattr(found, part)] == case[part], part
    assert list(found.groups_missing) == case["groups_missing"]
    assert found.finding.text("en") == case["finding"]
    assert [one.source.name for one in key_influencers(placed)] == case["key_influencers"]


@given(STAKEHOLDERS)
def test_nobody_stands_in_two_parts_of_the_coalition(register: tuple[Stakeholder, ...]) -> None:
    found = coalition(stakeholder_map(register).stakeholders)
    parts = [*found.core, *found.to_brief, *found.voices, *found.to_win]
    assert len({one.source.rows for one in parts}) == len(parts)


@pytest.mark.parametrize("case", cases("leverage"))
def test_who_could_decide_open_and_block_is_told_with_its_gaps(case: dict[str, Any]) -> None:
    placed = stakeholder_map(people(case["actors"])).stakeholders
    actors = [
        Leverage(one, {Decision(key): frozenset(map(Hold, holds)) for key, holds in actor["holds"].items()})
        for one, actor in zip(placed, case["actors"], strict=True)
    ]
    policy = who_decides(actors)[0]
    told = {hold: [one.source.name for one in getattr(policy, hold)] for hold in ("decide", "open", "block")}
    assert told == case["policy"]
    gaps = [[gap.rule, list(gap.rests_on), gap.sentence.text("en")] for gap in leverage_gaps(actors)]
    assert gaps == case["gaps"]


def test_words_of_leverage_are_said_in_every_language() -> None:
    for word in (*Decision, *ValueChain):
        assert all(word.label(language) for language in LANGUAGES)
