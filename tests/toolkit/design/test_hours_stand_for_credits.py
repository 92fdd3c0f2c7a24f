"""Hours per credit, country by country."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.design import hours_per_credit
from guildmark.vocabulary import countries


@pytest.mark.parametrize(
    ("country", "ects", "hours"),
    [
        ("AT", 4, (100, 100)),
        ("CZ", 4, (100, 120)),
        ("NL", 3, (84, 84)),
        ("IE", 5, (100, 150)),
        ("SE", 7.5, (200, 201)),
        ("PT", 1, (25, 28)),
    ],
)
def test_hours_of_some_credits(country: str, ects: float, hours: tuple[int, int]) -> None:
    rule = hours_per_credit(country)
    assert rule is not None
    assert rule.hours(ects) == hours


def test_a_country_without_a_rule_that_we_know() -> None:
    assert hours_per_credit("AR") is None
    with pytest.raises(LookupError):
        hours_per_credit("XX")


def test_credits_for_some_hours() -> None:
    rule = hours_per_credit("CZ")
    assert rule is not None
    assert rule.credits(100) == (3.5, 4.0)
    assert rule.credits(5) == (0.0, 0.0)


@given(st.sampled_from([country for country in countries.with_facts() if country.ects_hours]), st.integers(1, 120))
def test_the_hours_of_a_credit_are_within_its_own_rule(country: countries.Country, halves: int) -> None:
    rule = hours_per_credit(country)
    assert rule is not None
    fewest, most = rule.hours(halves / 2)
    assert rule.holds(fewest, halves / 2)
    assert rule.holds(most, halves / 2)
    assert not rule.holds(fewest - 1, halves / 2)
    assert not rule.holds(most + 1, halves / 2)
    low, high = rule.credits(fewest)
    assert low <= halves / 2 <= high
