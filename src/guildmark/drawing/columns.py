"""Entries that run through columns of about the same height, like a newspaper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from guildmark.drawing.frame import CONTENT, MARGIN, Drawn
from guildmark.drawing.svg import Node
from guildmark.drawing.theme import UNIT, Theme

COLUMNS = 3
GUTTER = 4 * UNIT
ROOM = (CONTENT - (COLUMNS - 1) * GUTTER) / COLUMNS
"""The width of a column, in pixels."""


class Entry(Protocol):
    """Something that stands in a column."""

    @property
    def height(self) -> float:
        """Its height with the air under it, in pixels."""
        ...

    @property
    def air_above(self) -> float:
        """What it keeps free above it, except at the top of a column, in pixels."""
        ...

    @property
    def leads(self) -> bool:
        """Whether it is a heading, which never stands last in a column."""
        ...

    def draw(self, x: float, y: float, theme: Theme) -> Iterator[Node]:
        """The entry with its upper left corner at (x, y)."""
        ...


def in_columns(entries: Sequence[Entry], top: float, theme: Theme) -> Drawn:
    """The entries in three columns across the page, from `top` down."""
    nodes: list[Node] = []
    bottom = top
    for at, column in enumerate(_columns(entries)):
        x, y = MARGIN + at * (ROOM + GUTTER), top
        for entry in column:
            y += entry.air_above if y > top else 0
            nodes += entry.draw(x, y, theme)
            y += entry.height
        bottom = max(bottom, y)
    return Drawn(tuple(nodes), bottom)


def _columns(entries: Sequence[Entry]) -> list[list[Entry]]:
    share = sum(entry.height + entry.air_above for entry in entries) / COLUMNS
    columns: list[list[Entry]] = [[]]
    filled = 0.0
    for entry in entries:
        whole = entry.height + entry.air_above
        if columns[-1] and filled + whole / 2 > share * len(columns) and len(columns) < COLUMNS:
            columns.append([columns[-1].pop()] if columns[-1][-1].leads else [])
        columns[-1].append(entry)
        filled += whole
    return columns
