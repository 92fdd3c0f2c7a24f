"""Workload and ECTS: how many hours of work a credit stands for in each country (R7; ch. 3.3.2)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from guildmark.vocabulary import countries
from guildmark.vocabulary.countries import Country

USUAL_HOURS = (25.0, 30.0)
"""Hours a credit in most systems (ECTS Users' Guide 2015): said where we know of no national rule."""


@dataclass(frozen=True, slots=True)
class HoursPerCredit:
    """Fewest and most hours that one ECTS credit stands for in `country`."""

    country: Country
    fewest: float
    most: float

    def hours(self, ects: float) -> tuple[int, int]:
        """Fewest and most whole hours for `ects` credits.

        A national rule such as 1,600 hours a year gives 26.67 hours a credit; whole hours on both sides
        of it are right.
        """
        credits_ = Decimal(str(ects))
        return (
            math.floor(credits_ * Decimal(str(self.fewest))),
            math.ceil(credits_ * Decimal(str(self.most))),
        )

    def credits(self, hours: float) -> tuple[float, float]:
        """Fewest and most credits, in halves, for which `hours` of work stand; (0, 0) where none do."""
        halves = [half / 2 for half in range(1, math.floor(hours / self.fewest * 2) + 2) if self.holds(hours, half / 2)]
        return (halves[0], halves[-1]) if halves else (0.0, 0.0)

    def holds(self, hours: float, ects: float) -> bool:
        """Whether `hours` of work and `ects` credits agree."""
        fewest, most = self.hours(ects)
        return fewest <= hours <= most


def hours_per_credit(country: str | Country) -> HoursPerCredit | None:
    """The rule of one country (alpha-2 code); None where we know of none. LookupError for no country."""
    known = countries.get(country) if isinstance(country, str) else country
    return HoursPerCredit(known, *known.ects_hours) if known.ects_hours else None


def rules_of(several: Iterable[Country]) -> tuple[HoursPerCredit, ...]:
    """The rules that are known among the countries of a joint award."""
    return tuple(rule for rule in map(hours_per_credit, several) if rule)
