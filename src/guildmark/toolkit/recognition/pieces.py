"""The pieces of evidence that recognition asks for, and which of them a design itself holds (Step 5.1, 5.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from guildmark.toolkit.design.assessing import ATTENDANCE, assessing
from guildmark.toolkit.design.model import Assessment, Design, LearningOutcome, Level
from guildmark.words import Sentence, say

Section = Literal["learning_outcomes", "assessment", "quality", "pilot", "need", "recognition"]
"""The chapters of the documentation that Step 5.2 names, with the need before them and the recognition after."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence: what it is called, in which chapter it stands, and what it is good for.

    `from_design` tells whether the design holds it; the other pieces are on file at the partnership.
    """

    key: str
    section: Section
    name: Sentence
    purpose: Sentence
    from_design: bool


def all_pieces() -> tuple[Piece, ...]:
    """Every piece, in the order of a dossier."""
    return _PIECES


def get_piece(key: str) -> Piece:
    """The piece with this key; LookupError where there is none."""
    for piece in _PIECES:
        if piece.key == key:
            return piece
    raise LookupError(f"no piece of evidence has the key {key!r}")


def in_design(design: Design) -> frozenset[str]:
    """The keys of the pieces that a design holds."""
    return frozenset(key for key, holds in _HOLDS.items() if holds(design))


def _assessed(design: Design) -> bool:
    return _all_assessed(design, design.assessment or ())


def _criteria(design: Design) -> bool:
    return bool(design.assessment) and all(method.criteria for method in design.assessment or ())


def _independent(design: Design) -> bool:
    # Who did not attend can be assessed all the same: no outcome rests on attendance.
    return _all_assessed(design, [method for method in design.assessment or () if method.type != ATTENDANCE])


def _all_assessed(design: Design, methods: Sequence[Assessment]) -> bool:
    outcomes, assessments_of = design.learning_outcomes or (), assessing(methods)
    return bool(outcomes) and all(assessments_of(outcome) for outcome in outcomes)


_HOLDS: Mapping[str, Callable[[Design], bool]] = {
    "outcomes": lambda design: bool(design.learning_outcomes),
    "skills_frame": lambda design: any(
        isinstance(one, LearningOutcome) and one.skills for one in design.learning_outcomes or ()
    ),
    "workload": lambda design: design.workload is not None,
    "level": lambda design: isinstance(design.level, Level),
    "level_national": lambda design: isinstance(design.level, Level) and design.level.nqf is not None,
    "assessment_strategy": _assessed,
    "criteria": _criteria,
    "assessment_without_course": _independent,
    "identity": lambda design: design.supervision is not None,
    "internal_quality": lambda design: bool(design.quality_assurance and design.quality_assurance.internal),
    "external_quality": lambda design: bool(design.quality_assurance and design.quality_assurance.external),
    "need": lambda design: bool(design.skills_need),
    "pathway": lambda design: design.stackability is not None,
    "issuing_authority": lambda design: design.issuing_authority is not None,
}

_PIECES: tuple[Piece, ...] = (
    Piece("need", "need", say("Skills need"), say("Says which gap it closes, and for whom."), True),
    Piece(
        "evidence_of_need",
        "need",
        say("Evidence of need"),
        say("Labour-market data, employers or sector bodies confirm the gap."),
        False,
    ),
    Piece(
        "employer_statements",
        "need",
        say("Statements of employers"),
        say("Say that they would value it when hiring or developing people."),
        False,
    ),
    Piece("outcomes", "learning_outcomes", say("Learning outcomes"), say("Say what a holder can do."), True),
    Piece(
        "skills_frame",
        "learning_outcomes",
        say("Link to a skills framework"),
        say("Makes the outcomes comparable, for instance by ESCO."),
        True,
    ),
    Piece("workload", "learning_outcomes", say("Workload"), say("Says how much learning stands behind it."), True),
    Piece("level", "learning_outcomes", say("Level"), say("Says how demanding it is."), True),
    Piece(
        "level_national",
        "learning_outcomes",
        say("Level in the national framework"),
        say("Is what the framework's coordination point compares with its descriptors."),
        True,
    ),
    Piece(
        "assessment_strategy",
        "assessment",
        say("Assessment strategy"),
        say("Shows that every outcome is assessed."),
        True,
    ),
    Piece("criteria", "assessment", say("Assessment criteria"), say("Let others judge as you judged."), True),
    Piece(
        "assessment_without_course",
        "assessment",
        say("Assessment open to those who did not attend"),
        say("Recognition of prior learning needs assessments that do not rest on attendance."),
        True,
    ),
    Piece("identity", "assessment", say("Identity check at assessment"), say("Says who was assessed."), True),
    Piece(
        "internal_quality",
        "quality",
        say("Internal quality procedures"),
        say("Say how you notice and mend what goes wrong."),
        True,
    ),
    Piece(
        "external_quality",
        "quality",
        say("External quality assurance"),
        say("Says who looks at the provider from outside."),
        True,
    ),
    Piece(
        "quality_results",
        "quality",
        say("Results of quality assurance"),
        say("The last reports, published where possible."),
        False,
    ),
    Piece(
        "pilot_results",
        "pilot",
        say("Pilot results"),
        say("How many took part, completed and passed; before and after."),
        False,
    ),
    Piece("learner_feedback", "pilot", say("Feedback of learners"), say("What they said and what changed."), False),
    Piece(
        "adjustments",
        "pilot",
        say("Validated adjustments after the pilot"),
        say("Step 5.1 confirms what was changed before anything is handed in."),
        False,
    ),
    Piece("pathway", "recognition", say("Pathway"), say("Says whether it stands alone or counts towards more."), True),
    Piece(
        "issuing_authority",
        "recognition",
        say("Issuing authority"),
        say("Says who sets the frame in which it is recognised."),
        True,
    ),
    Piece(
        "consultation",
        "recognition",
        say("Minutes of the consultation"),
        say("Show that expectations were aligned before the decision (Step 5.2)."),
        False,
    ),
    Piece(
        "review_plan",
        "recognition",
        say("Review plan"),
        say("Says when it is looked at again, and by whom (Step 5.4)."),
        False,
    ),
)
