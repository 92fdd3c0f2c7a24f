"""The gaps as sentences: beside the plot where they fit there, under it in columns where they are many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guildmark.drawing.columns import ROOM, in_columns
from guildmark.drawing.frame import CONTENT, MARGIN, Drawn, rule
from guildmark.drawing.lettering import Block, block
from guildmark.drawing.packing import Box
from guildmark.drawing.svg import Node
from guildmark.drawing.theme import RULE, UNIT, Size, Theme
from guildmark.drawing.typefaces import HEADING, TEXT
from guildmark.toolkit.stakeholders.model import Gap
from guildmark.words import say


def gaps_beside(gaps: tuple[Gap, ...], place: Box, language: str, theme: Theme) -> Drawn:
    """The gaps in one column under their heading; nothing where there are none."""
    if not gaps:
        return Drawn((), place.y)
    x, top, room = place.x, place.y, place.width
    heading = _heading(language, room)
    nodes = [*heading.draw(x, top, theme.ink)]
    y = top + heading.height + UNIT
    for gap in gaps:
        line = _Line.of(gap, room, language)
        nodes += line.draw(x, y, theme)
        y += line.height
    return Drawn(tuple(nodes), y)


def gaps_below(gaps: tuple[Gap, ...], top: float, language: str, theme: Theme) -> Drawn:
    """The gaps under an ink rule, in three columns across the page."""
    heading = _heading(language, CONTENT)
    y = top + RULE + UNIT
    columns = in_columns([_Line.of(gap, ROOM, language) for gap in gaps], y + heading.height + UNIT, theme)
    ink = rule(MARGIN, top, CONTENT, theme.ink, RULE)
    return Drawn((ink, *heading.draw(MARGIN, y, theme.ink), *columns.nodes), columns.bottom)


def _heading(language: str, room: float) -> Block:
    return block(say("Gaps").text(language), HEADING, Size.LEAD, room)


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence under a thin rule."""

    words: Block
    room: float

    air_above = 0.0
    leads = False

    @classmethod
    def of(cls, gap: Gap, room: float, language: str) -> _Line:
        return cls(block(gap.sentence.text(language), TEXT, Size.BODY, room), room)

    @property
    def height(self) -> float:
        return self.words.height + 2 * UNIT

    def draw(self, x: float, y: float, theme: Theme) -> Iterator[Node]:
        yield rule(x, y, self.room, theme.line)
        yield from self.words.draw(x, y + UNIT, theme.ink)
