"""Reading sessions, attendance and results as grids, a page of learners at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from guildmark.toolkit.pilots import Answered, Phase, SurveyResults, survey, survey_results
from guildmark.web.pilots import selectors
from guildmark.web.pilots.models import Attendance, Cohort, Learner, OutcomeResult, Session, SurveySheet
from guildmark.web.pilots.words import LearnerState

Grid = Mapping[str, Mapping[str, object]]
"""Learner → column → what stands there; what is not recorded is left out."""


def attendance(rows: Iterable[Learner]) -> dict[str, dict[str, object]]:
    """Who was where: learner → session → True."""
    grid: dict[str, dict[str, object]] = {one.public_id: {} for one in rows}
    found = Attendance.objects.filter(learner__public_id__in=grid).values_list(
        "learner__public_id", "session__public_id"
    )
    for learner, session in found:
        grid[learner][session] = True
    return grid


def reached(rows: Iterable[Learner]) -> dict[str, dict[str, object]]:
    """Who reached what: learner → outcome → whether."""
    grid: dict[str, dict[str, object]] = {one.public_id: {} for one in rows}
    found = OutcomeResult.objects.filter(learner__public_id__in=grid).values_list(
        "learner__public_id", "outcome", "reached"
    )
    for learner, outcome, value in found:
        grid[learner][outcome] = value
    return grid


def stamp(grid: Grid) -> str:
    """What tells whether a grid changed since it was read."""
    return hashlib.sha256(json.dumps(grid, sort_keys=True).encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Held:
    """A session and how many of those who take part were there."""

    session: Session
    there: int
    of: int


def held(found: Cohort) -> tuple[Held, ...]:
    """The sessions; one at which nobody was counts as not held yet."""
    numbers = selectors.attainment(found)
    stays = ~Q(attendance__learner__state=LearnerState.WITHDRAWN)
    rows = found.sessions.annotate(there=Count("attendance", filter=stays)).order_by("day", "id")
    return tuple(Held(one, vars(one)["there"], numbers.learners - numbers.withdrawn) for one in rows)


def told(found: Cohort) -> SurveyResults:
    """The survey's results, as far as they may be told to anybody."""
    sheets = [Answered(Phase(one.phase), one.pair, one.answers) for one in SurveySheet.objects.filter(cohort=found)]
    return survey_results(survey(found.survey_edition), selectors.outcomes(selectors.design(found)), sheets)
