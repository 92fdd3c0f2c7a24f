"""The five groups of stakeholders (Step 3.1.1), with the letters and colours of the map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary import colours
from guildmark.vocabulary.colours import Colour
from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Group(Term):
    """A group: its letter stands beside its colour, `members` says who belongs to it."""

    letter: str
    colour: Colour
    members: Wording


def get(key: str) -> Group:
    """The group with this key: policy, education, industry, associations, learners."""
    return _table().get(key)


def find(text: str) -> Group | None:
    """The group that a spreadsheet's cell means: key or label in any of the five languages."""
    return _table().find(text)


def nearest(text: str) -> list[str]:
    """Keys of the groups that look like `text`."""
    return _table().nearest(text)


def all_groups() -> tuple[Group, ...]:
    """The five groups in the guide's order of colours: purple, green, blue, red, yellow."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[Group]:
    return Table(
        Group(
            item["key"], Wording.read(item), item["letter"], colours.get(item["colour"]), Wording.read(item["members"])
        )
        for item in read_items("groups")
    )
