"""Shares as bars: one row a thing, the number written beside it, and nothing drawn where nothing may be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guildmark.drawing.frame import CONTENT, MARGIN, WIDTH, Drawn, header, rule, sheet, source_line
from guildmark.drawing.lettering import block
from guildmark.drawing.svg import Node, group, node, picture
from guildmark.drawing.theme import LIGHT, OUTLINE, RULE, UNIT, Size, Theme
from guildmark.drawing.typefaces import STRONG, TEXT
from guildmark.words import Sentence

LABEL_ROOM = 480
TOLD_ROOM = 248
GAP = 3 * UNIT
BAR_ROOM = CONTENT - LABEL_ROOM - TOLD_ROOM - 2 * GAP
BAR = 3 * UNIT
PADDING = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: `share` from 0 to 1, or None where it must not be told; `told` says it, or why not."""

    label: str
    share: float | None
    told: Sentence


def bars_svg(
    subject: Sentence,
    title: Sentence,
    bars: Sequence[Bar],
    language: str = "en",
    *,
    source: Sentence | None = None,
    theme: Theme = LIGHT,
) -> str:
    """Bars as SVG text, 1280 pixels wide and as high as the rows need. A share that is not told is a dashed frame."""
    head = header(subject.text(language), title.text(language), theme)
    y = head.bottom + 3 * UNIT
    nodes: list[Node] = [rule(MARGIN, y, CONTENT, theme.ink, RULE)]
    y += RULE
    for bar in bars:
        drawn = _row(bar, y, language, theme)
        nodes += [group(drawn.nodes), rule(MARGIN, drawn.bottom, CONTENT, theme.line)]
        y = drawn.bottom + 1
    if source:
        foot = source_line(source.text(language), y + 2 * UNIT, theme)
        nodes += foot.nodes
        y = foot.bottom
    height = y + MARGIN
    return picture(
        [sheet(WIDTH, height, theme), *head.nodes, *nodes],
        width=WIDTH,
        height=height,
        title=title.text(language),
        description="\n".join(f"{bar.label}: {bar.told.text(language)}" for bar in bars),
        language=language,
    )


def _row(bar: Bar, top: float, language: str, theme: Theme) -> Drawn:
    label = block(bar.label, TEXT, Size.BODY, LABEL_ROOM, most=3)
    told = block(bar.told.text(language), STRONG if bar.share is not None else TEXT, Size.BODY, TOLD_ROOM)
    y = top + PADDING
    bottom = y + max(label.height, told.height, BAR) + PADDING
    x = MARGIN + LABEL_ROOM + GAP
    return Drawn(
        (
            *label.draw(MARGIN, y, theme.ink),
            *_bar(bar.share, x, y, theme),
            *told.draw(x + BAR_ROOM + GAP, y, theme.ink if bar.share is not None else theme.soft),
        ),
        bottom,
    )


def _bar(share: float | None, x: float, y: float, theme: Theme) -> tuple[Node, ...]:
    if share is None:
        inset = OUTLINE / 2
        frame = node(
            "rect", x=x + inset, y=y + inset, width=BAR_ROOM - OUTLINE, height=BAR - OUTLINE, fill="none",
            stroke=theme.soft, stroke_width=OUTLINE, stroke_dasharray="6 6",
        )  # fmt: skip
        return (frame,)
    ground = node("rect", x=x, y=y, width=BAR_ROOM, height=BAR, fill=theme.wall)
    filled = min(1.0, max(0.0, share)) * BAR_ROOM
    return (ground, node("rect", x=x, y=y, width=filled, height=BAR, fill=theme.ink)) if filled else (ground,)
