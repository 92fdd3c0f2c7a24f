"""A line of time: what was done, what is next, what is planned (Step 5.4, "periodic review schedule")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from guildmark.drawing.frame import CONTENT, MARGIN, WIDTH, header, sheet
from guildmark.drawing.lettering import block
from guildmark.drawing.shapes import CIRCLE, SQUARE, TRIANGLE, shape
from guildmark.drawing.svg import Node, group, node, number, picture
from guildmark.drawing.theme import LIGHT, RULE, UNIT, Size, Theme
from guildmark.drawing.typefaces import HEADING, TEXT
from guildmark.words import Sentence, say, show

State = Literal["done", "next", "planned"]
MARK = 3 * UNIT
MOST = 6
"""So many moments stand on one line; more go on to another line below."""
_SHAPES: dict[State, tuple[str, Sentence]] = {
    "done": (CIRCLE, say("Done", context="moment")),
    "next": (SQUARE, say("Next", context="moment")),
    "planned": (TRIANGLE, say("Planned", context="moment")),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, what it is about, and whether it is behind, next or ahead."""

    on: date
    label: object
    state: State


def timeline_svg(
    moments: Sequence[Moment],
    subject: Sentence,
    finding: Sentence,
    language: str = "en",
    *,
    theme: Theme = LIGHT,
    bare: bool = False,
) -> str:
    """The moments as SVG, 1280 pixels wide, in the order of their days.

    They stand at equal distances, since years without anything would push the others together. `bare` leaves out
    title, margins and paper, for a page that has them already.
    """
    title = finding.text(language)
    head = header(subject.text(language), title, theme)
    ordered = sorted(moments, key=lambda one: one.on)
    nodes: list[Node] = []
    top = y = head.bottom + 5 * UNIT
    for start in range(0, len(ordered), MOST):
        drawn, y = _lane(ordered[start : start + MOST], y, language, theme)
        nodes += drawn
        y += 4 * UNIT
    height = y + MARGIN
    described = "\n".join(
        f"{show(one.on, language)}: {show(one.label, language)} ({_SHAPES[one.state][1].text(language)})"
        for one in ordered
    )
    if bare:
        return cropped(nodes, top - UNIT, y - 2 * UNIT, title=title, description=described, language=language)
    return picture(
        [sheet(WIDTH, height, theme), *head.nodes, *nodes],
        width=WIDTH, height=height, title=title, description=described, language=language,
    )  # fmt: skip


def cropped(nodes: Sequence[Node], top: float, bottom: float, *, title: str, description: str, language: str) -> str:
    """What stands between the margins, from `top` to `bottom`, as a picture of its own."""
    moved = group(nodes, transform=f"translate({number(-MARGIN)} {number(-top)})")
    return picture([moved], width=CONTENT, height=bottom - top, title=title, description=description, language=language)


def _lane(moments: Sequence[Moment], top: float, language: str, theme: Theme) -> tuple[list[Node], float]:
    room = CONTENT / MOST
    middle = top + MARK / 2
    nodes = [node("rect", x=MARGIN, y=middle - RULE / 2, width=CONTENT, height=RULE, fill=theme.ink)]
    lowest = top
    for at, one in enumerate(moments):
        x = MARGIN + at * room
        kind, word = _SHAPES[one.state]
        ahead = one.state == "planned"
        nodes.append(node("rect", x=x - 2, y=top - 2, width=MARK + 4, height=MARK + 4, fill=theme.paper))
        nodes.append(
            shape(kind, x, top, MARK, fill=theme.paper if ahead else theme.ink, stroke=theme.ink if ahead else None)
        )
        y = top + MARK + UNIT
        for text, face, size, fill in (
            (show(one.on, language), HEADING, Size.BODY, theme.ink),
            (show(one.label, language), TEXT, Size.SMALL, theme.ink),
            (word.text(language), TEXT, Size.SMALL, theme.soft),
        ):
            words = block(text, face, size, room - 2 * UNIT)
            nodes += words.draw(x, y, fill)
            y += words.height
        lowest = max(lowest, y)
    return nodes, lowest
