"""Step 3: key influencers, and a coalition of supporters who can drive the adoption of micro-credentials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guildmark.toolkit.stakeholders.groups import members
from guildmark.toolkit.stakeholders.model import Group, PlacedStakeholder, Power, Scenario, Understanding
from guildmark.words import Sentence, say_count


@dataclass(frozen=True, slots=True)
class Coalition:
    """Who could carry the work, each part in the order of the register.

    `core`: high influence and support, and at least medium understanding. `to_brief`: the same power,
    but understanding low or unknown. `voices`: high support without influence. `to_win`: high
    influence without support. `groups_missing` have nobody among core, to_brief and voices.
    """

    core: tuple[PlacedStakeholder, ...]
    to_brief: tuple[PlacedStakeholder, ...]
    voices: tuple[PlacedStakeholder, ...]
    to_win: tuple[PlacedStakeholder, ...]
    groups_missing: tuple[Group, ...]
    finding: Sentence


def key_influencers(stakeholders: Sequence[PlacedStakeholder]) -> tuple[PlacedStakeholder, ...]:
    """Those with high influence, the clearest first: by the share of yes, then in the order of the register."""
    influential = [one for one in stakeholders if one.influence.level is Power.HIGH]
    return tuple(sorted(influential, key=lambda one: -(one.influence.share or 0)))


def coalition(stakeholders: Sequence[PlacedStakeholder]) -> Coalition:
    """The coalition that a map makes possible (R41). A proposal: people are asked, not assigned."""
    allies = _in(Scenario.HIGH_INFLUENCE_HIGH_SUPPORT, stakeholders)
    core = tuple(one for one in allies if one.understanding in {Understanding.MEDIUM, Understanding.HIGH})
    voices = _in(Scenario.LOW_INFLUENCE_HIGH_SUPPORT, stakeholders)
    return Coalition(
        core=core,
        to_brief=tuple(one for one in allies if one not in core),
        voices=voices,
        to_win=_in(Scenario.HIGH_INFLUENCE_LOW_SUPPORT, stakeholders),
        groups_missing=tuple(group for group in Group if not members(group, (*allies, *voices))),
        finding=say_count(
            "{count} stakeholder can lead a coalition, {voices} more would support it.",
            "{count} stakeholders can lead a coalition, {voices} more would support it.",
            len(core),
            voices=len(voices),
        ),
    )


def _in(scenario: Scenario, stakeholders: Sequence[PlacedStakeholder]) -> tuple[PlacedStakeholder, ...]:
    return tuple(one for one in stakeholders if one.scenario is scenario)
