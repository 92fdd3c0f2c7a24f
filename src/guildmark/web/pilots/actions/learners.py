"""Enrolling learners, one or a spreadsheet of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from guildmark.credentials.record.learner import Learner as LearnerRow
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.spreadsheets.reading import compared
from guildmark.toolkit.pilots import passed
from guildmark.web.ids import new_id
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.pilots import selectors
from guildmark.web.pilots.models import Cohort, Learner
from guildmark.web.pilots.secret_links import key_of, token_of
from guildmark.web.pilots.words import LearnerState
from guildmark.words import say


@transaction.atomic
def add_learner(access: Access, cohort: str, row: LearnerRow, state: LearnerState = LearnerState.ENROLLED) -> Learner:
    """Enrols somebody; a fault where the same identifier or address is in the cohort already."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    one = _new(found)
    _not_twice(found, row, one)
    _fill(one, row, state)
    one.save()
    judge(found, Learner.objects.filter(pk=one.pk))
    record(access.person, "pilots.learner.added", one, partnership=access.partnership, label=found.name)
    return one


@transaction.atomic
def change_learner(
    access: Access, cohort: str, public_id: str, row: LearnerRow, state: LearnerState, *, version: int
) -> Learner:
    """Writes anew what is known of somebody; `version` is the one that was read."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    one = selectors.learner(access, found, public_id)
    _not_twice(found, row, one)
    if not Learner.objects.filter(pk=one.pk, version=version).update(version=version + 1):
        raise saved_meanwhile()
    one.version = version + 1
    _fill(one, row, state)
    one.save()
    judge(found, Learner.objects.filter(pk=one.pk))
    record(access.person, "pilots.learner.changed", one, partnership=access.partnership, label=found.name)
    return one


@transaction.atomic
def remove_learner(access: Access, cohort: str, public_id: str) -> None:
    """Takes somebody out with attendance and results; answers to the survey stay, since they lead to nobody."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    one = selectors.learner(access, found, public_id)
    record(access.person, "pilots.learner.removed", one, partnership=access.partnership, label=found.name)
    one.delete()


@transaction.atomic
def take_over(access: Access, cohort: str, rows: Sequence[LearnerRow]) -> int:
    """Takes over a spreadsheet: new learners are enrolled, what the rows say of those who are there is written over."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    everybody = list(found.learners.all())
    by_identifier = {one.identifier: one for one in everybody if one.identifier}
    by_email = {one.email_key: one for one in everybody if one.email_key}
    made, changed = [], []
    for row in rows:
        one = by_identifier.get(row.identifier or "")
        if one is None and (there := by_email.get((row.email or "").lower())):
            one = there if not (row.identifier and there.identifier) else None
        if one is None:
            one = _new(found)
            made.append(one)
        else:
            one.version += 1
            changed.append(one)
        _fill(one, _over(one, row), LearnerState(one.state))
    Learner.objects.bulk_create(made)
    Learner.objects.bulk_update(changed, [*_COLUMNS, "version"], batch_size=200)
    judge(found, found.learners.all())
    record(
        access.person, "pilots.learners.imported", found, partnership=access.partnership, label=found.name,
        after={"new": len(made), "changed": len(changed)},
    )  # fmt: skip
    return len(rows)


def judge(found: Cohort, rows: Iterable[Learner] | QuerySet[Learner]) -> None:
    """Writes down who has passed, by the rule (docs/rules/passing.md)."""
    design = selectors.design(found)
    keys = list(selectors.outcomes(design))
    changed = []
    if isinstance(rows, QuerySet):
        rows = rows.prefetch_related("results")
    for one in rows:
        verdict = passed(keys, {row.outcome: row.reached for row in one.results.all()}, one.grade, design.grade)
        if verdict is not one.passed:
            one.passed = verdict
            changed.append(one)
    Learner.objects.bulk_update(changed, ["passed"], batch_size=200)


_COLUMNS = ("name", "name_key", "email", "email_key", "identifier", "birth_date", "language", "grade", "evidence_url")


def _new(found: Cohort) -> Learner:
    public_id = new_id()
    return Learner(cohort=found, public_id=public_id, survey_key=key_of(token_of(public_id)))


def _fill(one: Learner, row: LearnerRow, state: LearnerState) -> None:
    texts: dict[str, Any] = {
        name: getattr(row, name) or "" for name in ("name", "email", "identifier", "language", "evidence_url")
    }
    for name, value in texts.items():
        setattr(one, name, value)
    one.name_key, one.email_key = compared(one.name)[:500], one.email.lower()
    one.birth_date, one.grade, one.state = row.birth_date, row.grade, state.value


def _over(one: Learner, row: LearnerRow) -> LearnerRow:
    """The row, with what stands there where it is blank."""
    there = selectors.row_of(one)
    names = ("name", "email", "identifier", "birth_date", "grade", "evidence_url", "language")
    # A grade of 0 is a grade: only None is blank.
    given = {name: getattr(row, name) if getattr(row, name) is not None else getattr(there, name) for name in names}
    return LearnerRow(**given)


def _not_twice(found: Cohort, row: LearnerRow, one: Learner) -> None:
    others = found.learners.exclude(pk=one.pk)
    same = row.identifier and others.filter(identifier=row.identifier).exists()
    address = (row.email or "").lower()
    if not same and address:
        namesakes = others.filter(email_key=address)
        same = (namesakes.filter(identifier="") if row.identifier else namesakes).exists()
    if same:
        sentence = say("This learner is in the cohort already: the same identifier or e-mail address stands there.")
        raise GuildmarkError(Fault("pilots.learner.there", sentence, Place(path="/email")))
