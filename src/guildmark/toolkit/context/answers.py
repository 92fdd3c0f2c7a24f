"""One country's answers to the questionnaire, as typed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guildmark.errors import Fault
from guildmark.vocabulary.countries import Country
from guildmark.words import Text


class BodySector(StrEnum):
    """What a body accredits: higher education, vocational education and training, or other learning."""

    HE = "he"
    VET = "vet"
    OTHER = "other"


class GovernmentLevel(StrEnum):
    """For which level of government a body acts."""

    NATIONAL = "national"
    REGIONAL = "regional"
    OTHER = "other"


class Scope(StrEnum):
    """Whether an initiative is national or regional (section 4, questions 3 and 6)."""

    NATIONAL = "national"
    REGIONAL = "regional"


class Learning(StrEnum):
    """The type of learning in the guide's template for initiatives; informal covers work-based learning."""

    HE = "he"
    VET = "vet"
    INFORMAL = "informal"


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that accredits learning (section 1, questions 2 and 3)."""

    name: Text
    sector: BodySector
    level: GovernmentLevel


@dataclass(frozen=True, slots=True)
class Initiative:
    """An example in the guide's template: title, sectors (keys A to P), learning, purpose, institutions."""

    title: Text
    scope: Scope
    sectors: tuple[str, ...] = ()
    learning: tuple[Learning, ...] = ()
    purpose: Text | None = None
    institutions: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What answers rest on: a title, where to find it, when it was consulted, and which questions it answers."""

    title: Text
    url: str | None = None
    date: str | None = None
    questions: tuple[str, ...] = ()


Answer = str | int | tuple[str, ...] | dict[str, str]
"""An option's key, a year, the keys of sectors, or a text."""


@dataclass(frozen=True, slots=True)
class Answers:
    """A country's answers under one edition of the questionnaire.

    `given` holds what is answered, by question; `bodies` is None where nobody has filled in the list
    yet, and empty where there is no body. `warnings` are for a person and stop nothing.
    """

    country: Country
    edition: str
    region: str | None = None
    given: Mapping[str, Answer] = field(default_factory=dict)
    bodies: tuple[Body, ...] | None = None
    initiatives: tuple[Initiative, ...] = ()
    sources: tuple[Source, ...] = ()
    warnings: tuple[Fault, ...] = ()

    def bodies_of(self, sector: BodySector) -> tuple[Body, ...]:
        """The bodies named for a sector; none where the list is not filled in."""
        return tuple(body for body in self.bodies or () if body.sector is sector)

    def examples(self, scope: Scope) -> tuple[Initiative, ...]:
        """The initiatives of a scope."""
        return tuple(initiative for initiative in self.initiatives if initiative.scope is scope)

    def is_split(self) -> bool:
        """Whether responsibility is split: question 1 says "other", or both levels stand in the answers."""
        levels = {body.level.value for body in self.bodies or ()} | {self.given.get("s1.q1")}
        return self.given.get("s1.q1") == "other" or {"national", "regional"} <= levels
