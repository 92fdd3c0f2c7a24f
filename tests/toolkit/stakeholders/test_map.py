"""Step 3, result: the map, its finding, its gaps and its JSON."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from guildmark.toolkit.stakeholders import Group, Stakeholder, map_json, stakeholder_map
from guildmark.toolkit.stakeholders.groups import members
from tests.cases import cases
from tests.toolkit.people import STAKEHOLDERS, people


@pytest.mark.parametrize("case", cases("stakeholder_map"))
def test_the_title_says_the_finding_with_a_number(case: dict[str, Any]) -> None:
    found = stakeholder_map(people(case["stakeholders"]))
    assert found.finding.text("en") == case["finding"]
    assert [one.scenario for one in found.stakeholders] == case["scenarios"]


@pytest.mark.parametrize("case", cases("gaps"))
def test_the_gaps_are_those_of_the_case(case: dict[str, Any]) -> None:
    found = stakeholder_map(people(case["stakeholders"])).gaps
    told = {gap.rule: [list(gap.rests_on), gap.sentence.text("en")] for gap in found}
    for rule, expected in case["gaps"].items():
        assert told.pop(rule) == expected
    assert [rule for rule in told if rule in case.get("none_of", [])] == []


@given(STAKEHOLDERS)
def test_everyone_stands_on_the_map_in_the_order_given(register: tuple[Stakeholder, ...]) -> None:
    found = stakeholder_map(register)
    assert tuple(one.source for one in found.stakeholders) == register
    assert found == stakeholder_map(register)


@given(STAKEHOLDERS)
def test_the_json_counts_everyone_once(register: tuple[Stakeholder, ...]) -> None:
    found = map_json(stakeholder_map(register))
    for counted in found["counts"].values():
        assert sum(counted.values()) == len(register)
    assert [one["name"] for one in found["stakeholders"]] == [one.name for one in register]


@given(STAKEHOLDERS)
def test_gaps_rest_on_rows_of_the_register(register: tuple[Stakeholder, ...]) -> None:
    rows = [row for one in register for row in one.rows]
    for gap in stakeholder_map(register).gaps:
        assert set(gap.rests_on) <= set(rows)
        assert gap.rests_on or not register
        assert "{" not in gap.sentence.text("en")


@given(STAKEHOLDERS)
def test_a_group_is_missing_exactly_where_nobody_belongs_to_it(register: tuple[Stakeholder, ...]) -> None:
    found = stakeholder_map(register)
    missing = [group for group in Group if not members(group, found.stakeholders)]
    assert [gap.rule for gap in found.gaps].count("gaps.group_missing") == len(missing)


def test_the_json_has_the_shape_of_the_contract() -> None:
    register = people(
        [{"name": "Ada", "group": "policy", "knows": [4, 4, 1, 3], "influence": "yyyn", "support": "ynnnn"}]
    )
    assert map_json(stakeholder_map(register))["stakeholders"] == [
        {
            "name": "Ada",
            "organisation": None,
            "group": "policy",
            "understanding": "high",
            "shape": "circle",
            "influence": "high",
            "support": "low",
            "scenario": 1,
        }
    ]
