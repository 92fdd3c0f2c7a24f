"""The knowledge and power map as the JSON of `guildmark map --json` (docs/cli.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from guildmark.toolkit.stakeholders.model import (
    Gap,
    Group,
    PlacedStakeholder,
    Scenario,
    StakeholderMap,
    Understanding,
)


def map_json(stakeholder_map: StakeholderMap, language: str = "en") -> dict[str, Any]:
    """`stakeholders`, `counts`, `finding` and `gaps`, in the order of the rows.

    `roles` and `advice` come from `toolkit.design.roles` and `toolkit.advice`.
    """
    return {
        "stakeholders": [_stakeholder(one) for one in stakeholder_map.stakeholders],
        "counts": counts(stakeholder_map.stakeholders),
        "finding": stakeholder_map.finding.text(language),
        "gaps": [_gap(gap, language) for gap in stakeholder_map.gaps],
    }


def counts(stakeholders: Iterable[PlacedStakeholder]) -> dict[str, dict[str, int]]:
    """How many stakeholders there are of each understanding, scenario and group; every key is there."""
    placed = tuple(stakeholders)
    levels = Counter(one.understanding for one in placed)
    scenarios = Counter(one.scenario for one in placed)
    groups = Counter(one.source.group for one in placed)
    return {
        "understanding": {**{level.value: levels[level] for level in Understanding}, "unknown": levels[None]},
        "scenario": {**{str(one.value): scenarios[one] for one in Scenario}, "unknown": scenarios[None]},
        "group": {group.value: groups[group] for group in Group},
    }


def _stakeholder(one: PlacedStakeholder) -> dict[str, Any]:
    return {
        "name": one.source.name,
        "organisation": one.source.organisation,
        "group": one.source.group.value,
        "understanding": one.understanding and one.understanding.value,
        "shape": one.shape and one.shape.value,
        "influence": one.influence.level and one.influence.level.value,
        "support": one.support.level and one.support.level.value,
        "scenario": one.scenario and one.scenario.value,
    }


def _gap(gap: Gap, language: str) -> dict[str, Any]:
    return {"rule": gap.rule, "text": gap.sentence.text(language), "rests_on": list(gap.rests_on)}
