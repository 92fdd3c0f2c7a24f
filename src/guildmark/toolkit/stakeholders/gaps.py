"""Step 3, result: where the map shows that support or education is needed, and what was never asked.

Names of people stay out of the sentences: who may see them is decided where they are shown. The rows
that a gap rests on lead there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from guildmark.toolkit.stakeholders.groups import group_word, members, rows_of
from guildmark.toolkit.stakeholders.model import Gap, Group, PlacedStakeholder, Power, Scenario, Understanding
from guildmark.words import say, say_count

Placed = Sequence[PlacedStakeholder]

FEW = 2
"""Fewer than this many answers say nothing about a group as a whole."""


def gaps(stakeholders: Placed) -> tuple[Gap, ...]:
    """The coverage gaps of a map (R41), in the order in which a partnership would close them."""
    return tuple(gap for rule in RULES for gap in rule(stakeholders))


def groups_missing(stakeholders: Placed) -> Iterator[Gap]:
    """A group of the five with nobody on the map: a voice that the partnership does not hear."""
    for group in Group:
        if not members(group, stakeholders):
            sentence = say("Nobody on the map belongs to the group “{group}”: invite someone.", group=group_word(group))
            yield Gap("gaps.group_missing", sentence, rows_of(stakeholders))


def groups_thin(stakeholders: Placed) -> Iterator[Gap]:
    """A group that a single stakeholder speaks for."""
    for group in Group:
        of_group = members(group, stakeholders)
        if len(of_group) == 1:
            sentence = say(
                "Only one stakeholder speaks for the group “{group}”: look for a second voice.",
                group=group_word(group),
            )
            yield Gap("gaps.group_thin", sentence, rows_of(of_group))


def sceptics_with_influence(stakeholders: Placed) -> Iterator[Gap]:
    """Scenario 1: those who could stop the work and do not support it yet."""
    sceptics = [one for one in stakeholders if one.scenario is Scenario.HIGH_INFLUENCE_LOW_SUPPORT]
    if sceptics:
        sentence = say_count(
            "{count} stakeholder with influence does not support micro-credentials yet: meet them first.",
            "{count} stakeholders with influence do not support micro-credentials yet: meet them first.",
            len(sceptics),
        )
        yield Gap("gaps.sceptics_with_influence", sentence, rows_of(sceptics))


def no_ally_with_influence(stakeholders: Placed) -> Iterator[Gap]:
    """Nobody in scenario 2, although others could be placed: a coalition without a core."""
    placed = [one for one in stakeholders if one.scenario is not None]
    if placed and not any(one.scenario is Scenario.HIGH_INFLUENCE_HIGH_SUPPORT for one in placed):
        sentence = say(
            "Nobody has both high influence and high support: find an ally who can open doors before you plan a pilot."
        )
        yield Gap("gaps.no_ally_with_influence", sentence, rows_of(placed))


def influence_without_understanding(stakeholders: Placed) -> Iterator[Gap]:
    """Those who can decide about micro-credentials and do not know what they are."""
    deciding = [
        one for one in stakeholders if one.influence.level is Power.HIGH and one.understanding is Understanding.LOW
    ]
    if deciding:
        sentence = say_count(
            "{count} stakeholder with influence knows little about micro-credentials: begin there with Step 2.",
            "{count} stakeholders with influence know little about micro-credentials: begin there with Step 2.",
            len(deciding),
        )
        yield Gap("gaps.influence_without_understanding", sentence, rows_of(deciding))


def learners_know_little(stakeholders: Placed) -> Iterator[Gap]:
    """Learners, freelancers and professionals with low understanding: those the award is for."""
    learners = members(Group.LEARNERS, stakeholders)
    unaware = [one for one in learners if one.understanding is Understanding.LOW]
    if unaware:
        sentence = say_count(
            "Of {learners} learners and professionals, {count} knows little: start with Step 2.",
            "Of {learners} learners and professionals, {count} know little: start with Step 2.",
            len(unaware),
            learners=len(learners),
        )
        yield Gap("gaps.learners_know_little", sentence, rows_of(unaware))


def groups_that_know_little(stakeholders: Placed) -> Iterator[Gap]:
    """A group other than the learners in which at least half of those asked understand little."""
    for group in Group:
        asked = [one for one in members(group, stakeholders) if one.understanding is not None]
        unaware = [one for one in asked if one.understanding is Understanding.LOW]
        if group is not Group.LEARNERS and len(asked) >= FEW and 2 * len(unaware) >= len(asked):
            sentence = say(
                "In the group “{group}”, {unaware} of {asked} know little about micro-credentials: "
                "offer them the basics of Step 2.",
                group=group_word(group),
                unaware=len(unaware),
                asked=len(asked),
            )
            yield Gap("gaps.group_knows_little", sentence, rows_of(unaware))


def groups_without_support(stakeholders: Placed) -> Iterator[Gap]:
    """A group in which more than half of those assessed support micro-credentials little."""
    for group in Group:
        assessed = [one for one in members(group, stakeholders) if one.support.level is not None]
        against = [one for one in assessed if one.support.level is Power.LOW]
        if len(assessed) >= FEW and 2 * len(against) > len(assessed):
            sentence = say(
                "In the group “{group}”, {against} of {assessed} give little support: "
                "ask what they would gain and what holds them back.",
                group=group_word(group),
                against=len(against),
                assessed=len(assessed),
            )
            yield Gap("gaps.group_without_support", sentence, rows_of(against))


def unknown_understanding(stakeholders: Placed) -> Iterator[Gap]:
    """Stakeholders whose answers to the knowledge questions a, b or d are missing."""
    unknown = [one for one in stakeholders if one.understanding is None]
    if unknown:
        sentence = say_count(
            "What {count} stakeholder knows is not known: ask the questions a, b and d of Step 3.1.",
            "What {count} stakeholders know is not known: ask the questions a, b and d of Step 3.1.",
            len(unknown),
        )
        yield Gap("gaps.understanding_unknown", sentence, rows_of(unknown))


def unknown_power(stakeholders: Placed) -> Iterator[Gap]:
    """Stakeholders of whom too little is answered to know their influence or their support."""
    without_influence = [one for one in stakeholders if one.influence.level is None]
    if without_influence:
        sentence = say_count(
            "The influence of {count} stakeholder is unknown: answer the questions 1 to 4 of Step 3.2.",
            "The influence of {count} stakeholders is unknown: answer the questions 1 to 4 of Step 3.2.",
            len(without_influence),
        )
        yield Gap("gaps.influence_unknown", sentence, rows_of(without_influence))
    without_support = [one for one in stakeholders if one.support.level is None]
    if without_support:
        sentence = say_count(
            "The support of {count} stakeholder is unknown: answer the questions 5 to 9 of Step 3.2.",
            "The support of {count} stakeholders is unknown: answer the questions 5 to 9 of Step 3.2.",
            len(without_support),
        )
        yield Gap("gaps.support_unknown", sentence, rows_of(without_support))


def undecided_power(stakeholders: Placed) -> Iterator[Gap]:
    """Stakeholders with as many yes as no on an axis: they stand on the line and are asked about again."""
    known = [one for one in stakeholders if None not in (one.influence.level, one.support.level)]
    undecided = [one for one in known if Power.UNDECIDED in (one.influence.level, one.support.level)]
    if undecided:
        sentence = say_count(
            "{count} stakeholder stands on a line of the map, with as many yes as no: ask again.",
            "{count} stakeholders stand on a line of the map, with as many yes as no: ask again.",
            len(undecided),
        )
        yield Gap("gaps.power_undecided", sentence, rows_of(undecided))


RULES: tuple[Callable[[Placed], Iterator[Gap]], ...] = (
    groups_missing,
    sceptics_with_influence,
    no_ally_with_influence,
    influence_without_understanding,
    learners_know_little,
    groups_that_know_little,
    groups_without_support,
    groups_thin,
    unknown_understanding,
    unknown_power,
    undecided_power,
)
"""Every rule that finds gaps, in the order of urgency."""
