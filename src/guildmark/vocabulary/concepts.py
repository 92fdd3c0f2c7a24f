"""The European controlled vocabularies (ELM): concepts with their addresses, by name and by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_rows
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Concept(Term):
    """A concept of one European vocabulary; the key is its English label in snake case.

    `vocabulary` is the vocabulary's name in the address ("assessment", "learning-activity").
    """

    vocabulary: str
    uri: str


def get(vocabulary: str, key: str) -> Concept:
    """The concept of a vocabulary by its key: `get("assessment", "portfolio")`."""
    return _table(vocabulary).get(key)


def find(vocabulary: str, text: str) -> Concept | None:
    """The concept that a person means: its key or its label in any of the five languages."""
    return _table(vocabulary).find(text)


def nearest(vocabulary: str, text: str) -> list[str]:
    """Keys of the vocabulary's concepts that look like `text`."""
    return _table(vocabulary).nearest(text)


def all_concepts(vocabulary: str) -> tuple[Concept, ...]:
    """The concepts of one vocabulary."""
    return _table(vocabulary).items


def vocabularies() -> tuple[str, ...]:
    """The names of the vocabularies."""
    return tuple(_tables())


def by_uri(uri: str) -> Concept | None:
    """The concept with this address, in any vocabulary."""
    return _by_uri().get(uri)


def _table(vocabulary: str) -> Table[Concept]:
    try:
        return _tables()[vocabulary]
    except KeyError:
        raise LookupError(f"no vocabulary is called {vocabulary!r}; there are {', '.join(_tables())}") from None


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Table[Concept]]:
    found: dict[str, list[Concept]] = {}
    for row in read_rows("concepts"):
        concept = Concept(row["key"], Wording.read(row), row["vocabulary"], row["uri"])
        found.setdefault(concept.vocabulary, []).append(concept)
    return {name: Table(items) for name, items in found.items()}


@lru_cache(maxsize=1)
def _by_uri() -> Mapping[str, Concept]:
    return {concept.uri: concept for table in _tables().values() for concept in table.items}
