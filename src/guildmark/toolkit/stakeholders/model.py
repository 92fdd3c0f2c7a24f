"""Step 3's words: a stakeholder, what they answered, and where that places them on the map."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from guildmark.words import Sentence


class Group(StrEnum):
    """Step 3.1.1: the five groups; colours and letters stand in the vocabulary (R36)."""

    POLICY = "policy"
    EDUCATION = "education"
    INDUSTRY = "industry"
    ASSOCIATIONS = "associations"
    LEARNERS = "learners"


class Understanding(StrEnum):
    """Step 3.1.2: level of understanding of micro-credentials."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Shape(StrEnum):
    """The mark of a level of understanding ("rectangle" and "round" in the guide's text)."""

    TRIANGLE = "triangle"
    SQUARE = "square"
    CIRCLE = "circle"


class Power(StrEnum):
    """Step 3.2: influence or support by the majority of the answers."""

    HIGH = "high"
    LOW = "low"
    UNDECIDED = "undecided"


class Scenario(IntEnum):
    """Step 3.2: the four scenarios, by the guide's numbers."""

    HIGH_INFLUENCE_LOW_SUPPORT = 1
    HIGH_INFLUENCE_HIGH_SUPPORT = 2
    LOW_INFLUENCE_LOW_SUPPORT = 3
    LOW_INFLUENCE_HIGH_SUPPORT = 4


@dataclass(frozen=True, slots=True)
class KnowledgeAnswers:
    """Step 3.1.2, questions a to d: the number of the chosen option in the guide's order, from 1."""

    lifelong_learning: int | None = None
    stacking: int | None = None
    flexibility: int | None = None
    heard_of: int | None = None


@dataclass(frozen=True, slots=True)
class PowerAnswers:
    """Step 3.2, one assessor's yes, no or nothing: four questions on influence, five on support."""

    influence: tuple[bool | None, ...] = (None,) * 4
    support: tuple[bool | None, ...] = (None,) * 5
    assessor: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """A person or organisation of the partnership with all that was answered about them."""

    name: str
    group: Group
    organisation: str | None = None
    knowledge: KnowledgeAnswers = field(default_factory=KnowledgeAnswers)
    power: tuple[PowerAnswers, ...] = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PowerResult:
    """Influence or support of one stakeholder: the level, and the pooled shares of yes (R39, R43).

    `yes` and `answered` pool all assessors' answers; `level` is None where too few answered.
    """

    level: Power | None
    yes: int
    answered: int

    @property
    def share(self) -> float | None:
        """The share of yes among all answers, 0 to 1; None where nobody answered."""
        return self.yes / self.answered if self.answered else None


@dataclass(frozen=True, slots=True)
class PlacedStakeholder:
    """A stakeholder with what the rules of Step 3 make of the answers."""

    source: Stakeholder
    understanding: Understanding | None
    shape: Shape | None
    influence: PowerResult
    support: PowerResult
    scenario: Scenario | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Where the map shows too little: the rule that found it, the sentence, the rows it rests on."""

    rule: str
    sentence: Sentence
    rests_on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StakeholderMap:
    """The knowledge and power map: everyone placed, in the order given, with the finding as a title."""

    stakeholders: tuple[PlacedStakeholder, ...]
    finding: Sentence
    gaps: tuple[Gap, ...]
