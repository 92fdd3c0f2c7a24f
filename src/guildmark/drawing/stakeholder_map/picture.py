"""The whole picture: finding, plot, margin, and the list of names where it may be shown."""

from __future__ import annotations

from guildmark.drawing.frame import CONTENT, MARGIN, WIDTH, header, sheet, source_line
from guildmark.drawing.packing import Box
from guildmark.drawing.stakeholder_map.margin import margin
from guildmark.drawing.stakeholder_map.marks import MarkStyle
from guildmark.drawing.stakeholder_map.names import names_list
from guildmark.drawing.stakeholder_map.numbering import sort
from guildmark.drawing.stakeholder_map.plot import plot
from guildmark.drawing.stakeholder_map.said import said
from guildmark.drawing.svg import Node, picture
from guildmark.drawing.theme import LIGHT, UNIT, Theme
from guildmark.toolkit.stakeholders.model import StakeholderMap
from guildmark.words import say

AXIS_ROOM = 3 * UNIT
PLOT_ROOM = 100 * UNIT
GUTTER = 5 * UNIT


def map_svg(stakeholders: StakeholderMap, language: str = "en", names: bool = True, *, theme: Theme = LIGHT) -> str:
    """The knowledge and power map as SVG text, 1280 pixels wide (Step 3.2; R36 to R41).

    With `names=False` no name, organisation or number that leads to one is anywhere in the
    picture: what may be shown to a room. With names, each mark has a number and the list stands
    under the map.
    """
    title = stakeholders.finding.text(language)
    people = sort(stakeholders.stakeholders)
    style = MarkStyle.of(len(stakeholders.stakeholders), numbered=names, theme=theme)
    head = header(say("Step 3 · Knowledge and power map").text(language), title, theme)
    top = head.bottom + 4 * UNIT
    left = MARGIN + AXIS_ROOM
    beside_x = left + PLOT_ROOM + GUTTER
    beside = margin(stakeholders, people.beside, style, beside_x, top, MARGIN + CONTENT - beside_x, language)
    drawing = plot(people, style, Box(left, top, PLOT_ROOM, beside.bottom - top - 4 * UNIT), language)
    nodes: list[Node] = [*head.nodes, *drawing.nodes, *beside.nodes]
    bottom = max(drawing.bottom, beside.bottom) + 3 * UNIT
    if names and stakeholders.stakeholders:
        listed = names_list(people, bottom, language, theme)
        nodes += listed.nodes
        bottom = listed.bottom + 2 * UNIT
    origin = say(
        "A mark stands by its share of yes on influence and support, questions 1 to 9 of the SACCORD guide, Step 3.2."
    )
    foot = source_line(origin.text(language), bottom, theme)
    height = foot.bottom + MARGIN
    return picture(
        [sheet(WIDTH, height, theme), *nodes, *foot.nodes],
        width=WIDTH,
        height=height,
        title=title,
        description=said(stakeholders, people, language, names=names),
        language=language,
    )
