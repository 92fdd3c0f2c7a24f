"""The 16 European standard elements of a micro-credential (the guide, ch. 3.4, Table 1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Element(Term):
    """A standard element: its place in Table 1 from 1 to 16, and one sentence that explains it."""

    number: int
    mandatory: bool
    explanation: Wording


def get(key: str) -> Element:
    """The element with this key, which is the design's top-level key: title, workload, level…"""
    return _table().get(key)


def find(text: str) -> Element | None:
    """The element that a person means: its key or its label in any of the five languages."""
    return _table().find(text)


def all_elements() -> tuple[Element, ...]:
    """The 16 elements in the order of Table 1: eleven mandatory, then five optional."""
    return _table().items


def mandatory() -> tuple[Element, ...]:
    """The eleven elements that every micro-credential states."""
    return tuple(element for element in all_elements() if element.mandatory)


def optional() -> tuple[Element, ...]:
    """The five elements that are stated where relevant; the list is open (R16a)."""
    return tuple(element for element in all_elements() if not element.mandatory)


@lru_cache(maxsize=1)
def _table() -> Table[Element]:
    return Table(
        Element(item["key"], Wording.read(item), number, item["mandatory"], Wording.read(item["explanation"]))
        for number, item in enumerate(read_items("elements"), start=1)
    )
