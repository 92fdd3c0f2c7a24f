"""Before and after on one scale: an open circle where people stood, a full one where they stand now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guildmark.drawing.frame import CONTENT, MARGIN, WIDTH, Drawn, header, rule, sheet, source_line
from guildmark.drawing.lettering import block
from guildmark.drawing.shapes import CIRCLE, shape
from guildmark.drawing.svg import Node, group, node, picture
from guildmark.drawing.theme import LIGHT, OUTLINE, RULE, UNIT, Size, Theme
from guildmark.drawing.typefaces import STRONG, TEXT
from guildmark.words import Sentence, say

LABEL_ROOM = 480
GAP = 5 * UNIT
SCALE_ROOM = CONTENT - LABEL_ROOM - 2 * GAP
MARK = 3 * UNIT
PADDING = 14


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: medians on the scale from 1 upwards, None where they must not be told; `told` says it, or why not."""

    label: str
    before: float | None
    after: float | None
    told: Sentence


def before_after_svg(
    subject: Sentence,
    title: Sentence,
    pairs: Sequence[Pair],
    scale: Sequence[str],
    language: str = "en",
    *,
    source: Sentence | None = None,
    theme: Theme = LIGHT,
) -> str:
    """The pairs as SVG text, 1280 pixels wide; `scale` are the words from 1 upwards, at least two."""
    head = header(subject.text(language), title.text(language), theme)
    legend = _legend(head.bottom + 3 * UNIT, language, theme)
    top = _words(scale, legend.bottom + 2 * UNIT, theme)
    nodes: list[Node] = [*legend.nodes, *top.nodes, rule(MARGIN, top.bottom, CONTENT, theme.ink, RULE)]
    y = top.bottom + RULE
    for pair in pairs:
        drawn = _row(pair, y, len(scale), language, theme)
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
        description="\n".join(f"{pair.label}: {pair.told.text(language)}" for pair in pairs),
        language=language,
    )


def _legend(top: float, language: str, theme: Theme) -> Drawn:
    nodes: list[Node] = []
    x: float = MARGIN
    for word, full in ((say("before", context="the learning"), False), (say("after", context="the learning"), True)):
        words = block(word.text(language), TEXT, Size.BODY, CONTENT / 2)
        nodes += [_mark(x, top, full, theme), *words.draw(x + MARK + UNIT, top, theme.ink)]
        x += MARK + UNIT + words.width + 4 * UNIT
    return Drawn(tuple(nodes), top + MARK)


def _words(scale: Sequence[str], top: float, theme: Theme) -> Drawn:
    room = SCALE_ROOM / (len(scale) - 1) - 2 * UNIT
    blocks = [block(f"{number} {word}", TEXT, Size.SMALL, room) for number, word in enumerate(scale, start=1)]
    foot = top + max(words.height for words in blocks)
    nodes = [
        drawn
        for number, words in enumerate(blocks, start=1)
        for drawn in words.draw(_x(number, len(scale)), foot - words.height, theme.soft, anchor="middle")
    ]
    return Drawn(tuple(nodes), foot + UNIT)


def _row(pair: Pair, top: float, steps: int, language: str, theme: Theme) -> Drawn:
    label = block(pair.label, TEXT, Size.BODY, LABEL_ROOM, most=3)
    bottom = top + PADDING + max(label.height, MARK) + PADDING
    lines = (
        node("rect", x=_x(number, steps) - 0.5, y=top, width=1, height=bottom - top, fill=theme.line)
        for number in range(1, steps + 1)
    )
    nodes = [*label.draw(MARGIN, top + PADDING, theme.ink), *lines]
    middle = (top + bottom) / 2
    if pair.before is None or pair.after is None:
        words = block(pair.told.text(language), TEXT, Size.SMALL, SCALE_ROOM)
        ground = node(
            "rect", x=_x(1, steps), y=middle - words.height / 2, width=words.width + UNIT, height=words.height,
            fill=theme.paper,
        )  # fmt: skip
        return Drawn((*nodes, ground, *words.draw(_x(1, steps) + 4, middle - words.height / 2, theme.soft)), bottom)
    return Drawn((*nodes, *_marks(pair.before, pair.after, middle, steps, theme)), bottom)


def _marks(before: float, after: float, middle: float, steps: int, theme: Theme) -> Iterator[Node]:
    left, right = sorted((_x(before, steps), _x(after, steps)))
    if right > left:
        yield node("rect", x=left, y=middle - RULE / 2, width=right - left, height=RULE, fill=theme.ink)
    if before != after:
        yield _mark(_x(before, steps) - MARK / 2, middle - MARK / 2, False, theme)
    yield _mark(_x(after, steps) - MARK / 2, middle - MARK / 2, True, theme)
    if before == after:
        same = block("=", STRONG, Size.BODY, MARK)
        yield from same.draw(_x(after, steps), middle - same.height / 2, theme.paper, anchor="middle")


def _mark(x: float, y: float, full: bool, theme: Theme) -> Node:
    fill = theme.ink if full else theme.paper
    return shape(CIRCLE, x, y, MARK, fill=fill, stroke=theme.ink, line=OUTLINE + 1)


def _x(value: float, steps: int) -> float:
    """Where a value of the scale stands; the ends leave room for a mark and a word."""
    inset = 6 * UNIT
    return MARGIN + LABEL_ROOM + GAP + inset + (value - 1) / (steps - 1) * (SCALE_ROOM - 2 * inset)
