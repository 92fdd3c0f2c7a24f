"""Reading pilots. Names leave `learners` and `learner` only for those who may edit: viewers see numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from guildmark.credentials.record.learner import Learner as LearnerRow
from guildmark.toolkit.advice import PilotResult
from guildmark.toolkit.design import Design
from guildmark.toolkit.design.model import LearningOutcome
from guildmark.toolkit.pilots import Attainment, Phase, ResponseRate, response_rate
from guildmark.web.design import selectors as designs
from guildmark.web.design.models import DesignVersion
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.pilots.models import Cohort, Learner, OutcomeResult, SurveySheet
from guildmark.web.pilots.words import CohortState, LearnerState
from guildmark.words import Sentence, Text, say_count

SORTS = {"added": "id", "name": "name_key", "state": "state", "passed": "passed"}
_PASSED = {"yes": True, "no": False, "open": None}
_GONE = Q(learners__state=LearnerState.WITHDRAWN)


def cohorts(access: Access) -> QuerySet[Cohort]:
    """The cohorts of the current cycle with their numbers, in the order in which they were made."""
    return (
        Cohort.objects.filter(cycle=access.cycle)
        .select_related("design_version__micro_credential")
        .annotate(
            count=Count("learners"),
            withdrawn=Count("learners", filter=_GONE),
            passed=Count("learners", filter=Q(learners__passed=True) & ~_GONE),
            failed=Count("learners", filter=Q(learners__passed=False) & ~_GONE),
        )
        .order_by("id")
    )


def cohort(access: Access, public_id: str) -> Cohort:
    """A cohort of the current cycle; Http404 for anybody else's."""
    found = cohorts(access).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def attainment(found: Cohort) -> Attainment:
    """How far a cohort that came from `cohorts` has come."""
    numbers = vars(found)
    return Attainment(numbers["count"], numbers["withdrawn"], numbers["passed"], numbers["failed"])


def design(found: Cohort) -> Design:
    """The design that the cohort pilots."""
    return designs.design_of(found.design_version)


def outcomes(given: Design) -> dict[str, Text]:
    """The learning outcomes of a design: id → text; one without an id goes by its number."""
    named: dict[str, Text] = {}
    for number, one in enumerate(given.learning_outcomes or (), start=1):
        if isinstance(one, LearningOutcome):
            named[one.id] = one.text
        else:
            named[f"outcome{number}"] = one
    return named


def approved(access: Access) -> QuerySet[DesignVersion]:
    """The versions that a cohort can pilot."""
    return designs.approved_versions(access)


def learners(access: Access, found: Cohort, wanted: Mapping[str, str] | None = None) -> QuerySet[Learner]:
    """The learners of a cohort, filtered and sorted by what a person asks for."""
    access.require(Right.EDIT)
    rows = Learner.objects.filter(cohort=found).select_related("cohort__design_version__micro_credential")
    wanted = wanted or {}
    if text := wanted.get("q", "").strip():
        rows = rows.filter(Q(name__icontains=text) | Q(email__icontains=text) | Q(identifier__icontains=text))
    if (state := wanted.get("state", "")) in set(LearnerState):
        rows = rows.filter(state=state)
    if (passed := wanted.get("passed", "")) in _PASSED:
        rows = rows.filter(passed=_PASSED[passed]) if passed != "open" else rows.filter(passed__isnull=True)
    return rows.order_by(SORTS.get(wanted.get("sort", ""), "id"), "id")


def learner(access: Access, found: Cohort, public_id: str) -> Learner:
    """One learner of the cohort; Http404 for anybody else's."""
    one = learners(access, found).filter(public_id=public_id).first()
    if one is None:
        raise Http404
    return one


def row_of(one: Learner) -> LearnerRow:
    """A learner as the learners' spreadsheet and issuing know them."""
    return LearnerRow(
        name=one.name or None,
        email=one.email or None,
        identifier=one.identifier or None,
        birth_date=one.birth_date,
        grade=one.grade,
        evidence_url=one.evidence_url or None,
        language=one.language or None,
    )


