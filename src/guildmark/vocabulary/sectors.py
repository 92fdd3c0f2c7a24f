"""The guide's sectors A to P (Step 1, Section 4), and the parts of the creative sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_rows
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Sector(Term):
    """A sector with the letter that the questionnaire gives it."""

    letter: str


@dataclass(frozen=True, slots=True)
class CreativeField(Term):
    """A part of the cultural and creative sectors, with a hint to its NACE Rev. 2 classes.

    `in_creative_europe` tells those that Regulation (EU) 2021/818 names.
    """

    in_creative_europe: bool
    nace_hint: str


def get(key: str) -> Sector:
    """The sector with this key, such as creative_cultural."""
    return _sectors().get(key)


def find(text: str) -> Sector | None:
    """The sector that a person means: letter, key or label in any of the five languages."""
    return _sectors().find(text)


def nearest(text: str) -> list[str]:
    """Keys of the sectors that look like `text`."""
    return _sectors().nearest(text)


def all_sectors() -> tuple[Sector, ...]:
    """The sixteen sectors, A to P."""
    return _sectors().items


def creative_fields() -> tuple[CreativeField, ...]:
    """The fields of the cultural and creative sectors."""
    return _fields().items


def creative_field(key: str) -> CreativeField:
    """The creative field with this key, such as performing_arts."""
    return _fields().get(key)


@lru_cache(maxsize=1)
def _sectors() -> Table[Sector]:
    items = (Sector(row["key"], Wording.read(row), row["letter"]) for row in read_rows("sectors"))
    return Table(items, aliases=lambda sector: (sector.letter,))


@lru_cache(maxsize=1)
def _fields() -> Table[CreativeField]:
    return Table(
        CreativeField(row["key"], Wording.read(row), row["kind"] == "ccs_subsector", row["nace_hint"])
        for row in read_rows("creative_fields")
    )
