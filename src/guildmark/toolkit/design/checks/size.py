"""Check 23: the size is small, as the issuer's country understands it (R6; national rules)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from guildmark.toolkit.design.countries_of import issuer_places
from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import Design, Workload
from guildmark.vocabulary import countries
from guildmark.vocabulary.countries import Country
from guildmark.vocabulary.terms import fold
from guildmark.words import Listing, Sentence, say

UNUSUAL = Rule("workload.size", "advice", 23)
YEAR = Rule("workload.size.year", "advice", 23)
RULES = (UNUSUAL, YEAR)

FULL_YEAR = 60
"""ECTS credits of a full year of study: no longer a small unit anywhere."""


@dataclass(frozen=True, slots=True)
class CustomarySize:
    """The size that a country's rules give a micro-credential; None is an open end."""

    country: Country
    regions: tuple[str, ...]
    ects: tuple[float | None, float | None] | None
    hours: tuple[float | None, float | None] | None
    source: str

    def applies(self, country: Country, region: str | None) -> bool:
        """Whether an issuer there goes by it; a rule of one region also where no region is named."""
        return country == self.country and (not self.regions or not region or fold(region) in map(fold, self.regions))

    def holds(self, work: Workload) -> bool:
        """Whether the workload lies inside; one that cannot be compared does."""
        if self.ects is not None:
            return work.ects is None or _inside(work.ects, self.ects)
        return self.hours is None or _inside(work.hours, self.hours)

    def sentence(self) -> Sentence:
        """The size in words."""
        fewest, most = self.ects or self.hours or (None, None)
        if self.ects is not None:
            if fewest is None:
                return say("{country}: under {most} ECTS credits", country=self.country, most=round(most or 0))
            return say("{country}: {fewest} to {most} ECTS credits", country=self.country, fewest=fewest, most=most)
        if fewest is None:
            return say("{country}: up to {most} hours", country=self.country, most=most)
        return say("{country}: at least {fewest} hours", country=self.country, fewest=fewest)


def size(design: Design) -> Iterator[Finding]:
    """A workload outside the size of every issuer country that has one; a full year anywhere."""
    work = design.workload
    if work is None:
        return
    sizes = [size for place in issuer_places(design) for size in customary_sizes() if size.applies(*place)]
    if sizes and not any(size.holds(work) for size in sizes):
        yield UNUSUAL.at(
            pointer(("workload",)),
            say(
                "The size is unusual for a micro-credential; customary is {sizes}. Consider dividing or joining it.",
                sizes=Listing.of((size.sentence() for size in sizes), either=True),
            ),
        )
    elif not sizes and work.ects is not None and work.ects >= FULL_YEAR:
        yield YEAR.at(
            pointer(("workload", "ects")),
            say(
                "{ects} ECTS credits are a full year or more; a micro-credential is a small unit. Consider dividing"
                " it.",
                ects=work.ects,
            ),
        )


@lru_cache(maxsize=1)
def customary_sizes() -> tuple[CustomarySize, ...]:
    """The national sizes, from `data/sizes.toml`."""
    document = tomllib.loads((files("guildmark.toolkit.design.data") / "sizes.toml").read_text("utf-8"))
    return tuple(
        CustomarySize(
            countries.get(row["country"]),
            tuple(row.get("regions", ())),
            _bounds(row.get("ects")),
            _bounds(row.get("hours")),
            row["source"],
        )
        for row in document["size"]
    )


def _bounds(written: list[float] | None) -> tuple[float | None, float | None] | None:
    if written is None:
        return None
    fewest, most = (None if bound < 0 else bound for bound in written)
    return fewest, most


def _inside(value: float, bounds: tuple[float | None, float | None]) -> bool:
    fewest, most = bounds
    return (fewest is None or value >= fewest) and (most is None or value <= most)
