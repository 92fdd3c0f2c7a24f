"""One question's ratings in few numbers: median and quartiles, never a mean of a single item (facts 3.13)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from guildmark.toolkit.pilots.suppression import SMALLEST


@dataclass(frozen=True, slots=True)
class Summary:
    """Median, quartiles and counts of the ratings of one item; None and empty where they are too few to show.

    Small counts inside are not hidden here: `suppress` does that for a table that is published.
    """

    n: int
    median: float | None
    quartiles: tuple[float, float] | None
    counts: tuple[tuple[float, int], ...]

    @property
    def interquartile_range(self) -> float | None:
        """The distance between the quartiles."""
        return self.quartiles[1] - self.quartiles[0] if self.quartiles else None


def summarise(ratings: Sequence[float], *, smallest: int = SMALLEST) -> Summary:
    """The summary of a single item's ratings; of fewer than `smallest` only their number."""
    if len(ratings) < smallest:
        return Summary(len(ratings), None, None, ())
    return Summary(
        len(ratings),
        quantile(ratings, 0.5),
        (quantile(ratings, 0.25), quantile(ratings, 0.75)),
        tuple(sorted(Counter(ratings).items())),
    )


def quantile(values: Sequence[float], share: float) -> float:
    """The quantile by linear interpolation between the ordered values (Hyndman and Fan 1996, type 7)."""
    if not values or not 0 <= share <= 1:
        raise ValueError("some values, and a share from 0 to 1")
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
