"""The whole picture: finding, plot, margin, and the list of names where it may be shown; and its plot for a page."""

from __future__ import annotations

from collections.abc import Mapping

from guildmark.drawing.frame import CONTENT, MARGIN, WIDTH, header, sheet, source_line
from guildmark.drawing.packing import Box
from guildmark.drawing.stakeholder_map.crowds import gathered, is_crowded
from guildmark.drawing.stakeholder_map.gaps import gaps_below, gaps_beside
from guildmark.drawing.stakeholder_map.margin import margin
from guildmark.drawing.stakeholder_map.marks import MarkStyle
from guildmark.drawing.stakeholder_map.names import names_list
from guildmark.drawing.stakeholder_map.numbering import Sorted, sort
from guildmark.drawing.stakeholder_map.plot import plot
from guildmark.drawing.stakeholder_map.said import said
from guildmark.drawing.svg import Node, picture
from guildmark.drawing.theme import LIGHT, PAGE, UNIT, Theme
from guildmark.toolkit.stakeholders.model import StakeholderMap
from guildmark.words import say

AXIS_ROOM = 3 * UNIT
PLOT_ROOM = 100 * UNIT
GUTTER = 5 * UNIT
TALLEST_MARGIN = 110 * UNIT
"""Where legend and gaps are higher than this, the gaps stand under the plot."""


def map_svg(
    stakeholders: StakeholderMap,
    language: str = "en",
    names: bool = True,
    *,
    group_names: Mapping[str, str] | None = None,
    theme: Theme = LIGHT,
) -> str:
    """The knowledge and power map as SVG text, 1280 pixels wide (Step 3.2; R36 to R41).

    With `names=False` no name, organisation or number that leads to one is anywhere in the
    picture: what may be shown to a room. With names, each mark has a number and the list stands
    under the map. Of very many (`crowds.MOST`) each mark counts those of a group and an understanding in
    its part of the map, and says so. `group_names` are a partnership's own names of groups by their keys.
    """
    title = stakeholders.finding.text(language)
    people, own = sort(stakeholders.stakeholders), group_names or {}
    drawn, style = _drawn(people, names, theme)
    head = header(say("Step 3 · Knowledge and power map").text(language), title, theme)
    top = head.bottom + 4 * UNIT
    left = MARGIN + AXIS_ROOM
    beside_x = left + PLOT_ROOM + GUTTER
    beside_room = MARGIN + CONTENT - beside_x
    legend = margin(stakeholders, drawn.beside, style, Box(beside_x, top, beside_room, 0), language, group_names=own)
    gaps = gaps_beside(stakeholders.gaps, Box(beside_x, legend.bottom, beside_room, 0), language, theme)
    gaps_fit = gaps.bottom - top <= TALLEST_MARGIN
    beside_bottom = gaps.bottom if gaps_fit else legend.bottom
    drawing = plot(drawn, style, Box(left, top, PLOT_ROOM, beside_bottom - top - 4 * UNIT), language)
    gaps_fit = gaps_fit or gaps.bottom <= drawing.bottom
    bottom = max(drawing.bottom, gaps.bottom if gaps_fit else legend.bottom) + 3 * UNIT
    if not gaps_fit:
        gaps = gaps_below(stakeholders.gaps, bottom, language, theme)
        bottom = gaps.bottom + 2 * UNIT
    nodes: list[Node] = [*head.nodes, *drawing.nodes, *legend.nodes, *gaps.nodes]
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
        description=said(stakeholders, people, language, names=names, group_names=own),
        language=language,
    )


def plot_svg(
    stakeholders: StakeholderMap,
    language: str = "en",
    names: bool = True,
    *,
    group_names: Mapping[str, str] | None = None,
    theme: Theme = PAGE,
) -> str:
    """Plot and legend alone, 1200 pixels wide, for a page that says the finding, the gaps and the names itself.

    The numbers beside the marks are those of `numbering.sort`. With `names=False` there are none.
    """
    people, own = sort(stakeholders.stakeholders), group_names or {}
    drawn, style = _drawn(people, names, theme)
    beside_x = AXIS_ROOM + PLOT_ROOM + GUTTER
    legend = margin(
        stakeholders, drawn.beside, style, Box(beside_x, 0, CONTENT - beside_x, 0), language, group_names=own
    )
    drawing = plot(drawn, style, Box(AXIS_ROOM, 0, PLOT_ROOM, legend.bottom - 4 * UNIT), language)
    return picture(
        [*drawing.nodes, *legend.nodes],
        width=CONTENT,
        height=max(drawing.bottom, legend.bottom),
        title=stakeholders.finding.text(language),
        description=said(stakeholders, people, language, names=names, group_names=own),
        language=language,
    )


def _drawn(people: Sorted, names: bool, theme: Theme) -> tuple[Sorted, MarkStyle]:
    """Everyone with a mark, or of very many a mark for several with their number beside it."""
    if not is_crowded(people):
        everyone = sum(map(len, people.parts.values())) + len(people.beside)
        return people, MarkStyle.of(everyone, numbered=names, theme=theme)
    drawn = gathered(people)
    most = max(one.number for part in (*drawn.parts.values(), drawn.beside) for one in part)
    return drawn, MarkStyle.of(most, numbered=True, theme=theme, counted=True)
