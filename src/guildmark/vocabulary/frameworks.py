"""National qualifications frameworks, level by level, and the cycles of QF-EHEA, against the EQF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from guildmark.vocabulary import award_classes as classes
from guildmark.vocabulary.award_classes import AwardClass
from guildmark.vocabulary.files import read_document, read_items, read_rows
from guildmark.vocabulary.terms import Table, Term, Wording, fold


@dataclass(frozen=True, slots=True)
class FrameworkLevel:
    """A level of a national framework, as that framework writes it ("4+", "Entry 3", "5a").

    `eqf_level` is None where the level has no EQF counterpart; `note` then says why. `relation` is
    "same" (same number), "mapped" or "none". Each row has its source, confidence and date.
    """

    country: str
    framework: str
    level: str
    eqf_level: int | None
    relation: str
    note: str
    source: str
    confidence: str
    checked_on: date

    @property
    def key(self) -> str:
        """Country, framework and level: "NL/NLQF/4+"."""
        return f"{self.country}/{self.framework}/{self.level}"

    def label(self, language: str = "en") -> str:
        """The level for people: "NLQF, level 4+"."""
        return f"{self.framework}, {_level_word().text(language)} {self.level}"


@dataclass(frozen=True, slots=True)
class Cycle(Term):
    """A cycle of the higher-education area's framework with the EQF level it corresponds to."""

    eqf_level: int


def levels(country: str, framework: str | None = None) -> tuple[FrameworkLevel, ...]:
    """Every level of a country's frameworks (alpha-2 code), or of one of them, the lowest first."""
    return tuple(level for level in _levels().get(country, ()) if framework in (None, level.framework))


def frameworks(country: str) -> tuple[str, ...]:
    """The names of a country's frameworks."""
    return tuple(dict.fromkeys(level.framework for level in levels(country)))


def matching(country: str, level: str | int, framework: str | None = None) -> tuple[FrameworkLevel, ...]:
    """Every level that `level` may mean: "6", 6, "NFQ 6", "RQF level 4", "MECES 2"."""
    wanted = _plain(str(level))
    return tuple(row for row in levels(country, framework) if wanted in _spellings(row))


def level(country: str, level: str | int, framework: str | None = None) -> FrameworkLevel | None:
    """The level that is meant; None where there is none, or where frameworks disagree on its EQF level.

    Countries with several frameworks (BE, ES, GB) need the framework's name where their levels
    differ: `level("ES", "MECES 2")`.
    """
    found = matching(country, level, framework)
    return found[0] if found and len({row.eqf_level for row in found}) == 1 else None


def qf_ehea(key: str) -> Cycle:
    """The QF-EHEA cycle with this key: short, first, second, third."""
    return _cycles().get(key)


def find_cycle(text: str) -> Cycle | None:
    """The cycle that a person means: its key or its label in any of the five languages."""
    return _cycles().find(text)


def cycles() -> tuple[Cycle, ...]:
    """The four cycles, the shortest first."""
    return _cycles().items


def cycle_of_eqf(eqf_level: int) -> Cycle | None:
    """The cycle that corresponds to an EQF level: 5 short, 6 first, 7 second, 8 third."""
    return next((cycle for cycle in cycles() if cycle.eqf_level == eqf_level), None)


def award_classes(country: str) -> tuple[AwardClass, ...]:
    """The classes of award of a country's framework (R12: Ireland and New Zealand)."""
    return classes.of(country)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def _spellings(row: FrameworkLevel) -> frozenset[str]:
    """The ways of writing a level: alone, after the word for level, after the framework's name."""
    ways = {_plain(row.level)}
    ways |= {f"{_plain(word)} {_plain(row.level)}" for word in _level_word().all_texts()}
    names = {_plain(row.framework), _plain(row.framework.split("(")[0]), _plain(row.framework.split()[0])}
    return frozenset(ways | {f"{name} {way}" for name in names for way in ways} | {_plain(row.key)})


@lru_cache(maxsize=1)
def _levels() -> Mapping[str, tuple[FrameworkLevel, ...]]:
    found: dict[str, list[FrameworkLevel]] = {}
    for row in read_rows("framework_levels"):
        found.setdefault(row["iso2"], []).append(
            FrameworkLevel(
                country=row["iso2"],
                framework=row["framework"],
                level=row["nqf_level"],
                eqf_level=int(row["eqf_level"]) if row["eqf_level"] else None,
                relation=row["relation"],
                note=row["note"],
                source=row["source"],
                confidence=row["confidence"],
                checked_on=date.fromisoformat(row["checked_on"]),
            )
        )
    return {country: tuple(rows) for country, rows in found.items()}


@lru_cache(maxsize=1)
def _level_word() -> Wording:
    return Wording.read(read_document("cycles")["level"])


@lru_cache(maxsize=1)
def _cycles() -> Table[Cycle]:
    items = (Cycle(item["key"], Wording.read(item), item["eqf_level"]) for item in read_items("cycles"))
    return Table(items, aliases=lambda cycle: (fold(cycle.name.en).removesuffix(" cycle"),))
