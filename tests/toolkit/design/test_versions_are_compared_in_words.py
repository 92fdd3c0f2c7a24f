"""What changed between two versions of a design."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from guildmark.toolkit.design import Change, compare, read_design
from tests.toolkit.design.shapes import designs
from tests.toolkit.design.sound import SOUND, design_with


def changes(changed: dict[str, Any] | None = None, without: tuple[str, ...] = ()) -> tuple[Change, ...]:
    return compare(read_design(SOUND).design, read_design(design_with(changed, without)).design)


def said(*args: Any) -> list[tuple[str, str]]:
    return [(change.path, str(change.sentence)) for change in changes(*args)]


def test_a_version_does_not_differ_from_itself() -> None:
    assert changes() == ()


def test_a_number_that_changed() -> None:
    assert said({"/workload/hours": 60}) == [
        ("/workload/hours", "Notional workload, “hours”: the number 50 became the number 60.")
    ]


def test_a_whole_number_is_not_a_fraction() -> None:
    assert [change.kind for change in changes({"/workload/hours": 50.0})] == ["changed"]


def test_what_was_added_and_what_was_taken_out() -> None:
    found = changes({"/assessment/2": {"id": "as3", "type": "quiz"}}, ("/grade",))
    assert [(change.kind, change.path) for change in found] == [("added", "/assessment/2"), ("removed", "/grade")]
    assert str(found[0].sentence) == "Type of assessment, “as3”: added."


def test_entries_are_recognised_by_their_ids_wherever_they_move() -> None:
    moved = [SOUND["learning_outcomes"][place] for place in (2, 0, 1)]
    assert [(change.kind, change.path) for change in changes({"/learning_outcomes": moved})] == [
        ("moved", "/learning_outcomes")
    ]


def test_a_language_that_was_added() -> None:
    older = read_design(design_with({"/title": {"en": "Light"}})).design
    newer = read_design(design_with({"/title": {"en": "Light", "cs": "Světlo"}})).design
    assert [(change.kind, change.path) for change in compare(older, newer)] == [("added", "/title/cs")]


@settings(max_examples=20)
@given(designs, designs)
def test_designs_differ_exactly_when_something_is_said(one: dict[str, Any], other: dict[str, Any]) -> None:
    older, newer = read_design(one).design, read_design(other).design
    assert compare(older, older) == ()
    assert bool(compare(older, newer)) == (older.as_written() != newer.as_written())
