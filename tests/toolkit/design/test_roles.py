"""Step 4.2: which stakeholders fit the six roles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from guildmark.toolkit.design.roles import candidates, fit, roles_json
from guildmark.toolkit.stakeholders import Stakeholder, place, stakeholder_map
from guildmark.vocabulary import roles
from tests.cases import cases
from tests.toolkit.people import STAKEHOLDERS, people, person


@pytest.mark.parametrize("case", cases("roles"))
def test_the_fit_is_the_one_of_the_case(case: dict[str, Any]) -> None:
    placed = place(person(case["stakeholder"], 2))
    for key, steps in case["fits"].items():
        found = fit(roles.get(key), placed)
        assert found is not None
        assert found.steps == steps, key
        levels = {"knowledge": found.knowledge, "influence": found.influence, "support": found.support}
        assert {axis: None if level is None else level.key for axis, level in levels.items()} == case["levels"]
        assert list(found.asks) == case.get("asks", [])
    for key in case.get("not_for", []):
        assert fit(roles.get(key), placed) is None, key


def test_ties_stand_in_the_order_of_the_register() -> None:
    register = people([{"name": "Zoe"}, {"name": "Ada"}, {"name": "Max", "knows": [4, 4, 1, 3]}])
    found = candidates(roles.get("core_planning"), stakeholder_map(register).stakeholders)
    assert [(one.stakeholder.source.name, one.steps) for one in found] == [("Max", 4), ("Zoe", 6), ("Ada", 6)]


@given(STAKEHOLDERS)
def test_everyone_of_a_suitable_group_is_a_candidate_best_fit_first(register: tuple[Stakeholder, ...]) -> None:
    placed = stakeholder_map(register).stakeholders
    for role in roles.all_roles():
        found = candidates(role, placed)
        assert sorted(one.stakeholder.source.rows for one in found) == [
            one.rows for one in register if one.group.value in role.groups
        ]
        assert [one.steps for one in found] == sorted(one.steps for one in found)
        assert all(0 <= one.steps <= 6 for one in found)
        assert all(bool(one.asks) == (None in (one.knowledge, one.influence, one.support)) for one in found)


@given(STAKEHOLDERS)
def test_the_json_names_all_six_roles(register: tuple[Stakeholder, ...]) -> None:
    assert list(roles_json(stakeholder_map(register).stakeholders)) == [role.key for role in roles.all_roles()]
