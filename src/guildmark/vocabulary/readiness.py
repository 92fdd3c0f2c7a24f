"""Overall readiness of a country, the last column of Annex 1's matrix."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary import colours
from guildmark.vocabulary.colours import Colour
from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Readiness(Term):
    """What the four ratings come to, with the colour it is shown in (green, yellow, yellow, red)."""

    colour: Colour
    description: Wording


def get(key: str) -> Readiness:
    """The readiness with this key: advanced, developing, emerging, not_started."""
    return _table().get(key)


def find(text: str) -> Readiness | None:
    """The readiness that a person means: its key or its label in any of the five languages."""
    return _table().find(text)


def all_readiness() -> tuple[Readiness, ...]:
    """The four kinds of readiness, the furthest first."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[Readiness]:
    return Table(
        Readiness(item["key"], Wording.read(item), colours.get(item["colour"]), Wording.read(item["description"]))
        for item in read_items("readiness")
    )
