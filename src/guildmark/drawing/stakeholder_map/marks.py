"""A stakeholder's mark: shape by understanding, colour and letter by group, a number where names are shown."""

from __future__ import annotations

from dataclasses import dataclass

from guildmark.drawing import shapes
from guildmark.drawing.lettering import line_of
from guildmark.drawing.packing import Box
from guildmark.drawing.stakeholder_map.numbering import Numbered
from guildmark.drawing.svg import Node
from guildmark.drawing.theme import UNIT, Size, Theme
from guildmark.drawing.typefaces import TEXT, width
from guildmark.toolkit.stakeholders.model import PlacedStakeholder
from guildmark.vocabulary import groups

GAP = 4
"""Between two marks, in pixels."""


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How big a mark is, and how much room its number takes beside it (0 without numbers)."""

    size: float
    number_room: float
    theme: Theme
    counted: bool = False
    """Whether the number says how many a mark stands for."""

    @classmethod
    def of(cls, everyone: int, *, numbered: bool, theme: Theme, counted: bool = False) -> MarkStyle:
        """The style for a map with numbers up to `everyone`."""
        size = 28
        room = 3 + width("8" * len(str(everyone)), TEXT, Size.SMALL) if numbered else 0
        # Mark, number and gap together fill whole steps of the grid, so that neighbours stand close.
        whole = -(-(size + room + GAP) // UNIT) * UNIT
        return cls(size, whole - GAP - size if numbered else 0, theme, counted)

    @property
    def width(self) -> float:
        """The width of mark and number, in pixels."""
        return self.size + self.number_room

    def draw(self, numbered: Numbered, place: Box) -> list[Node]:
        """The mark in its place."""
        drawn = [mark(numbered.stakeholder, place.x, place.y, self.size, self.theme)]
        if self.number_room:
            baseline = place.y + self.size / 2 + Size.SMALL * 0.35
            drawn.append(
                line_of(
                    str(numbered.number), place.x + self.size + 3, baseline, TEXT, size=Size.SMALL, fill=self.theme.ink
                )
            )
        return drawn


def mark(stakeholder: PlacedStakeholder, x: float, y: float, size: float, theme: Theme) -> Node:
    """The mark of one stakeholder in the square at (x, y)."""
    group = groups.get(stakeholder.source.group)
    paint = theme.paint(group.colour)
    if stakeholder.shape is None:
        edge = theme.ink if paint.outline else paint.fill
        return shapes.unknown(group.letter, x, y, size, fill=edge, ink=theme.ink, paper=theme.paper)
    return shapes.lettered(
        stakeholder.shape, group.letter, x, y, size, fill=paint.fill, ink=paint.on_fill, stroke=paint.outline
    )
