"""Issuing again issues only what is not there yet; a row that differs is told, never issued over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from guildmark.credentials.issuing import Batch, differing
from guildmark.credentials.record import Issuer
from guildmark.toolkit.design.model import Design
from tests.credentials.designs import DID
from tests.credentials.issuing.runs import BATCH, CLASS, DESIGN, DORA, EMIL, FATIMA, Shelf, names, run


def test_everyone_gets_a_record() -> None:
    shelf = Shelf()
    _, issued = run(shelf)
    assert names(shelf.records.values()) == ["Dora", "Emil", "Fatima"]
    assert [one.entry.row for one in issued] == [2, 3, 4]
    assert [one.entry.learner for one in issued] == ["dora@example.org", "S-2", "fatima@example.org"]


def test_a_second_run_issues_nothing() -> None:
    shelf = Shelf()
    run(shelf)
    before = dict(shelf.records)
    planned, issued = run(shelf)
    assert issued == []
    assert [task.learner for task in planned.there] == list(CLASS)
    assert (shelf.records, len(shelf.journal)) == (before, 3)


def test_only_new_learners_get_one() -> None:
    shelf = Shelf()
    run(shelf, (DORA,))
    _, issued = run(shelf, CLASS)
    assert [one.learner.name for one in issued] == ["Emil", "Fatima"]


def test_it_does_not_matter_how_the_address_is_capitalised_or_where_the_row_stands() -> None:
    shelf = Shelf()
    run(shelf, (DORA,))
    _, issued = run(shelf, (replace(DORA, email="dora@EXAMPLE.org", row=17),))
    assert issued == []


def test_what_is_not_in_the_record_makes_no_difference() -> None:
    shelf = Shelf()
    run(shelf, (DORA,))
    planned, issued = run(shelf, (replace(DORA, birth_date=date(1999, 1, 1), language="cs"),))
    assert (planned.differing, issued) == ((), [])


def test_where_the_record_tells_the_birth_date_another_one_makes_a_difference() -> None:
    shelf, batch = Shelf(), Batch(DESIGN, BATCH.issuer, "elm")
    run(shelf, (DORA,), batch)
    planned, issued = run(shelf, (replace(DORA, birth_date=date(1999, 1, 1)),), batch)
    assert ([task.learner.name for task in planned.differing], issued) == (["Dora"], [])


def test_a_row_that_differs_is_told_with_how_to_replace_the_record() -> None:
    shelf = Shelf()
    _, ((first), *_) = run(shelf)
    planned, issued = run(shelf, (replace(DORA, grade="distinction"), EMIL, FATIMA))
    (fault,) = differing(planned.differing, "learners.csv")
    assert issued == []
    assert (fault.code, fault.place.file, fault.place.row) == ("issuing.differs", "learners.csv", 2)
    assert fault.found == first.entry.record_id
    assert "--replace" in str(fault.sentence)


def test_moving_the_record_away_replaces_it_under_a_new_id() -> None:
    shelf = Shelf()
    _, ((first), *_) = run(shelf)
    del shelf.records[first.entry.file]
    better = replace(DORA, grade="distinction")
    _, (again,) = run(shelf, (better, EMIL, FATIMA))
    assert again.entry.record_id != first.entry.record_id
    planned, issued = run(shelf, (better, EMIL, FATIMA))
    assert (issued, planned.differing, len(shelf.records)) == ([], (), 3)


def test_a_record_that_was_lost_comes_back_under_its_own_id() -> None:
    shelf = Shelf()
    _, ((first), *_) = run(shelf)
    del shelf.records[first.entry.file]
    _, (again,) = run(shelf)
    assert again.entry == first.entry
    assert len(shelf.journal) == 3


def test_another_version_issuer_or_format_is_another_record() -> None:
    shelf = Shelf()
    run(shelf, (DORA,))
    version = Design.model_validate({**DESIGN.as_written(), "version": 2})
    other_issuer = Issuer(name="Other", country="CZ", id=DID.replace("did:key:z6Mk", "did:key:z6Mn"))
    for batch in (
        replace(BATCH, design=version),
        replace(BATCH, issuer=other_issuer),
        Batch(DESIGN, BATCH.issuer, "ob3-jwt"),
    ):
        _, issued = run(shelf, (DORA,), batch)
        assert len(issued) == 1
    assert len(shelf.records) == 4
