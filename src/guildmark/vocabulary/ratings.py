"""The three ratings of Annex 1's heat matrix: established, developing, not yet integrated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary import colours
from guildmark.vocabulary.colours import Colour
from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Rating(Term):
    """How far one dimension of a country's system has come; `description` says what that means."""

    colour: Colour
    description: Wording


def get(key: str) -> Rating:
    """The rating with this key: established, developing, not_integrated."""
    return _table().get(key)


def find(text: str) -> Rating | None:
    """The rating that a spreadsheet's cell means: key, label or colour in any of the five languages."""
    return _table().find(text)


def nearest(text: str) -> list[str]:
    """Keys of the ratings that look like `text`."""
    return _table().nearest(text)


def all_ratings() -> tuple[Rating, ...]:
    """The three ratings, the best first."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[Rating]:
    items = (
        Rating(item["key"], Wording.read(item), colours.get(item["colour"]), Wording.read(item["description"]))
        for item in read_items("ratings")
    )
    return Table(items, aliases=lambda rating: rating.colour.name.all_texts())
