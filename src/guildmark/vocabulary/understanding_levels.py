"""The three levels of understanding of micro-credentials, with their shapes (Step 3.1.2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class UnderstandingLevel(Term):
    """A level: `shape` is "triangle", "square" or "circle", `shape_name` its word for people."""

    number: int
    shape: str
    shape_name: Wording
    description: Wording


def get(key: str) -> UnderstandingLevel:
    """The level with this key: low, medium, high."""
    return _table().get(key)


def find(text: str) -> UnderstandingLevel | None:
    """The level that a person means: its key or its label in any of the five languages."""
    return _table().find(text)


def all_levels() -> tuple[UnderstandingLevel, ...]:
    """The three levels, the lowest first."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[UnderstandingLevel]:
    return Table(
        UnderstandingLevel(
            item["key"],
            Wording.read(item),
            number,
            item["shape"],
            Wording.read(item["shape_name"]),
            Wording.read(item["description"]),
        )
        for number, item in enumerate(read_items("understanding_levels"), start=1)
    )
