"""Step 3, result: the knowledge and power map, with everyone placed and its finding as a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from guildmark.toolkit.stakeholders.gaps import gaps
from guildmark.toolkit.stakeholders.influence import influence
from guildmark.toolkit.stakeholders.model import PlacedStakeholder, Scenario, Stakeholder, StakeholderMap
from guildmark.toolkit.stakeholders.scenario import scenario
from guildmark.toolkit.stakeholders.shape import shape
from guildmark.toolkit.stakeholders.support import support
from guildmark.toolkit.stakeholders.understanding import understanding
from guildmark.words import Sentence, say, say_count


def place(stakeholder: Stakeholder) -> PlacedStakeholder:
    """One stakeholder with all that the rules of Step 3 make of the answers."""
    level = understanding(stakeholder.knowledge)
    influenced, supporting = influence(stakeholder.power), support(stakeholder.power)
    return PlacedStakeholder(
        source=stakeholder,
        understanding=level,
        shape=shape(level),
        influence=influenced,
        support=supporting,
        scenario=scenario(influenced.level, supporting.level),
    )


def stakeholder_map(stakeholders: Sequence[Stakeholder]) -> StakeholderMap:
    """The knowledge and power map (R41): everyone placed in the order given, the finding, the gaps."""
    placed = tuple(place(stakeholder) for stakeholder in stakeholders)
    return StakeholderMap(stakeholders=placed, finding=finding(placed), gaps=gaps(placed))


# Of two scenarios with equally many people, the title names the one that asks for action first.
_URGENCY = (
    Scenario.HIGH_INFLUENCE_LOW_SUPPORT,
    Scenario.LOW_INFLUENCE_HIGH_SUPPORT,
    Scenario.LOW_INFLUENCE_LOW_SUPPORT,
    Scenario.HIGH_INFLUENCE_HIGH_SUPPORT,
)


def finding(placed: Sequence[PlacedStakeholder]) -> Sentence:
    """The map's title: what most stakeholders have in common, with their number."""
    if not placed:
        return say("Nobody is on the map yet.")
    sizes = Counter(one.scenario for one in placed if one.scenario is not None)
    if not sizes:
        return say_count(
            "{count} stakeholder is named, and cannot be placed yet.",
            "{count} stakeholders are named, none can be placed yet.",
            len(placed),
        )
    largest = max(_URGENCY, key=lambda candidate: sizes[candidate])
    return _title(largest, sizes[largest])


def _title(largest: Scenario, count: int) -> Sentence:
    match largest:
        case Scenario.HIGH_INFLUENCE_LOW_SUPPORT:
            return say_count(
                "High influence, little support: {count} still to be won over.",
                "High influence, little support: {count} still to be won over.",
                count,
            )
        case Scenario.HIGH_INFLUENCE_HIGH_SUPPORT:
            return say_count(
                "High influence, strong support: {count} ally can lead.",
                "High influence, strong support: {count} allies can lead.",
                count,
            )
        case Scenario.LOW_INFLUENCE_LOW_SUPPORT:
            return say_count(
                "Little influence, little support: {count} not yet on board.",
                "Little influence, little support: {count} not yet on board.",
                count,
            )
        case Scenario.LOW_INFLUENCE_HIGH_SUPPORT:
            return say_count(
                "Strong support, little influence: {count} friend without a stage.",
                "Strong support, little influence: {count} friends without a stage.",
                count,
            )
