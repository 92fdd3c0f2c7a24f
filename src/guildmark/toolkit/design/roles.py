"""Step 4.2: which stakeholders fit the six roles, by their place on the knowledge and power map (R43).

A proposal is never an assignment: it says how far somebody is from a role's profile, and what is
still to be asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import Any

from guildmark.toolkit.stakeholders.model import PlacedStakeholder, Power, PowerResult, Understanding
from guildmark.toolkit.stakeholders.unanswered import unanswered_influence, unanswered_knowledge, unanswered_support
from guildmark.vocabulary import roles
from guildmark.vocabulary.roles import Role

CLEAR_MAJORITY = Fraction(3, 4)
"""A majority below this share of all answers counts as medium (ruling R43)."""
STEPS_OF_UNKNOWN = 2
"""An unknown axis counts as two steps, and asks its questions (ruling R43)."""


class Standing(IntEnum):
    """A level on one axis of the profile; the difference of two is the number of steps between them."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2

    @property
    def key(self) -> str:
        """The level as a word of the files: "low", "medium", "high"."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fit:
    """How a stakeholder fits a role: 0 steps is a perfect fit.

    The three levels are those that were counted (an unclear majority shows as medium), None where
    unknown; `asks` are the questions to ask before one can know.
    """

    stakeholder: PlacedStakeholder
    role: Role
    knowledge: Standing | None
    influence: Standing | None
    support: Standing | None
    steps: int
    asks: tuple[str, ...]


def fit(role: Role, stakeholder: PlacedStakeholder) -> Fit | None:
    """The fit of one stakeholder to one role; None where the role's description names other groups (R43)."""
    if stakeholder.source.group.value not in role.groups:
        return None
    knowledge = _knowledge(stakeholder.understanding)
    influence, support = _power(stakeholder.influence), _power(stakeholder.support)
    asked = (
        (role.profile.knowledge, knowledge, unanswered_knowledge(stakeholder.source.knowledge)),
        (role.profile.influence, influence, unanswered_influence(stakeholder.source)),
        (role.profile.support, support, unanswered_support(stakeholder.source)),
    )
    return Fit(
        stakeholder=stakeholder,
        role=role,
        knowledge=knowledge,
        influence=influence,
        support=support,
        steps=sum(_steps(Standing[wanted.upper()], level) for wanted, level, _ in asked),
        asks=tuple(question for _, level, questions in asked if level is None for question in questions),
    )


def candidates(role: Role, stakeholders: Sequence[PlacedStakeholder]) -> tuple[Fit, ...]:
    """Everyone whose group suits a role, the best fit first, ties in the order of the register."""
    fits = [found for stakeholder in stakeholders if (found := fit(role, stakeholder))]
    return tuple(sorted(fits, key=lambda one: one.steps))


def proposed_roles(stakeholders: Sequence[PlacedStakeholder]) -> dict[Role, tuple[Fit, ...]]:
    """The candidates for each of the six roles, in the guide's order."""
    return {role: candidates(role, stakeholders) for role in roles.all_roles()}


def roles_json(stakeholders: Sequence[PlacedStakeholder]) -> dict[str, list[dict[str, Any]]]:
    """The `roles` of `guildmark map --json` (docs/cli.md), with the levels that were counted."""
    return {
        role.key: [_as_json(found) for found in found_fits] for role, found_fits in proposed_roles(stakeholders).items()
    }


def _as_json(found: Fit) -> dict[str, Any]:
    levels = {"knowledge": found.knowledge, "influence": found.influence, "support": found.support}
    return {
        "name": found.stakeholder.source.name,
        "organisation": found.stakeholder.source.organisation,
        "steps": found.steps,
        "levels": {axis: None if level is None else level.key for axis, level in levels.items()},
        "asks": list(found.asks),
    }


def _knowledge(level: Understanding | None) -> Standing | None:
    return None if level is None else Standing[level.name]


def _power(result: PowerResult) -> Standing | None:
    if result.level is None:
        return None
    majority = result.yes if result.level is Power.HIGH else result.answered - result.yes
    if result.level is Power.UNDECIDED or Fraction(majority, result.answered) < CLEAR_MAJORITY:
        return Standing.MEDIUM
    return Standing[result.level.name]


def _steps(wanted: Standing, level: Standing | None) -> int:
    return STEPS_OF_UNKNOWN if level is None else abs(wanted - level)
