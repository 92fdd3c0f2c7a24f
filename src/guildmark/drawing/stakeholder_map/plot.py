"""The plot: four quadrants, the lines between them, and every mark by its shares of yes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guildmark.drawing.frame import Drawn
from guildmark.drawing.lettering import Block, block, line_of
from guildmark.drawing.packing import Box, Wish, pack
from guildmark.drawing.stakeholder_map.marks import GAP, MarkStyle
from guildmark.drawing.stakeholder_map.numbering import LINES, SCENARIOS, Numbered, Part, Sorted
from guildmark.drawing.svg import Node, group, node
from guildmark.drawing.theme import OUTLINE, UNIT, Size, Theme
from guildmark.drawing.typefaces import HEADING, TEXT, width
from guildmark.toolkit.stakeholders.model import Power, PowerResult
from guildmark.vocabulary import scenarios
from guildmark.words import say

AIR = 1.5 * UNIT
"""Between the edge of a quadrant and what is in it."""
NUMBER_ROOM = 2.5 * UNIT
LEAST_HEIGHT = 70 * UNIT
GROWTH = 3 * UNIT
LANE_AIR = UNIT
SPREAD = 0.84
"""Share of a quadrant's room that the shares of yes span, so that nobody sticks in a corner."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Three columns and three rows: low, undecided and high; an undecided lane is 0 where nobody stands on it."""

    left: float
    top: float
    width: float
    upper: float
    lower: float
    lane_across: float
    lane_down: float
    lead: float
    """How far the vertical lane reaches to the left of the vertical line."""

    @property
    def line_x(self) -> float:
        """The vertical line."""
        return self.left + self.width / 2

    @property
    def line_y(self) -> float:
        """The horizontal line."""
        return self.top + self.upper + self.lane_down / 2

    @property
    def height(self) -> float:
        """From the top of the upper quadrants to the bottom of the lower ones."""
        return self.upper + self.lane_down + self.lower

    def box(self, part: Part) -> Box:
        """Where a part of the map is."""
        lane_x = self.line_x - self.lead
        lane_right = lane_x + self.lane_across
        columns = {
            Power.LOW: (self.left, lane_x - self.left),
            Power.UNDECIDED: (lane_x, self.lane_across),
            Power.HIGH: (lane_right, self.left + self.width - lane_right),
        }
        rows = {
            Power.HIGH: (self.top, self.upper),
            Power.UNDECIDED: (self.top + self.upper, self.lane_down),
            Power.LOW: (self.top + self.upper + self.lane_down, self.lower),
        }
        x, width_ = columns[part.support]
        y, height = rows[part.influence]
        return Box(x, y, width_, height)


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands in a quadrant: its name at the top, the strategy's line at the foot."""

    number: Block
    name: Block
    strategy: Block

    @classmethod
    def of(cls, part: Part, room: float, language: str) -> _Words:
        scenario = scenarios.get(SCENARIOS.index(part) + 1)
        return cls(
            block(str(scenario.number), HEADING, Size.BODY, NUMBER_ROOM),
            block(scenario.label(language), HEADING, Size.BODY, room - 2 * AIR - NUMBER_ROOM),
            block(scenario.strategy.text(language), TEXT, Size.SMALL, room - 2 * AIR),
        )

    def inside(self, box: Box) -> Box:
        """The room that is left for marks."""
        top, foot = AIR + self.name.height + UNIT, AIR + self.strategy.height + UNIT
        return Box(box.x + AIR, box.y + top, box.width - 2 * AIR, box.height - top - foot)

    def draw(self, box: Box, theme: Theme) -> Iterator[Node]:
        yield from self.number.draw(box.x + AIR, box.y + AIR - 4, theme.ink)
        yield from self.name.draw(box.x + AIR + NUMBER_ROOM, box.y + AIR - 4, theme.ink)
        yield from self.strategy.draw(box.x + AIR, box.bottom - AIR + 4 - self.strategy.height, theme.soft)


Places = dict[Part, list[Box]]


def plot(people: Sorted, style: MarkStyle, frame: Box, language: str) -> Drawn:
    """The plot, as wide as `frame`, as high or as much higher as its fullest quadrants need (R40)."""
    grid, places = arranged(people, style, frame, language)
    theme = style.theme
    nodes: list[Node] = [node("rect", x=grid.left, y=grid.top, width=grid.width, height=grid.height, fill=theme.wall)]
    nodes += _lines(grid, theme)
    for part in SCENARIOS:
        box = grid.box(part)
        nodes += _Words.of(part, box.width, language).draw(box, theme)
    for part, boxes in places.items():
        if style.number_room and part in LINES:
            nodes += [_clearing(box, style) for box in boxes]
        nodes.append(
            group(drawn for one, box in zip(people.parts[part], boxes, strict=True) for drawn in style.draw(one, box))
        )
    axis = _axes(grid, language, theme)
    return Drawn((*nodes, *axis.nodes), axis.bottom)


