"""Annex 1's last column."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from guildmark.toolkit.context import Dimension, Rating, Readiness, missing, readiness
from tests.cases import cases

ORDER = [Readiness.NOT_STARTED, Readiness.EMERGING, Readiness.DEVELOPING, Readiness.ADVANCED]
RISING = [Rating.NOT_INTEGRATED, Rating.DEVELOPING, Rating.ESTABLISHED]
EVERY = [dict(zip(Dimension, ratings, strict=True)) for ratings in product([None, *RISING], repeat=4)]


def rated(case: dict[str, Any]) -> dict[Dimension, Rating | None]:
    return {Dimension(key): rating and Rating(rating) for key, rating in case["ratings"].items()}


@pytest.mark.parametrize("case", cases("readiness"))
def test_the_readiness_is_the_one_of_the_case(case: dict[str, Any]) -> None:
    assert readiness(rated(case)) == case["readiness"]


def test_any_unrated_dimension_leaves_the_readiness_open_and_is_named() -> None:
    for ratings in EVERY:
        unrated = [dimension for dimension in Dimension if ratings[dimension] is None]
        assert list(missing(ratings)) == unrated
        assert (readiness(ratings) is None) == bool(unrated)


def test_a_better_rating_never_lowers_the_readiness() -> None:
    for ratings in EVERY:
        for dimension in Dimension:
            here, rating = readiness(ratings), ratings[dimension]
            if here is None or rating in {None, Rating.ESTABLISHED}:
                continue
            better = readiness({**ratings, dimension: RISING[RISING.index(rating) + 1]})
            assert better is not None
            assert ORDER.index(better) >= ORDER.index(here)


def test_a_dimension_that_is_not_named_is_not_rated() -> None:
    assert missing({Dimension.POLICIES: Rating.ESTABLISHED}) == (
        Dimension.GOVERNANCE,
        Dimension.FRAMEWORK,
        Dimension.ACTIVITIES,
    )
