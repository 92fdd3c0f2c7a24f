"""The cast: Alice coordinates, Bob is a member, Charlie coordinates another, Dora learns, Eve has no account."""

from __future__ import annotations

import pytest

from tests.web.cast import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()
