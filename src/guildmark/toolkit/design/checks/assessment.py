"""Checks 9 and 10: every outcome is assessed, openly, and not by attendance alone (R8, R21; ch. 3.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.design.assessing import ATTENDANCE, assessing
from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.misshapen import spoken
from guildmark.toolkit.design.model import Assessment, Design
from guildmark.words import say

NOT_ASSESSED = Rule("outcome.assessed", "error", 9)
NO_CRITERIA = Rule("assessment.criteria", "warning", 9)
ATTENDANCE_ONLY = Rule("assessment.attendance_only", "error", 10)
OUTCOME_BY_ATTENDANCE = Rule("outcome.attendance_only", "warning", 10)
RULES = (NOT_ASSESSED, NO_CRITERIA, ATTENDANCE_ONLY, OUTCOME_BY_ATTENDANCE)


def assessment(design: Design) -> Iterator[Finding]:
    """Outcomes against the methods that assess them."""
    if design.assessment is None:
        return
    if _attendance_alone(design.assessment):
        yield ATTENDANCE_ONLY.at(
            pointer(("assessment",)),
            say(
                "Attendance is the only assessment that counts, and attendance alone never leads to the award. Add a"
                " method that shows the outcomes: a portfolio, a project, a practical task, a peer review."
            ),
        )
    for number, method in enumerate(design.assessment):
        if method.criteria is None and method.type != ATTENDANCE:
            yield NO_CRITERIA.at(
                pointer(("assessment", number)),
                say(
                    "{place}: no criteria stand there. Say by what the result is judged.",
                    place=spoken(("assessment", number)),
                ),
            )
    yield from _outcomes(design, design.assessment)


def _outcomes(design: Design, methods: list[Assessment]) -> Iterator[Finding]:
    alone, assessments_of = _attendance_alone(methods), assessing(methods)
    for number, outcome in enumerate(design.learning_outcomes or ()):
        place = ("learning_outcomes", number)
        by = assessments_of(outcome)
        if not by:
            yield NOT_ASSESSED.at(
                pointer(place),
                say(
                    "{place}: nothing assesses it. Name at least one assessment of the design that shows it.",
                    place=spoken(place),
                ),
            )
        elif not alone and all(method.type == ATTENDANCE for method in by):
            yield OUTCOME_BY_ATTENDANCE.at(
                pointer(place),
                say(
                    "{place}: only attendance assesses it. Attendance shows no outcome; name another assessment.",
                    place=spoken(place),
                ),
            )


def _attendance_alone(methods: list[Assessment]) -> bool:
    # Where weights are given, what weighs nothing does not lead to the award.
    weighed = [method for method in methods if method.weight]
    return all(method.type == ATTENDANCE for method in weighed or methods)
