"""Constructive alignment: which activities practise each outcome and which assessments show it.

The guide, ch. 3.3.3 (assessment suits the outcomes) and Step 4.3 (outcomes, then activities and tools);
ETF guide 2022: the link is documented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guildmark.toolkit.design.assessing import assessing
from guildmark.toolkit.design.model import Design, LearningOutcome
from guildmark.words import Sentence, Text, say


@dataclass(frozen=True, slots=True)
class Column:
    """An activity or an assessment of the design; `kind` tells which."""

    kind: str
    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Row:
    """An outcome, counted from 1, with the ids of the activities and assessments that serve it."""

    number: int
    id: str | None
    text: Text
    activities: tuple[str, ...]
    assessments: tuple[str, ...]

    def marks(self, column: Column) -> bool:
        """Whether the cell of this outcome and that column is filled."""
        return column.id in (self.activities if column.kind == "activity" else self.assessments)


@dataclass(frozen=True, slots=True)
class AlignmentGrid:
    """Outcomes as rows, activities and assessments as columns, and what the grid shows."""

    rows: tuple[Row, ...]
    activities: tuple[Column, ...]
    assessments: tuple[Column, ...]
    gaps: tuple[Sentence, ...]


def alignment_grid(design: Design) -> AlignmentGrid:
    """The grid of a design.

    Activities are read from `activities`: objects with `id`, `title` and `outcomes`, a list of outcome
    ids. What has another form is free text, and not in the grid.
    """
    practised = tuple(_activities(design))
    rows = tuple(_rows(design, practised))
    activities = tuple(column for column, _ in practised)
    methods = tuple(
        Column("assessment", method.id, method.description or method.type) for method in design.assessment or ()
    )
    return AlignmentGrid(rows, activities, methods, tuple(_gaps(rows, activities, methods)))


def _activities(design: Design) -> Iterator[tuple[Column, frozenset[str]]]:
    if not isinstance(design.activities, list):
        return
    for number, activity in enumerate(design.activities, start=1):
        if not isinstance(activity, Mapping):
            continue
        name = _text(activity.get("title") or activity.get("name") or activity.get("text"))
        outcomes = activity.get("outcomes")
        if name is not None and isinstance(outcomes, list):
            served = frozenset(outcome for outcome in outcomes if isinstance(outcome, str))
            yield Column("activity", str(activity.get("id") or f"activity-{number}"), name), served


def _text(value: Any) -> Text | None:
    match value:
        case str() if value.strip():
            return value
        case dict() if value and all(isinstance(text, str) for text in value.values()):
            return {str(tag): text for tag, text in value.items()}
        case _:
            return None


def _rows(design: Design, practised: tuple[tuple[Column, frozenset[str]], ...]) -> Iterator[Row]:
    assessments_of = assessing(design.assessment or ())
    for number, outcome in enumerate(design.learning_outcomes or (), start=1):
        known = isinstance(outcome, LearningOutcome)
        key, text = (outcome.id, outcome.text) if isinstance(outcome, LearningOutcome) else (None, outcome)
        yield Row(
            number,
            key,
            text,
            tuple(column.id for column, served in practised if known and key in served),
            tuple(method.id for method in assessments_of(outcome)),
        )


def _gaps(rows: tuple[Row, ...], activities: tuple[Column, ...], methods: tuple[Column, ...]) -> Iterator[Sentence]:
    for row in rows:
        if not row.assessments:
            yield say("No assessment shows outcome no. {number}.", number=row.number)
        if activities and row.id and not row.activities:
            yield say("No activity prepares for outcome no. {number}.", number=row.number)
    for column in activities:
        if not any(row.marks(column) for row in rows):
            yield say("The activity “{id}” serves no outcome of the design.", id=column.id)
    for column in methods:
        if rows and not any(row.marks(column) for row in rows):
            yield say("The assessment “{id}” shows no outcome of the design.", id=column.id)
