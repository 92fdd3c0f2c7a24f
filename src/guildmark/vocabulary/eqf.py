"""The eight EQF levels and what each asks for (Council Recommendation of 22 May 2017, Annex II)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from guildmark.vocabulary.files import read_document
from guildmark.vocabulary.terms import Table, Term, Wording

DOMAINS = ("knowledge", "skills", "responsibility")
"""The three columns of Annex II; "responsibility" stands for responsibility and autonomy."""


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What a level asks for in one domain, in our own words, with verbs that suit it (English)."""

    level: int
    domain: str
    text: Wording
    verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EqfLevel(Term):
    """An EQF level; its key is the number as text."""

    number: int
    uri: str
    descriptors: tuple[Descriptor, ...]

    def descriptor(self, domain: str) -> Descriptor:
        """What the level asks for in "knowledge", "skills" or "responsibility"."""
        return self.descriptors[DOMAINS.index(domain)]


def get(level: int | str) -> EqfLevel:
    """The level with this number, 1 to 8; LookupError for any other."""
    return _table().get(str(level))


def all_levels() -> tuple[EqfLevel, ...]:
    """The eight levels, the lowest first."""
    return _table().items


def descriptor(level: int, domain: str) -> Descriptor:
    """What a level asks for in "knowledge", "skills" or "responsibility"."""
    return get(level).descriptor(domain)


@lru_cache(maxsize=len(DOMAINS))
def domain_name(domain: str) -> Wording:
    """The domain's name for people: "responsibility" is "responsibility and autonomy"."""
    return Wording.read(read_document("eqf")["domain"][domain])


@lru_cache(maxsize=1)
def _table() -> Table[EqfLevel]:
    document = read_document("eqf")
    return Table(_level(number, document) for number in range(1, 9))


def _level(number: int, document: dict[str, Any]) -> EqfLevel:
    rows = document[f"level_{number}"]
    names = document["name"]
    name = Wording.read({language: text.replace("#", str(number)) for language, text in names.items()})
    return EqfLevel(
        key=str(number),
        name=name,
        number=number,
        uri=f"http://data.europa.eu/snb/eqf/{number}",
        descriptors=tuple(
            Descriptor(number, domain, Wording.read(rows[domain]), tuple(rows[domain]["verbs"])) for domain in DOMAINS
        ),
    )
