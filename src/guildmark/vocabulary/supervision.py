"""The three kinds of supervision and identity verification during assessment (ch. 3.4, Table 1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary import concepts
from guildmark.vocabulary.concepts import Concept
from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Supervision(Term):
    """A kind of supervision; `concept` is the European one, None where its address is unconfirmed."""

    supervised: bool
    identity_verified: bool
    concept: Concept | None


def get(key: str) -> Supervision:
    """The kind with this key, such as supervised_with_id."""
    return _table().get(key)


def find(text: str) -> Supervision | None:
    """The kind that a person means: its key or its label in any of the five languages."""
    return _table().find(text)


def all_kinds() -> tuple[Supervision, ...]:
    """The three kinds in the order of Table 1."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[Supervision]:
    return Table(
        Supervision(
            item["key"],
            Wording.read(item),
            item["supervised"],
            item["identity_verified"],
            concepts.by_uri(item["concept"]) if "concept" in item else None,
        )
        for item in read_items("supervision")
    )
