"""The activities of Steps 4 and 5 with who leads, who supports and who takes part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_document
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Party(Term):
    """Somebody with a part in an activity: one of the six roles (`is_role`), or others by name."""

    is_role: bool


@dataclass(frozen=True, slots=True)
class Activity(Term):
    """An activity; its key is the guide's number ("4.3")."""

    led_by: tuple[Party, ...]
    supported_by: tuple[Party, ...]
    participants: tuple[Party, ...]

    @property
    def step(self) -> int:
        """The step it belongs to, 4 or 5."""
        return int(self.key[0])


def get(key: str) -> Activity:
    """The activity with this number: "4.3" to "4.6", "5.1" to "5.5"."""
    return _table().get(key)


def all_activities(step: int | None = None) -> tuple[Activity, ...]:
    """The nine activities in the guide's order, or those of one step."""
    return tuple(activity for activity in _table().items if step in (None, activity.step))


def led_by(role: str) -> tuple[Activity, ...]:
    """The activities that a role leads."""
    return tuple(activity for activity in _table().items if role in (party.key for party in activity.led_by))


@lru_cache(maxsize=1)
def _table() -> Table[Activity]:
    document = read_document("activities")
    parties = {
        item["key"]: Party(item["key"], Wording.read(item), item.get("role", False)) for item in document["party"]
    }

    def named(keys: list[str]) -> tuple[Party, ...]:
        return tuple(parties[key] for key in keys)

    return Table(
        Activity(
            item["key"],
            Wording.read(item),
            named(item["led_by"]),
            named(item["supported_by"]),
            named(item["participants"]),
        )
        for item in document["item"]
    )
