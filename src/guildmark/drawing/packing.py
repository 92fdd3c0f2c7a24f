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
    searches: dict[Wish, Iterator[tuple[float, float]]] = {}
    for wish in wishes:
        # Boxes are all of one size: a place that was taken once stays taken, so each search goes on where it stopped.
        search = searches.setdefault(wish, _nearest_first(wish, region, width, height))
        found = next((place for place in search if taken.leaves_free(*place)), None)
        if found is None:
            return None
        taken.add(*found)
    return [Box(x, y, width, height) for x, y in taken.places]


def _nearest_first(wish: Wish, region: Box, width: float, height: float) -> Iterator[tuple[float, float]]:
    across, down = region.width - width, region.height - height
    if across < 0 or down < 0:
        return
    wished_x, wished_y = across * wish.across, down * wish.down
    # The grid runs through the wished place, so that a box alone stands exactly where it should.
    first_x, first_y = wished_x % UNIT, wished_y % UNIT
    columns = [first_x + column * UNIT for column in range(int((across - first_x) // UNIT) + 1)]
    rows = [first_y + row * UNIT for row in range(int((down - first_y) // UNIT) + 1)]
    # Tuples sort without a key function: by distance, then row by row.
    places = [((x - wished_x) ** 2 + (y - wished_y) ** 2, y, x) for y in rows for x in columns]
    places.sort()
    left, top = region.x, region.y
    for _, y, x in places:
        yield left + x, top + y


class _Taken:
    """The corners of the boxes placed so far, by cells as big as a box with its gap: only neighbours are asked."""

    def __init__(self, across: float, down: float) -> None:
        self.across, self.down = across, down
        self.places: list[tuple[float, float]] = []
        self._by_cell: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def add(self, x: float, y: float) -> None:
        self.places.append((x, y))
        column, row = int(x // self.across), int(y // self.down)
        # Noted in every cell from which it could be in the way, so that a question looks into one cell.
        for near_column in (column - 1, column, column + 1):
            for near_row in (row - 1, row, row + 1):
                self._by_cell.setdefault((near_column, near_row), []).append((x, y))

    def leaves_free(self, x: float, y: float) -> bool:
        across, down = self.across, self.down
        for other_x, other_y in self._by_cell.get((int(x // across), int(y // down)), ()):
            if -across < x - other_x < across and -down < y - other_y < down:
                return False
        return True
