"""Shares, response rates and summaries of small groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.pilots import (
    describe_share,
    finite_population_correction,
    quantile,
    response_rate,
    standard_error,
    summarise,
    wilson,
)


@pytest.mark.parametrize(
    ("yes", "n", "interval"),
    [(81, 263, (0.2553, 0.3662)), (15, 148, (0.0624, 0.1605)), (0, 20, (0.0, 0.1611)), (1, 29, (0.0061, 0.1718))],
)
def test_the_worked_examples_of_newcombe(yes: int, n: int, interval: tuple[float, float]) -> None:
    # Newcombe (1998), Statistics in Medicine 17, table I, method 3.
    assert wilson(yes, n) == pytest.approx(interval, abs=0.00005)


@given(st.integers(1, 60), st.data())
def test_the_interval_holds_the_share_and_shrinks_with_the_population(n: int, data: st.DataObject) -> None:
    yes = data.draw(st.integers(0, n))
    population = data.draw(st.integers(n, 2 * n))
    low, high = wilson(yes, n)
    near_low, near_high = wilson(yes, n, population=population)
    assert 0 <= low <= yes / n <= high <= 1
    assert low - 1e-12 <= near_low <= yes / n + 1e-12
    assert yes / n - 1e-12 <= near_high <= high + 1e-12


def test_when_everybody_answered_nothing_is_uncertain() -> None:
    assert wilson(7, 20, population=20) == (0.35, 0.35)
    assert standard_error(7, 20, population=20) == 0
    assert finite_population_correction(1, 1) == 0


def test_the_finite_population_correction() -> None:
    assert finite_population_correction(20, 30) == pytest.approx((10 / 29) ** 0.5)
    assert standard_error(10, 20) == pytest.approx(0.1118, abs=0.0001)


@pytest.mark.parametrize(
    ("yes", "n", "sentence"),
    [
        (2, 4, "Too few answers to show (fewer than 5)."),
        (3, 20, "20 answers; they are not divided, so that nobody is recognised."),
        (18, 20, "20 answers; they are not divided, so that nobody is recognised."),
        (8, 8, "8 of 8."),
        (15, 20, "15 of 20 (75 %)."),
        (30, 40, "75 % (30 of 40)."),
    ],
)
def test_counts_come_before_percentages(yes: int, n: int, sentence: str) -> None:
    assert str(describe_share(yes, n).sentence) == sentence


def test_below_ten_answers_there_is_no_percentage() -> None:
    assert describe_share(9, 9).percent is None
    assert describe_share(10, 10).percent == 100


def test_the_response_rate_leaves_out_who_does_not_belong() -> None:
    rate = response_rate(invited=30, ineligible=2, complete=18, partial=3)
    assert (rate.eligible, rate.answered, rate.rate) == (28, 21, 0.75)
    assert response_rate(invited=0, complete=0).rate is None
    with pytest.raises(ValueError, match="more people answered"):
        response_rate(invited=5, complete=6)


def test_median_and_quartiles() -> None:
    summary = summarise([2, 3, 3, 4, 4, 4, 5, 5])
    assert (summary.median, summary.quartiles, summary.interquartile_range) == (4, (3, 4.25), 1.25)
    assert summary.counts == ((2, 1), (3, 2), (4, 3), (5, 2))


def test_too_few_ratings_are_only_counted() -> None:
    assert (summarise([1, 2, 3, 4]).n, summarise([1, 2, 3, 4]).median) == (4, None)


def test_quantiles_are_interpolated() -> None:
    assert quantile([1, 2, 3, 4], 0.25) == 1.75
    assert quantile([7], 0.9) == 7
    with pytest.raises(ValueError, match="some values"):
        quantile([], 0.5)
