"""Who stands where: the stakeholders sorted into the parts of the map, and the numbers that lead to their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from guildmark.toolkit.stakeholders.model import PlacedStakeholder, Power

Levels = tuple[Power, Power]


class Part(Enum):
    """A part of the map by influence and support: four scenarios, and the lines between them."""

    SCENARIO_1 = (Power.HIGH, Power.LOW)
    SCENARIO_2 = (Power.HIGH, Power.HIGH)
    SCENARIO_3 = (Power.LOW, Power.LOW)
    SCENARIO_4 = (Power.LOW, Power.HIGH)
    SUPPORT_OPEN_ABOVE = (Power.HIGH, Power.UNDECIDED)
    SUPPORT_OPEN_BELOW = (Power.LOW, Power.UNDECIDED)
    INFLUENCE_OPEN_LEFT = (Power.UNDECIDED, Power.LOW)
    INFLUENCE_OPEN_RIGHT = (Power.UNDECIDED, Power.HIGH)
    BOTH_OPEN = (Power.UNDECIDED, Power.UNDECIDED)

    @property
    def influence(self) -> Power:
        """High above the horizontal line, low below it, undecided on it."""
        return self.value[0]

    @property
    def support(self) -> Power:
        """High right of the vertical line, low left of it, undecided on it."""
        return self.value[1]


SCENARIOS = (Part.SCENARIO_1, Part.SCENARIO_2, Part.SCENARIO_3, Part.SCENARIO_4)
LINES = tuple(part for part in Part if part not in SCENARIOS)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A stakeholder with the number that stands beside the mark."""

    number: int
    stakeholder: PlacedStakeholder


@dataclass(frozen=True, slots=True)
class Sorted:
    """Everyone by part of the map; `beside` are those with too few answers on an axis (R40)."""

    parts: dict[Part, tuple[Numbered, ...]]
    beside: tuple[Numbered, ...]


def sort(stakeholders: Sequence[PlacedStakeholder]) -> Sorted:
    """The stakeholders numbered from 1 through the scenarios, the lines and those beside, in the given order."""
    groups: dict[Part | None, list[PlacedStakeholder]] = defaultdict(list)
    for stakeholder in stakeholders:
        groups[_part(stakeholder)].append(stakeholder)
    parts: dict[Part, tuple[Numbered, ...]] = {}
    next_number = 1
    for part in Part:
        parts[part] = tuple(Numbered(next_number + at, one) for at, one in enumerate(groups[part]))
        next_number += len(parts[part])
    return Sorted(parts, tuple(Numbered(next_number + at, one) for at, one in enumerate(groups[None])))


def _part(stakeholder: PlacedStakeholder) -> Part | None:
    influence, support = stakeholder.influence.level, stakeholder.support.level
    return None if influence is None or support is None else Part((influence, support))
