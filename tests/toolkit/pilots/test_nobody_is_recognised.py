"""Small cells are hidden, and cannot be computed from what is shown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.pilots import Suppressed, suppress

tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 25), min_size=width, max_size=width), min_size=1, max_size=4)
)


def test_a_second_cell_is_hidden_in_the_row_and_in_the_column() -> None:
    shielded = suppress({"a": {"x": 12, "y": 3, "z": 9}, "b": {"x": 20, "y": 11, "z": 14}})
    assert _counts(shielded) == [[12, None, None], [20, None, None]]
    assert shielded.cells["a"]["y"].why == "small"
    assert shielded.cells["b"]["z"].why == "complementary"
    assert shielded.hidden == 4
    assert shielded.total.count == 69


def test_a_small_total_is_hidden_as_well() -> None:
    shielded = suppress({"a": {"x": 2}, "b": {"x": 40}, "c": {"x": 9}})
    assert shielded.row_totals["a"].count is None
    assert shielded.row_totals["c"].count is None
    assert shielded.total.count == 51


def test_large_cells_and_zeros_are_shown() -> None:
    assert _counts(suppress({"a": {"x": 12, "y": 0}, "b": {"x": 5, "y": 8}})) == [[12, 0], [5, 8]]


def test_the_smallest_cell_can_be_chosen() -> None:
    assert suppress({"a": {"x": 9, "y": 30}, "b": {"x": 20, "y": 30}}).hidden == 0
    assert suppress({"a": {"x": 9, "y": 30}, "b": {"x": 20, "y": 30}}, smallest=10).hidden == 4


def test_an_empty_table() -> None:
    assert suppress({}).total.count == 0


def test_a_ragged_table_is_an_error_of_the_programmer() -> None:
    with pytest.raises(ValueError, match="same columns"):
        suppress({"a": {"x": 1}, "b": {"y": 1}})
    with pytest.raises(ValueError, match="never negative"):
        suppress({"a": {"x": -1}})


@given(tables)
def test_no_small_cell_is_shown_or_can_be_computed(rows: list[list[int]]) -> None:
    table = {str(r): {str(c): count for c, count in enumerate(row)} for r, row in enumerate(rows)}
    shielded = suppress(table)
    known = [[*row] for row in _counts(shielded)]
    for row, total in zip(known, shielded.row_totals.values(), strict=True):
        row.append(total.count)
    known.append([*(cell.count for cell in shielded.column_totals.values()), shielded.total.count])
    full = [[*row, sum(row)] for row in rows]
    full.append([sum(column) for column in zip(*full, strict=True)])
    for r, row in enumerate(known):
        for c, count in enumerate(row):
            if count is not None:
                assert count == full[r][c]
                assert not 0 < count < 5
            elif 0 < full[r][c] < 5:
                assert not _is_determined(known, (r, c))


def _counts(shielded: Suppressed) -> list[list[int | None]]:
    return [[cell.count for cell in row.values()] for row in shielded.cells.values()]


def _is_determined(known: list[list[int | None]], place: tuple[int, int]) -> bool:
    """Whether the sums of rows and columns fix one hidden cell: linear algebra, unlike the code under test."""
    unknown = [(r, c) for r, row in enumerate(known) for c, count in enumerate(row) if count is None]
    equations = [[Fraction(int(r == line)) * _sign(c, len(known[0])) for r, c in unknown] for line in range(len(known))]
    equations += [
        [Fraction(int(c == line)) * _sign(r, len(known)) for r, c in unknown] for line in range(len(known[0]))
    ]
    target = [Fraction(int(cell == place)) for cell in unknown]
    return _rank(equations) == _rank([*equations, target])


def _sign(place: int, length: int) -> int:
    return -1 if place == length - 1 else 1


def _rank(rows: list[list[Fraction]]) -> int:
    rows, rank = [row[:] for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((n for n in range(rank, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for n in range(len(rows)):
            if n != rank and rows[n][column]:
                factor = rows[n][column] / rows[rank][column]
                rows[n] = [one - factor * other for one, other in zip(rows[n], rows[rank], strict=True)]
        rank += 1
    return rank
