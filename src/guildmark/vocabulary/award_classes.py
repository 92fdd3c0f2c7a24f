"""Classes of award, the way Ireland and New Zealand place micro-credentials (the guide, ch. 3.3.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from guildmark.vocabulary.files import read_items, read_rows
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class AwardClass(Term):
    """A class of award: what it is, its levels and size, and whether a micro-credential fits it.

    `fits` is "yes", "sometimes" or "no". The key has its country before it ("IE.minor").
    """

    country: str
    framework: str
    definition: Wording
    levels: str
    size: str
    fits: str
    source: str
    confidence: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class FrameworkRule:
    """A rule of the same frameworks on credit, listing, titles or review; its text is English."""

    key: str
    country: str
    framework: str
    name: str
    text: str
    value: str
    source: str
    confidence: str
    checked_on: date


def get(key: str) -> AwardClass:
    """The class with this key: "IE.special_purpose"."""
    return _table().get(key)


def of(country: str) -> tuple[AwardClass, ...]:
    """The classes of award of a country (alpha-2 code); none where we know of none."""
    return tuple(award for award in _table().items if award.country == country)


def all_classes() -> tuple[AwardClass, ...]:
    """Every class of award."""
    return _table().items


def rules(country: str) -> tuple[FrameworkRule, ...]:
    """What else the country's framework says of credit, listing, titles and review."""
    return tuple(
        FrameworkRule(
            key=f"{row['country']}.{row['class_key']}",
            country=row["country"],
            framework=row["framework"],
            name=row["name"],
            text=row["definition_own_words"],
            value=row["size"],
            source=row["source"],
            confidence=row["confidence"],
            checked_on=date.fromisoformat(row["checked_on"]),
        )
        for key, row in _facts().items()
        if row["country"] == country and row["class_key"].startswith("rule_")
    )


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, dict[str, str]]:
    return {f"{row['country']}.{row['class_key']}": row for row in read_rows("award_classes")}


@lru_cache(maxsize=1)
def _table() -> Table[AwardClass]:
    facts = _facts()
    return Table(
        AwardClass(
            key=item["key"],
            name=Wording.read(item),
            country=facts[item["key"]]["country"],
            framework=facts[item["key"]]["framework"],
            definition=Wording.read(item["definition"]),
            levels=facts[item["key"]]["levels"],
            size=facts[item["key"]]["size"],
            fits=facts[item["key"]]["fits_microcredential"].split(" ")[0],
            source=facts[item["key"]]["source"],
            confidence=facts[item["key"]]["confidence"],
            checked_on=date.fromisoformat(facts[item["key"]]["checked_on"]),
        )
        for item in read_items("award_classes")
    )
