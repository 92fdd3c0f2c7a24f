"""The map in words, for who cannot see it: with names a line each, without names in numbers only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from guildmark.drawing.stakeholder_map.numbering import LINES, SCENARIOS, Numbered, Part, Sorted
from guildmark.toolkit.stakeholders.model import Power, StakeholderMap
from guildmark.vocabulary import groups, scenarios, understanding_levels
from guildmark.words import Listing, Sentence, say, say_count


def said(
    stakeholders: StakeholderMap, people: Sorted, language: str, *, names: bool, group_names: Mapping[str, str]
) -> str:
    """Everything that the picture shows, a line a fact."""
    facts = _everyone(people, group_names) if names else _numbers(people, group_names)
    lines = [fact.text(language) for fact in facts]
    return "\n".join([*lines, *(gap.sentence.text(language) for gap in stakeholders.gaps)])


def _everyone(people: Sorted, group_names: Mapping[str, str]) -> Iterator[Sentence]:
    for part in Part:
        yield from (_one(numbered, _where(part), group_names) for numbered in people.parts[part])
    yield from (_one(numbered, say("not on the map yet"), group_names) for numbered in people.beside)


def _one(numbered: Numbered, where: object, group_names: Mapping[str, str]) -> Sentence:
    stakeholder = numbered.stakeholder
    source = stakeholder.source
    return say(
        "{number}. {name}: {group}; understanding: {understanding}; {where}.",
        number=numbered.number,
        name=f"{source.name}, {source.organisation}" if source.organisation else source.name,
        group=group_names.get(source.group) or groups.get(source.group),
        understanding=_understanding(stakeholder.understanding),
        where=where,
    )


def _numbers(people: Sorted, group_names: Mapping[str, str]) -> Iterator[Sentence]:
    for part in SCENARIOS:
        yield _crowd(_where(part), people.parts[part], group_names)
    for part in LINES:
        if people.parts[part]:
            yield _crowd(_where(part), people.parts[part], group_names)
    if people.beside:
        yield _crowd(say("not on the map yet"), people.beside, group_names)


def _crowd(where: object, numbered: Sequence[Numbered], group_names: Mapping[str, str]) -> Sentence:
    kinds = Counter((one.stakeholder.source.group, one.stakeholder.understanding) for one in numbered)
    if not kinds:
        return say("{where}: nobody.", where=where)
    details = Listing.of(
        say(
            "{number} × {group} (understanding: {understanding})",
            number=number,
            group=group_names.get(group) or groups.get(group),
            understanding=_understanding(level),
        )
        for (group, level), number in kinds.items()
    )
    return say_count(
        "{where}: {count} stakeholder: {details}.",
        "{where}: {count} stakeholders: {details}.",
        len(numbered),
        where=where,
        details=details,
    )


def _understanding(level: str | None) -> object:
    return understanding_levels.get(level) if level else say("not known yet")


def _where(part: Part) -> object:
    if part in SCENARIOS:
        return scenarios.get(SCENARIOS.index(part) + 1)
    levels = {
        Power.HIGH: say("high", context="influence or support"),
        Power.LOW: say("low", context="influence or support"),
        Power.UNDECIDED: say("undecided", context="influence or support"),
    }
    return say(
        "influence {influence}, support {support}", influence=levels[part.influence], support=levels[part.support]
    )
