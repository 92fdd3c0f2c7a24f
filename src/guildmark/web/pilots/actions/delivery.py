"""Sessions, attendance and results (Step 4.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.http import Http404

from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.pilots import delivery, selectors
from guildmark.web.pilots.actions.learners import judge
from guildmark.web.pilots.models import Attendance, Cohort, Learner, OutcomeResult, Session


@transaction.atomic
def add_session(
    access: Access, cohort: str, title: str, day: date | None = None, hours: Decimal | None = None
) -> Session:
    """Plans a session."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    made = Session.objects.create(cohort=found, title=title.strip(), day=day, hours=hours)
    record(
        access.person, "pilots.session.added", made,
        partnership=access.partnership, label=f"{found.name}: {made.title}",
    )  # fmt: skip
    return made


@transaction.atomic
def remove_session(access: Access, cohort: str, public_id: str) -> None:
    """Takes a session out, with its attendance; the journal keeps how many were there."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    one = found.sessions.filter(public_id=public_id).first()
    if one is None:
        raise Http404
    record(
        access.person, "pilots.session.removed", one,
        partnership=access.partnership, label=f"{found.name}: {one.title}", before={"there": one.attendance.count()},
    )  # fmt: skip
    one.delete()


@transaction.atomic
def save_attendance(access: Access, cohort: str, given: Mapping[str, Mapping[str, bool]], *, stamp: str) -> int:
    """Records who was where: learner → session → whether. `stamp` is that of the grid that was read.

    Answers with the number of cells that changed.
    """
    found, rows = _rows(access, cohort, given)
    sessions = {one.public_id: one for one in found.sessions.all()}
    stands = delivery.attendance(rows.values())
    if delivery.stamp(stands) != stamp:
        raise saved_meanwhile()
    changed = 0
    for learner, cells in given.items():
        for session, there in cells.items():
            if session not in sessions or there == bool(stands[learner].get(session)):
                continue
            changed += 1
            if there:
                Attendance.objects.create(session=sessions[session], learner=rows[learner])
            else:
                Attendance.objects.filter(session=sessions[session], learner=rows[learner]).delete()
    _told(access, found, "pilots.attendance.saved", changed)
    return changed


@transaction.atomic
def save_results(
    access: Access,
    cohort: str,
    given: Mapping[str, Mapping[str, bool | None]],
    *,
    stamp: str,
    notes: Mapping[str, str] | None = None,
) -> int:
    """Records who reached what: learner → outcome → whether, None for not assessed. The person is the assessor.

    `notes` are by outcome, for a single learner. Answers with the number of cells that changed.
    """
    found, rows = _rows(access, cohort, given)
    known = set(selectors.outcomes(selectors.design(found)))
    stands = delivery.reached(rows.values())
    if delivery.stamp(stands) != stamp:
        raise saved_meanwhile()
    changed = 0
    for learner, cells in given.items():
        for outcome, reached in cells.items():
            if outcome in known:
                changed += _assess(access, rows[learner], outcome, reached, (notes or {}).get(outcome))
    judge(found, found.learners.filter(pk__in=[one.pk for one in rows.values()]))
    _told(access, found, "pilots.results.saved", changed)
    return changed


def _assess(access: Access, learner: Learner, outcome: str, reached: bool | None, note: str | None) -> bool:
    there = next((one for one in learner.results.all() if one.outcome == outcome), None)
    if reached is None:
        if there:
            there.delete()
        return there is not None
    text = note.strip()[:500] if note is not None else there.note if there else ""
    if there and (there.reached, there.note) == (reached, text):
        return False
    OutcomeResult.objects.update_or_create(
        learner=learner, outcome=outcome, defaults={"reached": reached, "note": text, "assessor": access.person}
    )
    return True


def _rows(access: Access, cohort: str, given: Mapping[str, object]) -> tuple[Cohort, dict[str, Learner]]:
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    Cohort.objects.select_for_update(no_key=True).values_list("pk").get(pk=found.pk)  # the second saver waits
    rows = found.learners.filter(public_id__in=list(given)).prefetch_related("results")
    by_id = {one.public_id: one for one in rows}
    if set(by_id) != set(given):
        raise Http404
    return found, by_id


def _told(access: Access, found: Cohort, verb: str, changed: int) -> None:
    if changed:
        record(access.person, verb, found, partnership=access.partnership, label=found.name, after={"changed": changed})
