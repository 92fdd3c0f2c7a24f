"""Until when a record holds: what a program can count is counted, other words stay words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from guildmark.credentials.record.validity import valid_until
from tests.credentials.designs import NOON, anything


@pytest.mark.parametrize(
    ("validity", "until"),
    [
        ({"years": 3}, "2029-11-23"),
        ({"months": 18, "reason": "Rules change"}, "2028-05-23"),
        ({"weeks": 1, "days": 1}, "2026-12-01"),
        ("P3Y", "2029-11-23"),
        ("P1Y6M", "2028-05-23"),
        ({"duration": "P10D"}, "2026-12-03"),
    ],
)
def test_a_duration_is_counted_from_the_day_of_issue(validity: Any, until: str) -> None:
    counted = valid_until(validity, NOON)
    assert counted is not None
    assert (counted.date().isoformat(), counted.timetz()) == (until, NOON.timetz())


@pytest.mark.parametrize(
    "validity",
    [None, "for ever", "P", "PT5H", {}, {"years": 0}, {"years": "3"}, {"years": -1}, {"years": 9999}, [3], True],
)
def test_what_cannot_be_counted_sets_no_end(validity: Any) -> None:
    assert valid_until(validity, NOON) is None


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert valid_until("P1M", datetime(2027, 1, 31, tzinfo=UTC)) == datetime(2027, 2, 28, tzinfo=UTC)


@given(anything)
def test_no_shape_makes_it_fail(validity: Any) -> None:
    valid_until(validity, NOON)
