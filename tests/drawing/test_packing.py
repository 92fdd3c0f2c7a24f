"""Packing: near where a box wishes to be, never on another, and None rather than a squeeze."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from guildmark.drawing.packing import Box, Wish, pack

REGION = Box(10, 20, 360, 240)
shares = st.floats(0, 1)


@given(st.lists(st.builds(Wish, shares, shares), max_size=40))
def test_boxes_stay_inside_and_keep_their_gap(wishes):
    boxes = pack(wishes, REGION, 28, 28, gap=4)
    assert boxes is not None
    assert len(boxes) == len(wishes)
    for box in boxes:
        assert REGION.x <= box.x <= box.right <= REGION.right + 1e-6
        assert REGION.y <= box.y <= box.bottom <= REGION.bottom + 1e-6
    for one, other in combinations(boxes, 2):
        assert not Box(one.x - 3.9, one.y - 3.9, 35.8, 35.8).overlaps(other)


def test_a_box_alone_stands_exactly_where_it_wishes():
    assert pack([Wish(0.25, 0.5)], Box(0, 0, 128, 68), 28, 28, gap=4) == [Box(25, 20, 28, 28)]


def test_a_region_that_is_too_small_says_so():
    assert pack([Wish(0.5, 0.5)] * 3, Box(0, 0, 60, 30), 28, 28, gap=4) is None


def test_nothing_needs_no_room():
    assert pack([], Box(0, 0, 0, 0), 28, 28, gap=4) == []
