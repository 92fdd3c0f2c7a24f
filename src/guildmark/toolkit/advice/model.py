"""What results ask of a partnership, and what the later steps hand in for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from guildmark.toolkit.awareness.change import UnderstandingChange
from guildmark.toolkit.awareness.outreach import OutreachSummary
from guildmark.toolkit.context.model import Matrix
from guildmark.toolkit.design.checking import Check
from guildmark.toolkit.pilots.participation import ResponseRate
from guildmark.toolkit.recognition.dossier import Dossier
from guildmark.toolkit.recognition.routes import Route
from guildmark.toolkit.stakeholders.model import StakeholderMap
from guildmark.words import Sentence


class Step(StrEnum):
    """The five steps of the toolkit; `design` covers the pilots, as the guide's Step 4 does."""

    CONTEXT = "context"
    AWARENESS = "awareness"
    STAKEHOLDERS = "stakeholders"
    DESIGN = "design"
    RECOGNITION = "recognition"


@dataclass(frozen=True, slots=True)
class Advice:
    """A next action: the rule that found it, what to do, the guide's section, and what it rests on.

    `rests_on` names rows of the map (numbers), cells of the matrix ("CZ.policies"), places in the
    design ("/workload"), or parts of a pilot or dossier by their ids.
    """

    rule: str
    sentence: Sentence
    section: str
    rests_on: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class PilotResult:
    """What Step 4.4 and 4.5 know of a pilot, as far as advice needs it.

    `outcomes` maps the id of a learning outcome to how many learners reached it and how many were
    assessed on it; `open_decisions` are improvements agreed on and not yet in the design.
    """

    id: str
    learners: int
    completed: int
    feedback: ResponseRate
    outcomes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    open_decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecognitionState:
    """Where Step 5.2 stands: the route chosen, its dossier, consultation and endorsement."""

    route: Route | None = None
    dossier: Dossier | None = None
    consulted: bool = False
    endorsed: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """What a partnership has so far; whatever is not there yet is None and asks for nothing."""

    matrix: Matrix | None = None
    outreach: OutreachSummary | None = None
    change: UnderstandingChange | None = None
    stakeholder_map: StakeholderMap | None = None
    check: Check | None = None
    pilots: Sequence[PilotResult] = ()
    recognition: RecognitionState | None = None
