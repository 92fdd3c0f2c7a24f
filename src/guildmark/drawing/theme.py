"""Colours with jobs, six sizes of type and an 8-pixel rhythm (docs/design.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from guildmark.vocabulary.colours import Colour

UNIT = 8
"""Every distance is a multiple of this, in pixels."""
RULE = 3
"""The ink rule over a table or a list, in pixels."""
OUTLINE = 2
"""The ink outline of a yellow shape, and the line of an open one, in pixels."""


class Size(IntEnum):
    """The six sizes of type, in pixels."""

    SMALL = 14
    BODY = 16
    LEAD = 20
    HEADING = 24
    TITLE = 32
    DISPLAY = 44


LINE_HEIGHT: dict[Size, int] = {
    Size.SMALL: 20,
    Size.BODY: 24,
    Size.LEAD: 26,
    Size.HEADING: 28,
    Size.TITLE: 36,
    Size.DISPLAY: 50,
}
"""From one baseline to the next, in pixels."""


@dataclass(frozen=True, slots=True)
class Paint:
    """How a data colour is put on paper: the fill, what is written on it, and its outline if it needs one."""

    fill: str
    on_fill: str
    outline: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    """Paper, ink and the few other colours; data colours come from the vocabulary."""

    name: str
    paper: str
    wall: str
    line: str
    ink: str
    soft: str
    accent: str

    def paint(self, colour: Colour) -> Paint:
        """A data colour on this paper; yellow on light paper carries an ink outline."""
        if self.name == "page":
            edge = "var(--edge)" if colour.outlined else None
            return Paint(f"var(--{colour.key})", f"var(--on-{colour.key})", edge)
        if self.name == "dark":
            return Paint(colour.dark, colour.on_dark, None)
        return Paint(colour.light, colour.on_light, self.ink if colour.outlined else None)


LIGHT = Theme("light", "#ffffff", "#f5f3ee", "#d8d4ca", "#17171c", "#5a5a64", "#2438c4")
DARK = Theme("dark", "#17171c", "#23232a", "#43434d", "#f5f3ee", "#b9b9c4", "#a3b0ff")

PAGE = Theme("page", *(f"var(--{name})" for name in ("paper", "wall", "line", "ink", "soft", "accent")))
"""For a picture inside a page: the colours are the page's own, so that they follow it into the dark."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours given as "#rrggbb", 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
