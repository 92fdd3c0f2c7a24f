"""Boxes placed near where they wish to be, without overlap, and the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guildmark.drawing.theme import UNIT


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Wish:
    """Where the middle of a box would like to be in a region: 0 to 1 from the left and from the top."""

    across: float
    down: float


def pack(wishes: Sequence[Wish], region: Box, width: float, height: float, *, gap: float) -> list[Box] | None:
    """A box of `width` × `height` for each wish, in their order; None where the region is too small.

    Boxes stand on a grid of 8 pixels, at least `gap` apart; those that wish for the same place
    gather around it, the earlier the nearer.
    """
    if len(wishes) * (width + gap) * (height + gap) > (region.width + gap) * (region.height + gap):
        return None
    taken = _Taken(width + gap, height + gap)
    searches: dict[Wish, Iterator[Box]] = {}
    for wish in wishes:
        # Boxes are all of one size: a place that was taken once stays taken, so each search goes on where it stopped.
        search = searches.setdefault(wish, _nearest_first(wish, region, width, height))
        found = next((place for place in search if taken.leaves_free(place)), None)
        if found is None:
            return None
        taken.add(found)
    return taken.boxes


def _nearest_first(wish: Wish, region: Box, width: float, height: float) -> Iterator[Box]:
    across, down = region.width - width, region.height - height
    if across < 0 or down < 0:
        return
    wished_x, wished_y = across * wish.across, down * wish.down
    # The grid runs through the wished place, so that a box alone stands exactly where it should.
    first_x, first_y = wished_x % UNIT, wished_y % UNIT
    places = [
        (first_x + column * UNIT, first_y + row * UNIT)
        for row in range(int((down - first_y) // UNIT) + 1)
        for column in range(int((across - first_x) // UNIT) + 1)
    ]
    places.sort(key=lambda place: ((place[0] - wished_x) ** 2 + (place[1] - wished_y) ** 2, place[1], place[0]))
    for x, y in places:
        yield Box(region.x + x, region.y + y, width, height)


class _Taken:
    """The boxes placed so far, by cells as big as a box with its gap: only neighbours have to be asked."""

    def __init__(self, across: float, down: float) -> None:
        self.across, self.down = across, down
        self.boxes: list[Box] = []
        self._by_cell: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        self.boxes.append(box)
        self._by_cell.setdefault(self._cell(box), []).append(box)

    def leaves_free(self, box: Box) -> bool:
        column, row = self._cell(box)
        return not any(
            abs(box.x - other.x) < self.across and abs(box.y - other.y) < self.down
            for near_column in (column - 1, column, column + 1)
            for near_row in (row - 1, row, row + 1)
            for other in self._by_cell.get((near_column, near_row), ())
        )

    def _cell(self, box: Box) -> tuple[int, int]:
        return int(box.x // self.across), int(box.y // self.down)
