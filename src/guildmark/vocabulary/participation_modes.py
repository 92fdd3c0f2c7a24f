"""Forms of participation in the learning (the guide, ch. 3.3.1 and 3.4), with their European concepts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary import concepts
from guildmark.vocabulary.concepts import Concept
from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class ParticipationMode(Term):
    """A form of participation with the European concept that means the same."""

    concept: Concept

    @property
    def uri(self) -> str:
        """The address of the European concept."""
        return self.concept.uri


def get(key: str) -> ParticipationMode:
    """The form with this key: online, onsite, blended, volunteering, work_experience."""
    return _table().get(key)


def find(text: str) -> ParticipationMode | None:
    """The form that a person means: its key or its label in any of the five languages."""
    return _table().find(text)


def by_uri(uri: str) -> ParticipationMode | None:
    """The form that a European concept means."""
    return next((mode for mode in all_modes() if mode.uri == uri), None)


def all_modes() -> tuple[ParticipationMode, ...]:
    """The five forms."""
    return _table().items


@lru_cache(maxsize=1)
def _table() -> Table[ParticipationMode]:
    return Table(
        ParticipationMode(item["key"], Wording.read(item), concepts.get(item["vocabulary"], item["concept"]))
        for item in read_items("participation_modes")
    )
