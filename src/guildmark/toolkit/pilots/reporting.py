"""How a share is told: counts before percentages, and none at all of very few (facts 3.1, 3.3)."""

from __future__ import annotations

from dataclasses import dataclass

from guildmark.toolkit.pilots.shares import wilson
from guildmark.toolkit.pilots.suppression import SMALLEST
from guildmark.words import Sentence, say

NO_PERCENTAGE = 10
"""Below so many answers no percentage is told."""
COUNT_FIRST = 30
"""Below so many answers the count comes first, and the percentage helps."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a group's answers, as far as it may be told.

    `percent` is None below ten answers; `yes`, `percent` and `interval` are None where the answers are too
    few to be shown at all.
    """

    n: int
    yes: int | None
    percent: int | None
    interval: tuple[float, float] | None
    sentence: Sentence


def describe_share(yes: int, n: int, *, population: int | None = None, smallest: int = SMALLEST) -> Share:
    """A share in words. Fewer than `smallest` answers, or so few on one side of it, are not shown."""
    if not 0 <= yes <= n:
        raise ValueError("0 <= yes <= n")
    if n < smallest:
        return Share(n, None, None, None, say("Too few answers to show (fewer than {smallest}).", smallest=smallest))
    if 0 < yes < smallest or 0 < n - yes < smallest:
        sentence = say("{n} answers; they are not divided, so that nobody is recognised.", n=n)
        return Share(n, None, None, None, sentence)
    interval = wilson(yes, n, population=population)
    if n < NO_PERCENTAGE:
        return Share(n, yes, None, interval, say("{yes} of {n}.", yes=yes, n=n))
    percent = round(100 * yes / n)
    if n < COUNT_FIRST:
        sentence = say("{yes} of {n} ({percent} %).", yes=yes, n=n, percent=percent)
    else:
        sentence = say("{percent} % ({yes} of {n}).", yes=yes, n=n, percent=percent)
    return Share(n, yes, percent, interval, sentence)