def arranged(people: Sorted, style: MarkStyle, frame: Box, language: str) -> tuple[Grid, Places]:
    """The grid and every mark's place; rows and lanes grow until all fit."""
    grid = _first_grid(people, style, frame)
    places: Places = {}
    rooms: dict[Part, Box] = {}
    while True:
        crowded = None
        for part in Part:
            room = _room(part, grid, language)
            if rooms.get(part) == room:
                continue
            wishes = [_wish(part, one) for one in people.parts[part]]
            packed = pack(wishes, room, style.width, style.size, gap=GAP)
            if packed is None:
                crowded = part
                break
            places[part], rooms[part] = packed, room
        if crowded is None:
            return grid, places
        grid = _grown(grid, crowded, style)


def _first_grid(people: Sorted, style: MarkStyle, frame: Box) -> Grid:
    """The smallest grid: rows that share the frame's height, a lane where somebody is undecided."""
    on_vertical = any(people.parts[part] for part in LINES if part.support is Power.UNDECIDED)
    on_horizontal = any(people.parts[part] for part in LINES if part.influence is Power.UNDECIDED)
    lane_down = style.size + 2 * LANE_AIR if on_horizontal else 0
    row = (max(frame.height, LEAST_HEIGHT) - lane_down) / 2
    return Grid(
        frame.x,
        frame.y,
        frame.width,
        upper=row,
        lower=row,
        lane_across=style.width + 2 * LANE_AIR if on_vertical else 0,
        lane_down=lane_down,
        # One mark in a lane stands on the line itself, its number beside it.
        lead=style.size / 2 + LANE_AIR if on_vertical else 0,
    )


def _grown(grid: Grid, crowded: Part, style: MarkStyle) -> Grid:
    """The grid with more room where it was too tight."""
    if crowded.influence is Power.UNDECIDED:
        return replace(grid, lane_down=grid.lane_down + style.size + GAP)
    if crowded.support is Power.UNDECIDED and grid.lane_across < grid.width / 4:
        step = style.width + GAP
        return replace(grid, lane_across=grid.lane_across + step, lead=grid.lead + step / 2)
    if crowded.influence is Power.HIGH:
        return replace(grid, upper=grid.upper + max(GROWTH, grid.upper * 0.15))
    return replace(grid, lower=grid.lower + max(GROWTH, grid.lower * 0.15))


def _room(part: Part, grid: Grid, language: str) -> Box:
    box = grid.box(part)
    if part in SCENARIOS:
        return _Words.of(part, box.width, language).inside(box)
    air = LANE_AIR
    return Box(box.x + air, box.y + air, box.width - 2 * air, box.height - 2 * air)


def _wish(part: Part, one: Numbered) -> Wish:
    across = _along(part.support, one.stakeholder.support)
    up = _along(part.influence, one.stakeholder.influence)
    return Wish(across, 1 - up)


def _along(level: Power, result: PowerResult) -> float:
    """From 0 (no yes) to 1 (only yes) within a level: a half is the line, so low spans 0 to ½ and high ½ to 1."""
    share = result.share
    if level is Power.UNDECIDED or share is None:
        return 0.5
    within = share * 2 - (1 if level is Power.HIGH else 0)
    return 0.5 + (min(max(within, 0.0), 1.0) - 0.5) * SPREAD


def _lines(grid: Grid, theme: Theme) -> list[Node]:
    half = OUTLINE / 2
    return [
        node("rect", x=grid.line_x - half, y=grid.top, width=OUTLINE, height=grid.height, fill=theme.ink),
        node("rect", x=grid.left, y=grid.line_y - half, width=grid.width, height=OUTLINE, fill=theme.ink),
    ]


def _clearing(box: Box, style: MarkStyle) -> Node:
    """Paper under a number that stands on a line."""
    return node(
        "rect",
        x=box.x + style.size / 2,
        y=box.y,
        width=style.width - style.size / 2,
        height=box.height,
        fill=style.theme.wall,
    )


def _axes(grid: Grid, language: str, theme: Theme) -> Drawn:
    """The names of the axes: support under the plot, influence up its left side."""
    baseline = grid.top + grid.height + 3 * UNIT
    right = grid.left + grid.width
    support = say("Support").text(language)
    influence = say("Influence").text(language)
    side = grid.left - 1.5 * UNIT
    middle = width(support, TEXT, Size.SMALL)
    low, high = say("low", context="axis").text(language), say("high", context="axis").text(language)
    nodes = [
        line_of(low, grid.left, baseline, TEXT, size=Size.SMALL, fill=theme.soft),
        line_of(support, grid.line_x - middle / 2, baseline, TEXT, size=Size.SMALL, fill=theme.ink),
        line_of(high, right, baseline, TEXT, size=Size.SMALL, fill=theme.soft, anchor="end"),
        group(
            [
                line_of(low, 0, 0, TEXT, size=Size.SMALL, fill=theme.soft),
                line_of(
                    influence,
                    grid.height - (grid.line_y - grid.top),
                    0,
                    TEXT,
                    size=Size.SMALL,
                    fill=theme.ink,
                    anchor="middle",
                ),
                line_of(high, grid.height, 0, TEXT, size=Size.SMALL, fill=theme.soft, anchor="end"),
            ],
            transform=f"translate({side:.2f} {grid.top + grid.height:.2f}) rotate(-90)",
        ),
    ]
    return Drawn(tuple(nodes), baseline + UNIT)
