"""What every chart has: a small subject, the finding as its title, and a line that says where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from guildmark.drawing.lettering import block, line_of
from guildmark.drawing.svg import Node, node
from guildmark.drawing.theme import UNIT, Size, Theme
from guildmark.drawing.typefaces import HEADING, LABEL, TEXT

WIDTH = 1280
MARGIN = 5 * UNIT
CONTENT = WIDTH - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something that has been drawn, and where it ends."""

    nodes: tuple[Node, ...]
    bottom: float


def header(subject: str, title: str, theme: Theme) -> Drawn:
    """The subject in small capitals, the finding in big type under it."""
    room = CONTENT
    finding = block(title, HEADING, Size.DISPLAY, room)
    if len(finding.lines) > 2:
        finding = block(title, HEADING, Size.TITLE, room)
    top = MARGIN + 3 * UNIT
    kicker = line_of(subject.upper(), MARGIN, MARGIN + 12, LABEL, size=Size.SMALL, fill=theme.soft, spacing=1.1)
    return Drawn((kicker, *finding.draw(MARGIN, top, theme.ink)), top + finding.height)


def source_line(text: str, top: float, theme: Theme) -> Drawn:
    """Small print under a chart."""
    small = block(text, TEXT, Size.SMALL, CONTENT)
    return Drawn(tuple(small.draw(MARGIN, top, theme.soft)), top + small.height)


def sheet(width: float, height: float, theme: Theme) -> Node:
    """The paper that everything is drawn on."""
    return node("rect", width=width, height=height, fill=theme.paper)


def rule(x: float, y: float, length: float, colour: str, thickness: float = 1) -> Node:
    """A horizontal rule whose top is at `y`."""
    return node("rect", x=x, y=y, width=length, height=thickness, fill=colour)
