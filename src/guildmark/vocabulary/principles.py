"""The ten European principles for micro-credentials (the guide, ch. 3.5)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Principle(Term):
    """A principle: its number from 1 to 10, what it says, and what a provider does about it."""

    number: int
    summary: Wording
    practice: Wording


def get(key: str) -> Principle:
    """The principle with this key, such as valid_assessment."""
    return _table().get(key)


def find(text: str) -> Principle | None:
    """The principle that a person means: its key or its label in any of the five languages."""
    return _table().find(text)


def all_principles() -> tuple[Principle, ...]:
    """The ten principles in their order."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[Principle]:
    return Table(
        Principle(
            item["key"], Wording.read(item), number, Wording.read(item["summary"]), Wording.read(item["practice"])
        )
        for number, item in enumerate(read_items("principles"), start=1)
    )