def learners_to_issue(access: Access, cohort_public_id: str) -> tuple[LearnerRow, ...]:
    """Those who passed and did not leave, for whoever may edit or issue."""
    if not access.may(Right.ISSUE):
        access.require(Right.EDIT)
    found = cohort(access, cohort_public_id)
    rows = Learner.objects.filter(cohort=found, passed=True).exclude(state=LearnerState.WITHDRAWN).exclude(email="")
    return tuple(map(row_of, rows))


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """How many were assessed on an outcome, and how many reached it."""

    key: str
    text: Text
    assessed: int
    reached: int


def outcome_counts(found: Cohort) -> tuple[OutcomeCount, ...]:
    """Every outcome of the design, counted over those who did not leave."""
    counted = _reached([found])[found.pk]
    return tuple(
        OutcomeCount(key, text, *reversed(counted.get(key, (0, 0)))) for key, text in outcomes(design(found)).items()
    )


def _reached(found: Iterable[Cohort]) -> dict[int, dict[str, tuple[int, int]]]:
    rows = (
        OutcomeResult.objects.filter(learner__cohort__in=list(found))
        .exclude(learner__state=LearnerState.WITHDRAWN)
        .values("learner__cohort_id", "outcome")
        .annotate(assessed=Count("id"), there=Count("id", filter=Q(reached=True)))
    )
    counted: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
    for row in rows:
        counted[row["learner__cohort_id"]][row["outcome"]] = (row["there"], row["assessed"])
    return counted


def responses(found: Cohort, answered: int) -> ResponseRate:
    """The response rate: who left need not answer, and may."""
    numbers = attainment(found)
    invited = max(numbers.learners, answered)
    return response_rate(invited=invited, complete=answered, ineligible=min(numbers.withdrawn, invited - answered))


def sheets_of(found: Iterable[Cohort]) -> dict[tuple[int, str], int]:
    """How many sheets were answered: (cohort, phase) → number."""
    rows = SurveySheet.objects.filter(cohort__in=list(found)).values("cohort_id", "phase").annotate(n=Count("id"))
    return {(row["cohort_id"], row["phase"]): row["n"] for row in rows}


@dataclass(frozen=True, slots=True)
class PilotSummary:
    """A finished cohort in numbers: the evidence that a pilot leaves by itself (R45, R46)."""

    cohort: str
    name: str
    version: int
    numbers: Attainment
    day: date | None

    @property
    def sentence(self) -> Sentence:
        """The numbers in a sentence, without anybody's name."""
        return say_count(
            "{cohort}, version {version}: {count} learner took part, {completed} completed, {passed} passed.",
            "{cohort}, version {version}: {count} learners took part, {completed} completed, {passed} passed.",
            self.numbers.learners, cohort=self.name, version=self.version,
            completed=self.numbers.passed + self.numbers.not_passed, passed=self.numbers.passed,
        )  # fmt: skip


def summaries(access: Access) -> dict[int, tuple[PilotSummary, ...]]:
    """The finished cohorts in which somebody was assessed, by the key of the micro-credential that they piloted."""
    found: dict[int, list[PilotSummary]] = defaultdict(list)
    for one in cohorts(access).filter(state=CohortState.FINISHED):
        numbers, version = attainment(one), one.design_version
        if numbers.passed + numbers.not_passed:
            summary = PilotSummary(one.public_id, one.name, version.number, numbers, one.ends_on)
            found[version.micro_credential_id].append(summary)
    return {key: tuple(rows) for key, rows in found.items()}


def results(access: Access) -> tuple[PilotResult, ...]:
    """What the finished cohorts tell the rules of advice."""
    finished = list(cohorts(access).filter(state=CohortState.FINISHED).prefetch_related("decisions"))
    reached, sheets = _reached(finished), sheets_of(finished)
    found = []
    for one in finished:
        numbers = attainment(one)
        found.append(
            PilotResult(
                id=one.public_id,
                learners=numbers.learners,
                completed=numbers.passed + numbers.not_passed,
                feedback=responses(one, sheets.get((one.pk, Phase.AFTER.value), 0)),
                outcomes=reached.get(one.pk, {}),
                open_decisions=tuple(row.text for row in one.decisions.all() if not row.done),
            )
        )
    return tuple(found)
