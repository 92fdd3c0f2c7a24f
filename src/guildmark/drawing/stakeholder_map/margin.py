"""Beside the plot: groups and understanding with their numbers, and who has no place yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from guildmark.drawing import shapes
from guildmark.drawing.frame import Drawn, rule
from guildmark.drawing.lettering import block, line_of
from guildmark.drawing.packing import Box
from guildmark.drawing.stakeholder_map.marks import GAP, MarkStyle
from guildmark.drawing.stakeholder_map.numbering import Numbered
from guildmark.drawing.svg import Node
from guildmark.drawing.theme import RULE, UNIT, Size, Theme
from guildmark.drawing.typefaces import HEADING, TEXT
from guildmark.toolkit.stakeholders.model import StakeholderMap
from guildmark.vocabulary import groups, understanding_levels
from guildmark.words import say, say_count

KEY = 24
"""The size of a shape in the legend."""
COUNT_ROOM = 5 * UNIT


def margin(
    stakeholders: StakeholderMap,
    beside: tuple[Numbered, ...],
    style: MarkStyle,
    place: Box,
    language: str,
    *,
    group_names: Mapping[str, str],
) -> Drawn:
    """The column beside the plot, from an ink rule down; of `place` the height is left open."""
    column = _Column(place.x, place.y, place.width, style.theme)
    column.nodes.append(rule(place.x, place.y, place.width, style.theme.ink, RULE))
    column.y += RULE + UNIT
    _groups(column, stakeholders, language, group_names)
    _understanding(column, stakeholders, language)
    if style.counted:
        column.heading(say("Each mark counts").text(language))
        sentence = say("A mark stands for all of its group and understanding in its part of the map.")
        column.paragraph(sentence.text(language))
        column.y += UNIT
    _beside(column, beside, style, language)
    return Drawn(tuple(column.nodes), column.y)


class _Column:
    """A column that is filled from the top."""

    def __init__(self, x: float, y: float, room: float, theme: Theme) -> None:
        self.x, self.y, self.room, self.theme = x, y, room, theme
        self.nodes: list[Node] = []

    def heading(self, text: str) -> None:
        words = block(text, HEADING, Size.LEAD, self.room)
        self.nodes += words.draw(self.x, self.y, self.theme.ink)
        self.y += words.height + UNIT

    def entry(self, key: Node, text: str, count: int) -> None:
        """A shape, its words, and how many there are."""
        words = block(text, TEXT, Size.BODY, self.room - KEY - 1.5 * UNIT - COUNT_ROOM)
        self.nodes.append(key)
        self.nodes += words.draw(self.x + KEY + 1.5 * UNIT, self.y, self.theme.ink)
        self.nodes.append(
            line_of(
                str(count), self.x + self.room, self.y + 17.5, TEXT, size=Size.BODY, fill=self.theme.ink, anchor="end"
            )
        )
        self.y += words.height + UNIT

    def paragraph(self, text: str) -> None:
        words = block(text, TEXT, Size.BODY, self.room)
        self.nodes += words.draw(self.x, self.y, self.theme.ink)
        self.y += words.height + UNIT


def _groups(column: _Column, stakeholders: StakeholderMap, language: str, group_names: Mapping[str, str]) -> None:
    column.heading(say("Groups").text(language))
    counts = Counter(one.source.group for one in stakeholders.stakeholders)
    for group in groups.all_groups():
        paint = column.theme.paint(group.colour)
        key = shapes.lettered(
            shapes.SQUARE,
            group.letter,
            column.x,
            column.y,
            KEY,
            fill=paint.fill,
            ink=paint.on_fill,
            stroke=paint.outline,
        )
        name = group_names.get(group.key) or group.label(language)
        column.entry(key, name, sum(n for known, n in counts.items() if known.value == group.key))
    column.y += UNIT


def _understanding(column: _Column, stakeholders: StakeholderMap, language: str) -> None:
    column.heading(say("Understanding of micro-credentials").text(language))
    counts = Counter(one.understanding for one in stakeholders.stakeholders)
    theme = column.theme
    for level in understanding_levels.all_levels():
        key = shapes.shape(level.shape, column.x, column.y, KEY, fill="none", stroke=theme.ink)
        number = sum(n for known, n in counts.items() if known is not None and known.value == level.key)
        column.entry(key, level.label(language), number)
    if counts[None]:
        key = shapes.unknown("", column.x, column.y, KEY, fill=theme.ink, ink=theme.ink, paper="none")
        column.entry(key, say("Not known yet").text(language), counts[None])
    column.y += UNIT


def _beside(column: _Column, beside: tuple[Numbered, ...], style: MarkStyle, language: str) -> None:
    """Those whose influence or support has too few answers (R40)."""
    if not beside:
        return
    column.heading(say("Not on the map yet").text(language))
    sentence = say_count(
        "{count} stakeholder has too few answers on influence or support: ask.",
        "{count} stakeholders have too few answers on influence or support: ask them.",
        sum(one.number for one in beside) if style.counted else len(beside),
    )
    column.paragraph(sentence.text(language))
    for one, place in zip(beside, _rows(len(beside), column, style), strict=True):
        column.nodes += style.draw(one, place)
    column.y += 2 * UNIT


def _rows(count: int, column: _Column, style: MarkStyle) -> Iterator[Box]:
    """Places for so many marks, row after row."""
    in_row = int((column.room + GAP) // (style.width + GAP))
    top = column.y
    column.y += -(-count // in_row) * (style.size + GAP)
    for at in range(count):
        row, column_at = divmod(at, in_row)
        yield Box(column.x + column_at * (style.width + GAP), top + row * (style.size + GAP), style.width, style.size)
