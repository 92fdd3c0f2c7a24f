"""Reading Step 3. Names leave this module only for those who may see them beside ratings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db.models import Q, QuerySet
from django.http import Http404

from guildmark.toolkit.stakeholders import (
    Decision,
    Group,
    Hold,
    KnowledgeAnswers,
    Leverage,
    PowerAnswers,
    StakeholderMap,
    ValueChain,
    stakeholder_map,
)
from guildmark.toolkit.stakeholders import Stakeholder as Described
from guildmark.vocabulary import groups
from guildmark.vocabulary.terms import Wording
from guildmark.web.look.saving import mark_of
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.stakeholders.models import GroupWords, Stakeholder
from guildmark.words import say

UNNAMED = "–"
"""The assessor of a spreadsheet that named none, once others assess the same stakeholder."""
SORTS = {"added": "id", "name": "name_key", "group": "group", "scenario": "scenario"}


def stakeholders(access: Access) -> QuerySet[Stakeholder]:
    """Everyone in the register of the current cycle, in the order in which they were added."""
    return Stakeholder.objects.filter(cycle=access.cycle).prefetch_related("assessments")


def stakeholder(access: Access, public_id: str) -> Stakeholder:
    """One of the register; Http404 for anybody else's."""
    access.require(Right.NAMES)
    found = stakeholders(access).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def chosen(access: Access, wanted: Mapping[str, str]) -> QuerySet[Stakeholder]:
    """The register filtered and sorted; who sees no names can neither search nor sort by them."""
    rows = stakeholders(access)
    names = access.may(Right.NAMES)
    if names and (text := wanted.get("q", "").strip()):
        rows = rows.filter(Q(name__icontains=text) | Q(organisation__icontains=text))
    if group := wanted.get("group"):
        rows = rows.filter(group=group)
    if level := wanted.get("understanding"):
        rows = rows.filter(understanding="" if level == "unknown" else level)
    if number := wanted.get("scenario"):
        rows = rows.filter(scenario=int(number) if number.isdecimal() and len(number) == 1 else None)
    sort = wanted.get("sort", "added")
    return rows.order_by(SORTS.get(sort, "id") if names or sort != "name" else "id", "id")


def described(entry: Stakeholder, first_row: int = 2) -> Described:
    """A register's entry as the toolkit knows it; its rows are those of the exported spreadsheet."""
    assessments = list(entry.assessments.all())
    power = tuple(
        PowerAnswers(
            tuple(one.influence),
            tuple(one.support),
            one.assessor or (UNNAMED if len(assessments) > 1 else None),
            first_row + at,
        )
        for at, one in enumerate(assessments)
    )
    return Described(
        name=entry.name,
        group=Group(entry.group),
        organisation=entry.organisation or None,
        knowledge=KnowledgeAnswers(entry.lifelong_learning, entry.stacking, entry.flexibility, entry.heard_of),
        power=power,
        rows=tuple(range(first_row, first_row + max(1, len(power)))),
    )


def nameless(one: Described, number: int, language: str) -> Described:
    """The same answers without name, organisation and names of assessors."""
    several = len(one.power) > 1
    return replace(
        one,
        name=say("Stakeholder {number}", number=number).text(language),
        organisation=None,
        power=tuple(
            replace(power, assessor=say("Assessor {number}", number=at).text(language) if several else None)
            for at, power in enumerate(one.power, start=1)
        ),
    )


def map_of(access: Access, rows: QuerySet[Stakeholder] | None = None, language: str = "en") -> StakeholderMap:
    """The knowledge and power map, of everyone or of `rows`; nameless for those without the right."""
    everyone: list[Described] = []
    row = 2
    for number, entry in enumerate(stakeholders(access) if rows is None else rows, start=1):
        one = described(entry, row)
        row += len(one.rows)
        everyone.append(one if access.may(Right.NAMES) else nameless(one, number, language))
    return stakeholder_map(everyone)


def leverage_of(access: Access, found: StakeholderMap) -> tuple[Leverage, ...]:
    """What was noted about everyone on the map besides the answers, in its order (R40a)."""
    noted = stakeholders(access).prefetch_related(None).values("holds", "value_chain", "lsp_member")
    return tuple(
        Leverage(
            actor,
            {Decision(key): frozenset(Hold(one) for one in held) for key, held in one["holds"].items()},
            ValueChain(one["value_chain"]) if one["value_chain"] else None,
            one["lsp_member"],
        )
        for actor, one in zip(found.stakeholders, noted, strict=True)
    )


def group_names(access: Access) -> dict[str, str]:
    """The partnership's own names of groups, by their keys; groups that keep the guide's name are not there."""
    return {one.group: one.name for one in group_words(access) if one.name}


def group_words(access: Access) -> QuerySet[GroupWords]:
    """What the partnership says of the groups."""
    return GroupWords.objects.filter(partnership=access.partnership)


def mark_of_groups(access: Access) -> str:
    """Which state of the groups' words a form was filled in from."""
    return mark_of(sorted(group_words(access).exclude(name="", members="").values_list("group", "name", "members")))


def groups_of(access: Access) -> dict[str, groups.Group]:
    """The five groups in the guide's order, in the partnership's words where it has some (R36)."""
    words = {one.group: one for one in group_words(access)}
    return {one.key: _in_words(one, words.get(one.key)) for one in groups.all_groups()}


def _in_words(group: groups.Group, words: GroupWords | None) -> groups.Group:
    if words is None:
        return group
    return replace(
        group,
        name=Wording(*[words.name] * 5) if words.name else group.name,
        members=Wording(*[words.members] * 5) if words.members else group.members,
    )
