"""Under the map, where names may be seen: number, name and organisation, in columns by scenario."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guildmark.drawing.frame import CONTENT, MARGIN, Drawn, rule
from guildmark.drawing.lettering import Block, block, line_of
from guildmark.drawing.stakeholder_map.numbering import LINES, SCENARIOS, Numbered, Sorted
from guildmark.drawing.svg import Node
from guildmark.drawing.theme import RULE, UNIT, Size, Theme
from guildmark.drawing.typefaces import HEADING, STRONG, TEXT
from guildmark.vocabulary import scenarios
from guildmark.words import say

COLUMNS = 3
GUTTER = 4 * UNIT
ROOM = (CONTENT - (COLUMNS - 1) * GUTTER) / COLUMNS
NUMBER_ROOM = 5 * UNIT


def names_list(people: Sorted, top: float, language: str, theme: Theme) -> Drawn:
    """The list of names under an ink rule, in three columns of about the same height."""
    lines = [line for heading, numbered in _sections(people, language) for line in _section(heading, numbered)]
    start = top + RULE
    nodes = [rule(MARGIN, top, CONTENT, theme.ink, RULE)]
    bottom = start
    for at, column in enumerate(_columns(lines)):
        x, y = MARGIN + at * (ROOM + GUTTER), start
        for line in column:
            nodes += line.draw(x, y, theme)
            y += line.height
        bottom = max(bottom, y)
    return Drawn(tuple(nodes), bottom)


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading, or a number with the name and the organisation under it."""

    words: Block
    number: int | None = None
    organisation: Block | None = None

    @property
    def height(self) -> float:
        if self.number is None:
            return 2 * UNIT + self.words.height + UNIT
        return self.words.height + (self.organisation.height if self.organisation else 0) + UNIT

    def draw(self, x: float, y: float, theme: Theme) -> Iterator[Node]:
        if self.number is None:
            yield from self.words.draw(x, y + 2 * UNIT, theme.ink)
            return
        right = x + NUMBER_ROOM - 1.5 * UNIT
        yield line_of(str(self.number), right, y + 17.5, TEXT, Size.BODY, theme.soft, "end")
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


def _columns(lines: list[_Line]) -> list[list[_Line]]:
    """The lines in columns of about the same height; a heading never stands last in one."""
    share = sum(line.height for line in lines) / COLUMNS
    columns: list[list[_Line]] = [[]]
    filled = 0.0
    for line in lines:
        if columns[-1] and filled + line.height / 2 > share * len(columns) and len(columns) < COLUMNS:
            moved = [columns[-1].pop()] if columns[-1] and columns[-1][-1].number is None else []
            columns.append(moved)
        columns[-1].append(line)
        filled += line.height
    return columns
