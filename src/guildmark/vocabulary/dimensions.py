"""The four dimensions of a national system, the columns of Annex 1's matrix."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Dimension(Term):
    """A column of the matrix: `short` is its name where room is scarce, `purpose` what it looks at."""

    short: Wording
    purpose: Wording


def get(key: str) -> Dimension:
    """The dimension with this key: governance, policies, framework, activities."""
    return _table().get(key)


def find(text: str) -> Dimension | None:
    """The dimension that a person means: key, name or short name in any of the five languages."""
    return _table().find(text)


def all_dimensions() -> tuple[Dimension, ...]:
    """The four dimensions in Annex 1's order."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[Dimension]:
    items = (
        Dimension(item["key"], Wording.read(item), Wording.read(item["short"]), Wording.read(item["purpose"]))
        for item in read_items("dimensions")
    )
    return Table(items, aliases=lambda dimension: dimension.short.all_texts())
