"""Annex 1's last column: what the four ratings of a country come to."""

from __future__ import annotations

from collections.abc import Mapping

from guildmark.toolkit.context.model import Dimension, Rating, Readiness

Ratings = Mapping[Dimension, Rating | None]
"""A rating for each dimension; one that is absent or None is not yet rated."""


def readiness(ratings: Ratings) -> Readiness | None:
    """Overall readiness (ruling R32): None as long as a dimension is unrated.

    All established is advanced, all not integrated is not started, any not integrated is emerging,
    everything else developing. Reproduces Annex 1; "not started" is ours.
    """
    given = [ratings.get(dimension) for dimension in Dimension]
    if None in given:
        return None
    if all(rating is Rating.ESTABLISHED for rating in given):
        return Readiness.ADVANCED
    if all(rating is Rating.NOT_INTEGRATED for rating in given):
        return Readiness.NOT_STARTED
    if Rating.NOT_INTEGRATED in given:
        return Readiness.EMERGING
    return Readiness.DEVELOPING


def missing(ratings: Ratings) -> tuple[Dimension, ...]:
    """The dimensions that are not yet rated, in Annex 1's order."""
    return tuple(dimension for dimension in Dimension if ratings.get(dimension) is None)
