"""Step 3: the questions that still have to be asked before a stakeholder can be placed."""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.toolkit.stakeholders.influence import QUESTIONS as INFLUENCE_QUESTIONS
from guildmark.toolkit.stakeholders.majority import Answers
from guildmark.toolkit.stakeholders.model import KnowledgeAnswers, Stakeholder
from guildmark.toolkit.stakeholders.support import QUESTIONS as SUPPORT_QUESTIONS


def unanswered_knowledge(answers: KnowledgeAnswers) -> tuple[str, ...]:
    """The questions that the level of understanding needs and that have no answer (c is not counted)."""
    counted = (
        ("lifelong_learning", answers.lifelong_learning),
        ("stacking", answers.stacking),
        ("heard_of", answers.heard_of),
    )
    return tuple(question for question, answer in counted if answer is None)


def unanswered_influence(stakeholder: Stakeholder) -> tuple[str, ...]:
    """The questions on influence that no assessor answered."""
    return _nobody_answered(INFLUENCE_QUESTIONS, [one.influence for one in stakeholder.power])


def unanswered_support(stakeholder: Stakeholder) -> tuple[str, ...]:
    """The questions on support that no assessor answered."""
    return _nobody_answered(SUPPORT_QUESTIONS, [one.support for one in stakeholder.power])


def _nobody_answered(questions: Sequence[str], assessors: Sequence[Answers]) -> tuple[str, ...]:
    by_nobody = _open(questions, [all(answers[n] is None for answers in assessors) for n in range(len(questions))])
    # Several assessors may cover every question together while each answered too little to count.
    return by_nobody or _open(questions, [any(one[n] is None for one in assessors) for n in range(len(questions))])


def _open(questions: Sequence[str], is_open: Sequence[bool]) -> tuple[str, ...]:
    return tuple(question for question, missing in zip(questions, is_open, strict=True) if missing)
