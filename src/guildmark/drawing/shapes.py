"""Triangle, square and circle, the only ornaments, and the full, half and empty circle of a rating."""

from __future__ import annotations

import math

from guildmark.drawing.lettering import line_of
from guildmark.drawing.svg import Node, group, node, number
from guildmark.drawing.theme import OUTLINE
from guildmark.drawing.typefaces import HEADING

TRIANGLE, SQUARE, CIRCLE = "triangle", "square", "circle"


def shape(
    kind: str,
    x: float,
    y: float,
    size: float,
    *,
    fill: str,
    stroke: str | None = None,
    line: float = OUTLINE,
    dash: str | None = None,
) -> Node:
    """A shape in the square whose upper left corner is (x, y); all three look equally big.

    An outline stays inside the square, so that outlined and plain marks stand on one grid.
    """
    inset = line / 2 if stroke else 0
    paint = {
        "fill": fill,
        "stroke": stroke,
        "stroke_width": line if stroke else None,
        "stroke_linejoin": "miter" if stroke else None,
        "stroke_dasharray": dash,
    }
    if kind == CIRCLE:
        return node("circle", cx=x + size / 2, cy=y + size / 2, r=size / 2 - inset, **paint)
    if kind == SQUARE:
        air = size * 0.05 + inset
        return node("rect", x=x + air, y=y + air, width=size - 2 * air, height=size - 2 * air, **paint)
    # The stroke of a sharp corner reaches further than half its width.
    top, side, foot = y + size * 0.04 + inset * 2, inset * 1.7, y + size * 0.96 - inset
    points = ((x + size / 2, top), (x + size - side, foot), (x + side, foot))
    return node("path", d="M" + "L".join(f"{number(px)} {number(py)}" for px, py in points) + "Z", **paint)


def lettered(
    kind: str, letter: str, x: float, y: float, size: float, *, fill: str, ink: str, stroke: str | None = None
) -> Node:
    """A shape with a letter in it; the letter of a triangle sits lower and smaller, where there is room."""
    triangle = kind == TRIANGLE
    letter_size = size * (0.44 if triangle else 0.54)
    baseline = y + (size * 0.86 if triangle else size / 2 + letter_size * 0.36)
    return group(
        [
            shape(kind, x, y, size, fill=fill, stroke=stroke),
            line_of(letter, x + size / 2, baseline, HEADING, size=letter_size, fill=ink, anchor="middle"),
        ]
    )


def unknown(letter: str, x: float, y: float, size: float, *, fill: str, ink: str, paper: str) -> Node:
    """The mark of somebody whose understanding is not known: a dashed circle with the group's letter and "?"."""
    return group(
        [
            shape(CIRCLE, x, y, size, fill=paper, stroke=fill, line=OUTLINE, dash="3.5 2.5"),
            line_of(f"{letter}?", x + size / 2, y + size * 0.66, HEADING, size=size * 0.46, fill=ink, anchor="middle"),
        ]
    )


def ball(share: float, x: float, y: float, size: float, *, colour: str, line: str | None = None) -> Node:
    """A circle that is filled by `share`, 0 to 1, from the top against the clock; readable without colour."""
    edge = line or colour
    radius = size / 2 - OUTLINE / 2
    centre_x, centre_y = x + size / 2, y + size / 2
    ring = node(
        "circle",
        cx=centre_x,
        cy=centre_y,
        r=radius,
        fill=colour if share >= 1 else "none",
        stroke=edge,
        stroke_width=OUTLINE,
    )
    if not 0 < share < 1:
        return ring
    turn = 2 * math.pi * share
    end_x, end_y = centre_x - radius * math.sin(turn), centre_y - radius * math.cos(turn)
    large = 1 if share > 0.5 else 0
    pie = (
        f"M{number(centre_x)} {number(centre_y)}V{number(centre_y - radius)}"
        f"A{number(radius)} {number(radius)} 0 {large} 0 {number(end_x)} {number(end_y)}Z"
    )
    return group([node("path", d=pie, fill=colour), ring])


def unrated(x: float, y: float, size: float, *, colour: str) -> Node:
    """The place of a rating that nobody has given yet: a dashed circle."""
    return shape(CIRCLE, x, y, size, fill="none", stroke=colour, line=1.5, dash="3 3")
