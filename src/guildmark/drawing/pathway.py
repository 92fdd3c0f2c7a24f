"""A pathway: which micro-credentials fill a larger qualification, and which exit awards stand on the way (R50)."""

from __future__ import annotations

from guildmark.drawing.frame import CONTENT, MARGIN, WIDTH, header, rule, sheet, source_line
from guildmark.drawing.lettering import block
from guildmark.drawing.shapes import CIRCLE, SQUARE, TRIANGLE, shape
from guildmark.drawing.svg import Node, node, picture
from guildmark.drawing.theme import LIGHT, RULE, UNIT, Size, Theme
from guildmark.drawing.timeline import cropped
from guildmark.drawing.typefaces import HEADING, STRONG, TEXT
from guildmark.pathways import Counted, Decision, Reach
from guildmark.words import Sentence, say

BAR = 7 * UNIT
GAP = 2 * UNIT
NUMBER_ROOM = 96
NAME_ROOM = 560
DECISIONS: dict[Decision, tuple[str, Sentence]] = {
    Decision.GRANTED: (CIRCLE, say("Counted", context="stacking")),
    Decision.ASKED: (SQUARE, say("Asked", context="stacking")),
    Decision.NONE: (TRIANGLE, say("To be asked", context="stacking")),
    Decision.DECLINED: ("dashed", say("Declined", context="stacking")),
}
"""Shape and word of what the receiving organisation said."""


def pathway_svg(reach: Reach, language: str = "en", *, theme: Theme = LIGHT, bare: bool = False) -> str:
    """The pathway as SVG, 1280 pixels wide: a bar as long as the qualification, filled by what counts.

    `bare` leaves out title, margins and paper, for a page that has them already.
    """
    whole = reach.qualification
    title = reach.sentence.text(language)
    head = header(say("Step 5 · Pathway").text(language), title, theme)
    top = head.bottom + 4 * UNIT
    bar, y = _bar(reach, top, language, theme)
    nodes: list[Node] = list(bar)
    y += 3 * UNIT
    nodes.append(rule(MARGIN, y, CONTENT, theme.ink, RULE))
    y += RULE
    for one in reach.counted:
        drawn, y = _line(one, y, language, theme)
        nodes += drawn
    description = "\n".join(_said(reach, language))
    if bare:
        return cropped(nodes, top - 4 * UNIT, y, title=title, description=description, language=language)
    origin = say("{receiver} decides what counts; nobody is entitled to it.", receiver=whole.receiver or whole.title)
    foot = source_line(origin.text(language), y + 2 * UNIT, theme)
    height = foot.bottom + MARGIN
    return picture(
        [sheet(WIDTH, height, theme), *head.nodes, *nodes, *foot.nodes],
        width=WIDTH, height=height, title=title, description=description, language=language,
    )  # fmt: skip


def _bar(reach: Reach, top: float, language: str, theme: Theme) -> tuple[list[Node], float]:
    """The credits in one bar: counted in ink, hoped for in outline, the rest open; exit awards stand below."""
    whole = reach.qualification
    length = whole.credits or max(reach.granted + reach.asked, *(one.credits for one in whole.exits), 1)
    per_credit = CONTENT / length
    nodes = [node("rect", x=MARGIN, y=top, width=CONTENT, height=BAR, fill=theme.wall)]
    x: float = MARGIN
    end = MARGIN + CONTENT
    for decision in (Decision.GRANTED, Decision.ASKED, Decision.NONE):
        for one in reach.counted:
            if one.decision is not decision or not one.credits or x >= end:
                continue
            wide = min(one.credits * per_credit, end - x)
            counts = decision is Decision.GRANTED
            nodes.append(
                node(
                    "rect", x=x + 1.5, y=top + 1.5, width=max(wide - 3, 1), height=BAR - 3,
                    fill=theme.ink if counts else theme.paper, stroke=theme.ink, stroke_width=2,
                    stroke_dasharray=None if counts else "6 4",
                )
            )  # fmt: skip
            label = block(one.title, STRONG, Size.SMALL, wide - 3 * UNIT, most=2) if wide > 9 * UNIT else None
            if label:
                nodes += label.draw(
                    x + 1.5 * UNIT, top + (BAR - label.height) / 2, theme.paper if counts else theme.ink
                )
            x += wide
    y = top + BAR
    lowest, free = y, float(MARGIN)
    for award in sorted(whole.exits, key=lambda each: each.credits):
        at = min(MARGIN + award.credits * per_credit, end)
        there = award.credits <= reach.granted
        text = say("{title}, {credits} ECTS", title=award.title, credits=award.credits).text(language)
        words = block(text, STRONG if there else TEXT, Size.SMALL, 320)
        # Labels stand left of their mark; where one would touch the one before it, it goes a step lower.
        left = max(at - words.width, MARGIN)
        drop = 2 * UNIT if left >= free + UNIT else lowest - y + UNIT
        # The mark stands above and below the bar, so that it crosses out no name in it.
        nodes.append(node("rect", x=at - 1.5, y=top - UNIT, width=3, height=UNIT, fill=theme.ink))
        nodes.append(node("rect", x=at - 1.5, y=y, width=3, height=drop, fill=theme.ink))
        nodes += words.draw(left, y + drop, theme.ink if there else theme.soft)
        lowest, free = max(lowest, y + drop + words.height), left + words.width
    ends = say("{credits} ECTS", credits=length).text(language)
    words = block(ends, HEADING, Size.BODY, 200)
    nodes += words.draw(end, top - words.height - UNIT / 2, theme.ink, anchor="end")
    return nodes, lowest


def _line(one: Counted, top: float, language: str, theme: Theme) -> tuple[list[Node], float]:
    kind, word = DECISIONS[one.decision]
    dashed = kind == "dashed"
    mark = shape(
        CIRCLE if dashed else kind, MARGIN, top + GAP + 2, 20, fill="none" if dashed else theme.ink,
        stroke=theme.ink if dashed else None, dash="3 3" if dashed else None,
    )  # fmt: skip
    name = block(one.title, STRONG, Size.BODY, NAME_ROOM)
    sized = "–" if one.credits is None else say("{credits} ECTS", credits=one.credits).text(language)
    number = block(sized, TEXT, Size.BODY, NUMBER_ROOM)
    said = block(word.text(language), TEXT, Size.BODY, 240)
    bottom = top + 2 * GAP + max(name.height, number.height, said.height)
    nodes = [
        mark,
        *name.draw(MARGIN + 5 * UNIT, top + GAP, theme.ink),
        *number.draw(MARGIN + 5 * UNIT + NAME_ROOM + GAP, top + GAP, theme.ink),
        *said.draw(MARGIN + 5 * UNIT + NAME_ROOM + NUMBER_ROOM + 3 * GAP, top + GAP, theme.ink),
        rule(MARGIN, bottom, CONTENT, theme.line),
    ]
    return nodes, bottom + 1


def _said(reach: Reach, language: str) -> list[str]:
    lines = [
        say("{title}: {decision}, {credits} ECTS.", title=one.title, decision=DECISIONS[one.decision][1],
            credits=one.credits if one.credits is not None else "–")
        for one in reach.counted
    ]  # fmt: skip
    lines += [
        say("Exit award {title} at {credits} ECTS.", title=one.title, credits=one.credits)
        for one in reach.qualification.exits
    ]
    return [line.text(language) for line in lines]
