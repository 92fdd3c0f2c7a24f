"""Step 3.1.2: the mark of a level: triangle, square ("rectangle" in the guide), circle ("round")."""

from __future__ import annotations

from guildmark.toolkit.stakeholders.model import Shape, Understanding

_SHAPES = {
    Understanding.LOW: Shape.TRIANGLE,
    Understanding.MEDIUM: Shape.SQUARE,
    Understanding.HIGH: Shape.CIRCLE,
}


def shape(level: Understanding | None) -> Shape | None:
    """The shape that marks a level of understanding (R38); None where the level is unknown."""
    return None if level is None else _SHAPES[level]
