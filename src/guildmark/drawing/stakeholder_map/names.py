"""Under the map, where names may be seen: number, name and organisation, in columns by scenario."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guildmark.drawing.columns import ROOM, in_columns
from guildmark.drawing.frame import CONTENT, MARGIN, Drawn, rule
from guildmark.drawing.lettering import Block, block, line_of
from guildmark.drawing.stakeholder_map.numbering import LINES, SCENARIOS, Numbered, Sorted
from guildmark.drawing.svg import Node
from guildmark.drawing.theme import RULE, UNIT, Size, Theme
from guildmark.drawing.typefaces import HEADING, STRONG, TEXT
from guildmark.vocabulary import scenarios
from guildmark.words import say

NUMBER_ROOM = 5 * UNIT


def names_list(people: Sorted, top: float, language: str, theme: Theme) -> Drawn:
    """The list of names under an ink rule, in three columns of about the same height."""
    lines = [line for heading, numbered in _sections(people, language) for line in _section(heading, numbered)]
    listed = in_columns(lines, top + RULE + 2 * UNIT, theme)
    return Drawn((rule(MARGIN, top, CONTENT, theme.ink, RULE), *listed.nodes), listed.bottom)


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading, or a number with the name and the organisation under it."""

    words: Block
    number: int | None = None
    organisation: Block | None = None

    @property
    def height(self) -> float:
        return self.words.height + (self.organisation.height if self.organisation else 0) + UNIT

    @property
    def air_above(self) -> float:
        return 2 * UNIT if self.leads else 0

    @property
    def leads(self) -> bool:
        return self.number is None

    def draw(self, x: float, y: float, theme: Theme) -> Iterator[Node]:
        if self.leads:
            yield from self.words.draw(x, y, theme.ink)
            return
        right = x + NUMBER_ROOM - 1.5 * UNIT
        yield line_of(str(self.number), right, y + 17.5, TEXT, size=Size.BODY, fill=theme.soft, anchor="end")
        yield from self.words.draw(x + NUMBER_ROOM, y, theme.ink)
        if self.organisation:
            yield from self.organisation.draw(x + NUMBER_ROOM, y + self.words.height, theme.soft)


def _sections(people: Sorted, language: str) -> Iterator[tuple[str, tuple[Numbered, ...]]]:
    for part in SCENARIOS:
        yield scenarios.get(SCENARIOS.index(part) + 1).label(language), people.parts[part]
    undecided = tuple(one for part in LINES for one in people.parts[part])
    yield say("Undecided, on a line").text(language), undecided
    yield say("Not on the map yet").text(language), people.beside


def _section(heading: str, numbered: tuple[Numbered, ...]) -> Iterator[_Line]:
    if not numbered:
        return
    yield _Line(block(heading, HEADING, Size.BODY, ROOM))
    for one in numbered:
        source = one.stakeholder.source
        name = block(source.name, STRONG, Size.BODY, ROOM - NUMBER_ROOM)
        organisation = block(source.organisation, TEXT, Size.SMALL, ROOM - NUMBER_ROOM) if source.organisation else None
        yield _Line(name, one.number, organisation)
