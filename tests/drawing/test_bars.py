"""Bars and before-and-after pictures: what may not be told is not drawn, and both read themselves out."""

from __future__ import annotations

from xml.etree import ElementTree

from guildmark.drawing.bars import BAR_ROOM, Bar, bars_svg
from guildmark.drawing.before_after import Pair, before_after_svg
from guildmark.drawing.svg import number
from guildmark.toolkit.pilots import describe_share, survey
from guildmark.words import say

SVG = "{http://www.w3.org/2000/svg}"
TITLE, SUBJECT = say("23 learners have passed."), say("Step 4.4")


def test_a_share_is_as_long_as_it_says() -> None:
    told = describe_share(15, 20)
    root = ElementTree.fromstring(bars_svg(SUBJECT, TITLE, [Bar("Explain <this>", 0.75, told.sentence)]))
    assert number(BAR_ROOM * 0.75) in [rect.get("width") for rect in root.iter(f"{SVG}rect")]
    assert root.findtext(f"{SVG}title") == "23 learners have passed."
    assert root.findtext(f"{SVG}desc") == "Explain <this>: 15 of 20 (75 %)."


def test_what_is_not_told_is_a_dashed_frame() -> None:
    hidden = describe_share(23, 25)
    svg = bars_svg(SUBJECT, TITLE, [Bar("Explain", None, hidden.sentence)])
    assert 'stroke-dasharray="6 6"' in svg
    assert "23" not in svg.replace("23 learners have passed.", "")


def test_before_and_after_stand_on_one_scale() -> None:
    scale = [one.label("cs") for one in survey().scale]
    rows = [Pair("Explain", 2, 4, say("rose")), Pair("Design", 3, 3, say("same")), Pair("Argue", None, None, say("x"))]
    root = ElementTree.fromstring(before_after_svg(SUBJECT, TITLE, rows, scale, "cs"))
    # Two in the legend, two that moved, one that stayed, none that must not be told.
    assert len(list(root.iter(f"{SVG}circle"))) == 5
    assert root.findtext(f"{SVG}desc") == "Explain: rose\nDesign: same\nArgue: x"
