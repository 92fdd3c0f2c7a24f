"""Hiding small cells, and a second one wherever totals would give the first away (facts 3.1, 3.2)."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
"""Row and column; the last of each is the total."""

SMALLEST = 5
"""Fewest people in a cell that is shown; the common default of surveys among colleagues."""
SMALLEST_SENSITIVE = 10
"""The same for sensitive questions."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, or None where it is hidden; `why` is "small" or "complementary" for a hidden one."""

    count: int | None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A table in which nobody can be recognised.

    `cells` is row → column → cell; `row_totals`, `column_totals` and `total` are shown only where they
    give nothing away.
    """

    cells: Mapping[str, Mapping[str, Cell]]
    row_totals: Mapping[str, Cell]
    column_totals: Mapping[str, Cell]
    total: Cell

    @property
    def hidden(self) -> int:
        """How many cells inside the table are hidden."""
        return sum(cell.count is None for row in self.cells.values() for cell in row.values())


def suppress(table: Mapping[str, Mapping[str, int]], *, smallest: int = SMALLEST) -> Suppressed:
    """Hide every count from 1 to `smallest` - 1, totals too, and more until none can be computed from the rest.

    `table` is row → column → count, every row with the same columns. Zero is shown, being nobody's answer,
    unless it has to shield another.
    """
    rows, columns = list(table), list(next(iter(table.values()), {}))
    if any(list(row) != columns for row in table.values()):
        raise ValueError("every row has the same columns, in the same order")
    counts = [[table[row][column] for column in columns] for row in rows]
    if any(count < 0 for row in counts for count in row):
        raise ValueError("a count is never negative")
    full = [[*row, sum(row)] for row in counts]
    full.append([sum(row[c] for row in full) for c in range(len(columns) + 1)])
    hidden = _hide(full, smallest)

    def cell(r: int, c: int) -> Cell:
        count = full[r][c]
        if (r, c) not in hidden:
            return Cell(count)
        return Cell(None, "small" if 0 < count < smallest else "complementary")

    return Suppressed(
        {row: {column: cell(r, c) for c, column in enumerate(columns)} for r, row in enumerate(rows)},
        {row: cell(r, len(columns)) for r, row in enumerate(rows)},
        {column: cell(len(rows), c) for c, column in enumerate(columns)},
        cell(len(rows), len(columns)),
    )


def _hide(full: Sequence[Sequence[int]], smallest: int) -> set[Place]:
    small = {(r, c) for r, row in enumerate(full) for c, count in enumerate(row) if 0 < count < smallest}
    hidden = set(small)
    for line in _lines(full):
        _thicken(full, line, hidden, smallest)
    # Rows and columns are the nodes of a graph, hidden cells its edges: a cell can be computed from the rest
    # exactly when no other way leads from its row to its column. So each small cell gets such a way, the
    # cheapest in counts. Ways only add edges: one pass is enough.
    for place in sorted(small):
        hidden |= _cheapest_way(full, place, hidden)
    return hidden


def _lines(full: Sequence[Sequence[int]]) -> Iterator[tuple[Sequence[Place], Place]]:
    """Each row and column of the table with the place of its total."""
    height, width = len(full) - 1, len(full[0]) - 1
    for r in range(height):
        yield [(r, c) for c in range(width)], (r, width)
    for c in range(width):
        yield [(r, c) for r in range(height)], (height, c)


def _thicken(
    full: Sequence[Sequence[int]], line: tuple[Sequence[Place], Place], hidden: set[Place], smallest: int
) -> None:
    """Hide more of a line where the hidden cells together are so few that each must be."""
    places, total = line
    while total not in hidden:
        inside = [place for place in places if place in hidden]
        shown = [place for place in places if place not in hidden and full[place[0]][place[1]]]
        if not inside or not shown or sum(full[r][c] for r, c in inside) >= smallest:
            return
        hidden.add(min(shown, key=lambda place: full[place[0]][place[1]]))


def _cheapest_way(full: Sequence[Sequence[int]], place: Place, hidden: set[Place]) -> set[Place]:
    """The cells of the cheapest way from the row of `place` to its column that does not use it (Dijkstra)."""
    height, width = len(full), len(full[0])
    everybody = full[-1][-1] + 1

    def cost(r: int, c: int) -> int:
        if (r, c) in hidden:
            return 0
        # Totals are wanted by readers, and a zero shields little: both are taken last.
        last = r == height - 1 or c == width - 1 or full[r][c] == 0
        return full[r][c] + (everybody if last else 0) + 1

    start, goal = ("row", place[0]), ("column", place[1])
    queue: list[tuple[int, tuple[str, int], tuple[Place, ...]]] = [(0, start, ())]
    done: set[tuple[str, int]] = set()
    while queue:
        spent, node, way = heapq.heappop(queue)
        if node == goal:
            return set(way)
        if node in done:
            continue
        done.add(node)
        kind, number = node
        for other in range(width if kind == "row" else height):
            step = (number, other) if kind == "row" else (other, number)
            if step != place:
                reached = ("column" if kind == "row" else "row", other)
                heapq.heappush(queue, (spent + cost(*step), reached, (*way, step)))
    return set()
