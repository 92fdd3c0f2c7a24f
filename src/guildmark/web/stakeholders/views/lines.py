"""A stakeholder as a line of a table, and the map as a spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from guildmark.drawing.stakeholder_map.numbering import LINES, SCENARIOS, Numbered, sort
from guildmark.spreadsheets.stakeholders import COLUMNS, stakeholder_cells, write_map
from guildmark.toolkit.stakeholders import PlacedStakeholder, Power, StakeholderMap
from guildmark.vocabulary import groups, scenarios, understanding_levels
from guildmark.web.look.lists import ListColumn, download, list_as_file
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access, Right
from guildmark.words import Sentence, say

POWER = {
    Power.HIGH.value: say("high", context="influence or support"),
    Power.LOW.value: say("low", context="influence or support"),
    Power.UNDECIDED.value: say("undecided", context="influence or support"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """What tables show of a stakeholder; words are None where something is not known yet."""

    group: groups.Group
    understanding: understanding_levels.UnderstandingLevel | None
    influence: Sentence | None
    support: Sentence | None
    scenario: scenarios.Scenario | None
    name: str = ""
    organisation: str = ""
    address: str = ""
    number: int = 0

    @property
    def shape(self) -> str:
        """The mark of the level."""
        return self.understanding.shape if self.understanding else "unknown"


Named = Mapping[str, groups.Group]
"""The groups in the partnership's words, by their keys."""


def line(
    group: groups.Group, understanding: str, influence: str, support: str, scenario: int | None, **who: Any
) -> Line:
    """The words for the keys."""
    return Line(
        group,
        understanding_levels.get(understanding) if understanding else None,
        POWER.get(influence),
        POWER.get(support),
        scenarios.get(scenario) if scenario else None,
        **who,
    )


def line_of(one: PlacedStakeholder, named: Named) -> Line:
    """The line of somebody on the map."""
    return line(
        named[one.source.group.value],
        one.understanding.value if one.understanding else "",
        one.influence.level.value if one.influence.level else "",
        one.support.level.value if one.support.level else "",
        one.scenario.value if one.scenario else None,
        name=one.source.name,
        organisation=one.source.organisation or "",
    )


@dataclass(frozen=True, slots=True)
class MapPart:
    """A part of the map in words: a scenario, a line between two, or beside the map; who stands there, or how many."""

    name: Sentence | scenarios.Scenario
    number: int | None
    strategy: str
    count: int
    lines: tuple[Line, ...]
    crowds: tuple[tuple[int, Line], ...]


def parts_of(access: Access, found: StakeholderMap, named: Named) -> list[MapPart]:
    """The map as it is drawn, part by part, with the numbers that stand beside the marks."""
    people = sort(found.stakeholders)
    parts = [
        _part(access, named, scenario, people.parts[part], scenario)
        for part, scenario in zip(SCENARIOS, scenarios.all_scenarios(), strict=True)
    ]
    undecided = tuple(one for part in LINES for one in people.parts[part])
    parts.append(_part(access, named, say("On a line: influence or support undecided"), undecided))
    parts.append(_part(access, named, say("Not on the map yet"), people.beside))
    return [part for part in parts if part.count or part.number]


def _part(
    access: Access,
    named: Named,
    name: Sentence | scenarios.Scenario,
    people: tuple[Numbered, ...],
    scenario: scenarios.Scenario | None = None,
) -> MapPart:
    number = scenario.number if scenario else None
    strategy = scenario.strategy.text(language_now()) if scenario else ""
    lines = tuple(replace(line_of(one.stakeholder, named), number=one.number) for one in people)
    if access.may(Right.NAMES):
        return MapPart(name, number, strategy, len(lines), lines, ())
    counted = Counter((one.group.key, one.shape) for one in lines)
    first = {(one.group.key, one.shape): replace(one, name="", organisation="") for one in reversed(lines)}
    return MapPart(name, number, strategy, len(lines), (), tuple((n, first[kind]) for kind, n in counted.items()))


def _column(name: str) -> ListColumn[dict[str, str]]:
    return ListColumn(name, say("Name"), lambda row: row.get(name, ""))


CSV = tuple(_column(column.name) for column in COLUMNS)
"""The columns that `guildmark map` reads."""


def as_file(request: HttpRequest, found: StakeholderMap) -> HttpResponse | None:
    """What `?format=` asks for, read by `guildmark map` with the same result."""
    if request.GET.get("format") == "xlsx":
        return download(write_map(found, language_now()), "map.xlsx")
    cells = [row for one in found.stakeholders for row in stakeholder_cells(one.source, "en")]
    return list_as_file(request, cells, CSV, say("Stakeholders"))
