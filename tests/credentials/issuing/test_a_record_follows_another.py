"""Replacing after a correction and renewing before the end: one more record a learner, and never two."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials.issuing import Entry, Issued, Superseded, not_in_force, plan, superseded
from guildmark.credentials.record import Learner
from guildmark.credentials.status import ACTIVE, STATUSES, Status, status_for
from guildmark.toolkit.design.model import Design
from tests.credentials.designs import NOON
from tests.credentials.issuing.runs import BATCH, CLASS, DESIGN, DORA, EMIL, FATIMA, Fragile, Killed, Shelf, steps

BETTER = (replace(DORA, grade="distinction"), EMIL, FATIMA)
LASTING = replace(BATCH, design=Design.model_validate({**DESIGN.as_written(), "validity": {"years": 1}}))
IN_A_YEAR = NOON + timedelta(days=400)
LATER = NOON + timedelta(days=100)


def _replaced(shelf: Shelf, learners: Sequence[Learner]) -> list[Issued]:
    return list(steps(shelf, plan(BATCH, learners, shelf, replace_differing=True)))


def _renewed(shelf: Shelf, before: datetime = IN_A_YEAR, valid_from: datetime = LATER) -> list[Issued]:
    planned = plan(LASTING, CLASS, shelf, renew_before=before, valid_from=valid_from)
    return list(steps(shelf, planned, LASTING))


def test_a_row_that_differs_gets_another_record_and_the_journal_knows_which() -> None:
    shelf = Shelf()
    first, *_ = _replaced(shelf, CLASS)
    (again,) = _replaced(shelf, BETTER)
    assert superseded(shelf.entries(), shelf.holds) == {
        first.entry.record_id: Superseded(again.entry.record_id, corrected=True)
    }
    assert len(shelf.records) == 4


def test_replacing_again_replaces_nothing() -> None:
    shelf = Shelf()
    _replaced(shelf, CLASS)
    _replaced(shelf, BETTER)
    assert _replaced(shelf, BETTER) == []


def test_a_record_that_ends_soon_is_followed_by_one_that_says_the_same() -> None:
    shelf = Shelf()
    first = _renewed(shelf)
    assert [one.entry.ends for one in first] == ["2027-11-23T12:00:00Z"] * 3
    again = _renewed(shelf)
    assert superseded(shelf.entries(), shelf.holds) == {
        old.entry.record_id: Superseded(new.entry.record_id, corrected=False)
        for old, new in zip(first, again, strict=True)
    }


def test_a_record_that_lasts_or_has_no_end_is_not_renewed() -> None:
    shelf = Shelf()
    _renewed(shelf)
    assert _renewed(shelf, before=NOON) == []
    endless = Shelf()
    list(steps(endless, plan(BATCH, CLASS, endless, renew_before=IN_A_YEAR)))
    assert plan(BATCH, CLASS, endless, renew_before=IN_A_YEAR).to_issue == ()


@given(st.integers(1, 8), st.booleans())
def test_a_replacement_that_was_killed_anywhere_ends_with_one_record_more(step: int, before: bool) -> None:
    shelf = Shelf()
    (first, *_) = _replaced(shelf, CLASS)
    store = Fragile(shelf, step, before=before)
    with contextlib.suppress(Killed):
        list(steps(store, plan(BATCH, BETTER, store, replace_differing=True)))
    _replaced(shelf, BETTER)
    assert len(shelf.records) == 4
    followed = superseded(shelf.entries(), shelf.holds)
    assert list(followed) == [first.entry.record_id]
    assert f"{followed[first.entry.record_id].by.rpartition(':')[2]}.json" in shelf.records


def test_a_record_whose_renewal_would_end_too_soon_itself_is_not_renewed() -> None:
    shelf = Shelf()
    _renewed(shelf)
    planned = plan(LASTING, CLASS, shelf, renew_before=IN_A_YEAR, valid_from=NOON)
    assert (planned.to_issue, [task.learner for task in planned.not_renewed]) == ((), list(CLASS))


RENEWED = {"active"}
CORRECTED = {"active", "revoked-error", "revoked-replaced"}


@pytest.mark.parametrize("status", STATUSES, ids=lambda status: status.key)
def test_only_what_is_in_force_is_renewed_and_only_what_was_wrong_corrected(status: Status) -> None:
    shelf = Shelf()
    first, *_ = _renewed(shelf)
    learner = first.entry.learner

    def standing(entry: Entry) -> Status:
        return status if entry.learner == learner else ACTIVE

    renewal = plan(LASTING, CLASS, shelf, renew_before=IN_A_YEAR, valid_from=LATER, standing=standing)
    correction = plan(LASTING, BETTER, shelf, replace_differing=True, standing=standing)
    for planned, allowed, others in ((renewal, RENEWED, 2), (correction, CORRECTED, 0)):
        listed = [task.learner.key for task in planned.not_in_force]
        assert listed == ([] if status.key in allowed else [learner])
        assert len(planned.to_issue) == others + 1 - len(listed)


def test_a_revoked_record_whose_file_is_gone_does_not_come_back_under_another_id() -> None:
    shelf = Shelf()
    first, *_ = _replaced(shelf, CLASS)
    del shelf.records[first.entry.file]
    planned = plan(BATCH, BETTER, shelf, standing=lambda entry: status_for("revoked", "withdrawn"))
    assert [task.learner for task in planned.not_in_force] == [BETTER[0]]


@pytest.mark.parametrize(
    ("status", "way"),
    [
        (status_for("suspended", "review"), "--set active"),
        (status_for("revoked", "error"), "--replace"),
        (status_for("revoked", "withdrawn"), "--reason error"),
    ],
)
def test_each_learner_whose_record_is_not_in_force_is_told_how_to_go_on(status: Status, way: str) -> None:
    shelf = Shelf()
    first, *_ = _renewed(shelf)
    planned = plan(LASTING, CLASS[:1], shelf, renew_before=IN_A_YEAR, valid_from=LATER, standing=lambda entry: status)
    (fault,) = not_in_force(planned.not_in_force, "learners.csv")
    assert (fault.place.file, fault.place.row, fault.found) == ("learners.csv", 2, first.entry.record_id)
    assert way in fault.sentence.text("en")
