"""The guide's 21 terms ("Understanding the terminology"), each with a gloss."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class GlossaryTerm(Term):
    """A term with its abbreviation (empty where it has none) and what it means, in a sentence."""

    abbreviation: str
    gloss: Wording


def get(key: str) -> GlossaryTerm:
    """The term with this key, such as rpl or pact_for_skills."""
    return _table().get(key)


def find(text: str) -> GlossaryTerm | None:
    """The term that a person means: abbreviation, key or label in any of the five languages."""
    return _table().find(text)


def all_terms() -> tuple[GlossaryTerm, ...]:
    """The 21 terms in the guide's order."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[GlossaryTerm]:
    items = (
        GlossaryTerm(item["key"], Wording.read(item), item.get("abbreviation", ""), Wording.read(item["gloss"]))
        for item in read_items("glossary")
    )
    return Table(items, aliases=lambda term: (term.abbreviation,) if term.abbreviation else ())
