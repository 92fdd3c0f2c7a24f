"""The six roles of Step 4.2, each with the profile that the guide asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Profile:
    """Knowledge, influence and support that a role asks for, each "low", "medium" or "high"."""

    knowledge: str
    influence: str
    support: str


@dataclass(frozen=True, slots=True)
class Role(Term):
    """A role in co-design and pilot: who, with which profile, doing what, and how to win them.

    `groups` are the keys of the groups from which people for the role are proposed (all five where
    the guide's description names none).
    """

    profile: Profile
    groups: tuple[str, ...]
    description: Wording
    responsibilities: Wording
    engagement: Wording


def get(key: str) -> Role:
    """The role with this key, such as core_planning or pilot_delivery."""
    return _table().get(key)


def find(text: str) -> Role | None:
    """The role that a person means: its key or its label in any of the five languages."""
    return _table().find(text)


def all_roles() -> tuple[Role, ...]:
    """The six roles in the guide's order."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[Role]:
    return Table(
        Role(
            item["key"],
            Wording.read(item),
            Profile(**item["profile"]),
            tuple(item["groups"]),
            Wording.read(item["description"]),
            Wording.read(item["responsibilities"]),
            Wording.read(item["engagement"]),
        )
        for item in read_items("roles")
    )
