"""The four scenarios of power mapping (Step 3.2), each with a strategy in one line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Scenario(Term):
    """A scenario by the guide's number; `influence` and `support` are "high" or "low"."""

    number: int
    influence: str
    support: str
    strategy: Wording


def get(key: int | str) -> Scenario:
    """The scenario with this number, 1 to 4 (or "1" to "4")."""
    return _table().get(str(int(key)))


def find(text: str) -> Scenario | None:
    """The scenario that a person means: its number or its label in any of the five languages."""
    return _table().find(text)


def all_scenarios() -> tuple[Scenario, ...]:
    """The four scenarios in the guide's order."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[Scenario]:
    return Table(
        Scenario(
            item["key"],
            Wording.read(item),
            int(item["key"]),
            item["influence"],
            item["support"],
            Wording.read(item["strategy"]),
        )
        for item in read_items("scenarios")
    )
