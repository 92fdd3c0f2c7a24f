"""The badge picture: a square with three shapes, the title and the awarding body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guildmark.drawing.lettering import Block, block, line_of
from guildmark.drawing.svg import Node, node, number, picture
from guildmark.drawing.theme import DARK, LIGHT, LINE_HEIGHT, UNIT, Size
from guildmark.drawing.typefaces import HEADING, LABEL, TEXT, width
from guildmark.vocabulary import colours
from guildmark.words import Listing, in_language, say

SIDE = 400
EDGE = 4 * UNIT
ROOM = SIDE - 2 * EDGE
SHAPE = SIDE / 3
"""Three shapes fill the badge from edge to edge, so that it is known by them at 64 pixels."""
TITLE_SIZES = (Size.DISPLAY, Size.TITLE, Size.HEADING, Size.LEAD, Size.BODY)


def badge_svg(record: Mapping[str, Any], language: str = "en") -> str:
    """The badge of a record (the `record` of docs/cli.md) as SVG text, 400 pixels square.

    It shows the title and the awarding bodies and names no learner: a badge is shown in public.
    """
    title = in_language(record.get("title") or "", language, record.get("language")).strip()
    bodies = [in_language(body["name"], language, record.get("language")) for body in awarding_bodies(record)]
    awarded_by = say("{bodies}", bodies=Listing.of(bodies)).text(language) if bodies else ""
    name = say("Micro-credential “{title}”, awarded by {bodies}", title=title, bodies=awarded_by)
    if not bodies:
        name = say("Micro-credential “{title}”", title=title)
    return picture(
        _drawn(title, awarded_by, language),
        width=SIDE,
        height=SIDE,
        title=name.text(language),
        description=say("A triangle, a square and a circle over the title and the awarding body.").text(language),
        language=language,
    )


def awarding_bodies(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The awarding bodies of a record: one object, or a list for a joint award (R14)."""
    bodies = record.get("awarding_body") or []
    return [bodies] if isinstance(bodies, Mapping) else list(bodies)


def _drawn(title: str, awarded_by: str, language: str) -> list[Node]:
    body = block(awarded_by, TEXT, Size.BODY, ROOM, most=2)
    body_top = SIDE - EDGE + 4 - body.height
    kicker = say("Micro-credential").text(language).upper()
    kicker_baseline = SHAPE + 5.5 * UNIT
    title_top = kicker_baseline + UNIT
    name = _title(title, body_top - UNIT - title_top)
    return [
        node("rect", width=SIDE, height=SIDE, fill=LIGHT.ink),
        *three_shapes(SHAPE),
        line_of(kicker, EDGE, kicker_baseline, LABEL, size=Size.SMALL, fill=DARK.soft, spacing=1.1),
        *name.draw(EDGE, title_top, DARK.ink),
        *body.draw(EDGE, body_top, DARK.soft),
    ]


def three_shapes(size: float) -> list[Node]:
    """Red triangle, blue square, yellow circle edge to edge: the poster's shapes, made for ink ground."""
    red, blue, yellow = (colours.get(key).light for key in ("red", "blue", "yellow"))
    return [
        node("path", d=f"M{number(size / 2)} 0L{number(size)} {number(size)}L0 {number(size)}Z", fill=red),
        node("rect", x=size, y=0, width=size, height=size, fill=blue),
        node("circle", cx=2.5 * size, cy=size / 2, r=size / 2, fill=yellow),
    ]


def _title(title: str, room_down: float) -> Block:
    """The title in the biggest size in which it fits without cutting a word."""
    for size in TITLE_SIZES:
        name = block(title, HEADING, size, ROOM)
        if name.height <= room_down and all(width(word, HEADING, size) <= ROOM for word in title.split()):
            return name
    smallest = TITLE_SIZES[-1]
    return block(title, HEADING, smallest, ROOM, most=int(room_down // LINE_HEIGHT[smallest]))
