"""What Step 3's knowledge and power map asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guildmark.toolkit.advice.model import Advice
from guildmark.toolkit.design.roles import Fit, candidates
from guildmark.toolkit.stakeholders.groups import group_word, members, rows_of
from guildmark.toolkit.stakeholders.model import (
    Group,
    PlacedStakeholder,
    Power,
    Scenario,
    StakeholderMap,
    Understanding,
)
from guildmark.vocabulary import roles
from guildmark.words import Listing, say, say_count

CLOSE_ENOUGH = 1
"""Who is no more than one step from a role's profile can grow into it."""

Placed = Sequence[PlacedStakeholder]


def from_stakeholders(stakeholder_map: StakeholderMap) -> Iterator[Advice]:
    """Next actions from the map, the most urgent first."""
    placed = stakeholder_map.stakeholders
    yield from _sceptics(placed)
    yield from _deciders_who_know_little(placed)
    yield from _allies(placed)
    yield from _friends_without_stage(placed)
    yield from _learners(placed)
    yield from _missing_groups(placed)
    yield from _open_roles(placed)
    yield from _to_ask(placed)


def _sceptics(placed: Placed) -> Iterator[Advice]:
    found = [one for one in placed if one.scenario is Scenario.HIGH_INFLUENCE_LOW_SUPPORT]
    if found:
        sentence = say_count(
            "Meet the {count} stakeholder who has influence and does not support micro-credentials yet; "
            "listen before you ask.",
            "Meet the {count} stakeholders who have influence and do not support micro-credentials yet; "
            "listen before you ask.",
            len(found),
        )
        yield Advice("advice.meet_sceptics", sentence, "Step 3.2", rows_of(found))


def _deciders_who_know_little(placed: Placed) -> Iterator[Advice]:
    found = [one for one in placed if one.influence.level is Power.HIGH and one.understanding is Understanding.LOW]
    if found:
        sentence = say_count(
            "Explain micro-credentials to {count} stakeholder with influence who knows little of them.",
            "Explain micro-credentials to {count} stakeholders with influence who know little of them.",
            len(found),
        )
        yield Advice("advice.teach_deciders", sentence, "Step 2", rows_of(found))


def _allies(placed: Placed) -> Iterator[Advice]:
    found = [
        one
        for one in placed
        if one.scenario is Scenario.HIGH_INFLUENCE_HIGH_SUPPORT
        and one.understanding in {Understanding.MEDIUM, Understanding.HIGH}
    ]
    if found:
        sentence = say_count(
            "Invite {count} ally with influence to the core planning and coordination group.",
            "Choose the core planning and coordination group among {count} allies with influence.",
            len(found),
        )
        yield Advice("advice.form_core_group", sentence, "Step 4.2", rows_of(found))


def _friends_without_stage(placed: Placed) -> Iterator[Advice]:
    found = [one for one in placed if one.scenario is Scenario.LOW_INFLUENCE_HIGH_SUPPORT]
    if found:
        sentence = say_count(
            "Give {count} supporter without influence a stage: a part in content, pilot or communication.",
            "Give {count} supporters without influence a stage: a part in content, pilot or communication.",
            len(found),
        )
        yield Advice("advice.give_stage", sentence, "Step 4.2", rows_of(found))


def _learners(placed: Placed) -> Iterator[Advice]:
    found = [one for one in members(Group.LEARNERS, placed) if one.understanding is Understanding.LOW]
    if found:
        sentence = say_count(
            "Show {count} learner or professional what a micro-credential is before you look for participants.",
            "Show {count} learners and professionals what a micro-credential is before you look for participants.",
            len(found),
        )
        yield Advice("advice.teach_learners", sentence, "Step 2", rows_of(found))


def _missing_groups(placed: Placed) -> Iterator[Advice]:
    missing = [group for group in Group if not members(group, placed)]
    if missing:
        sentence = say(
            "Invite somebody from each group that is not on the map: {groups}.",
            groups=Listing.of(group_word(group) for group in missing),
        )
        yield Advice("advice.invite_groups", sentence, "Step 3.1.1", rows_of(placed))


def _open_roles(placed: Placed) -> Iterator[Advice]:
    for role in roles.all_roles():
        fits = candidates(role, placed)
        if not any(found.steps <= CLOSE_ENOUGH for found in fits):
            sentence = say("Nobody on the map comes close to this role yet: {role}. Look further.", role=role)
            yield Advice("advice.fill_role", sentence, "Step 4.2", _rows(fits) or rows_of(placed))


def _to_ask(placed: Placed) -> Iterator[Advice]:
    found = [one for one in placed if one.understanding is None or one.scenario is None]
    if found:
        sentence = say_count(
            "Ask about {count} stakeholder whose answers are missing or undecided.",
            "Ask about {count} stakeholders whose answers are missing or undecided.",
            len(found),
        )
        yield Advice("advice.ask_again", sentence, "Step 3", rows_of(found))


def _rows(fits: Sequence[Fit]) -> tuple[int, ...]:
    return rows_of([found.stakeholder for found in fits])
