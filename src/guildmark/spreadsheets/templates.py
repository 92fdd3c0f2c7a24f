"""Empty and example workbooks, made of the very columns that read them (`guildmark template`)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal, get_args

from guildmark.spreadsheets import learners, matrix, stakeholders
from guildmark.spreadsheets.columns import Column
from guildmark.spreadsheets.writing import Rows, WorkbookWriter
from guildmark.toolkit.design.model import Grade
from guildmark.words import Sentence, say

WorkbookKind = Literal["matrix", "map", "learners"]
WORKBOOK_KINDS: tuple[WorkbookKind, ...] = get_args(WorkbookKind)
_SPARE_ROWS = 500


@dataclass(frozen=True, slots=True)
class _Template:
    title: Sentence
    sheet: Sentence
    sentences: tuple[Sentence, ...]
    columns: Sequence[Column[Any]]


def template(kind: WorkbookKind, example: bool, language: str = "en", grade: Grade | None = None) -> bytes:
    """A workbook to fill in, with drop-downs and a guidance sheet; `example` fills it with a valid example.

    `grade` is the design's scale, from which the learners' workbook offers the grades.
    """
    made = _template(kind, grade)
    writer = WorkbookWriter(made.title, language)
    cells = example_rows(kind, language) if example else []
    writer.add_rows(Rows(made.sheet, made.columns, cells, spare=_SPARE_ROWS))
    writer.add_reading(say("Guidance"), made.title, (*made.sentences, *_FOR_ALL), made.columns)
    return writer.finish()


def example_csv(kind: WorkbookKind) -> bytes:
    """The example as the CSV file that ships with the package."""
    return (files("guildmark.spreadsheets") / "examples" / f"{kind}.csv").read_bytes()


def example_rows(kind: WorkbookKind, language: str) -> list[dict[str, str]]:
    """The example's cells by column name, its words in `language`."""
    data = example_csv(kind)
    match kind:
        case "matrix":
            return [matrix.country_cells(rated, language) for rated in matrix.read_matrix(data, "matrix.csv")]
        case "map":
            everyone = stakeholders.read_stakeholders(data, "map.csv")
            return [row for one in everyone for row in stakeholders.stakeholder_cells(one, language)]
        case "learners":
            return list(csv.DictReader(io.StringIO(data.decode("utf-8"))))


def _template(kind: WorkbookKind, grade: Grade | None) -> _Template:
    match kind:
        case "matrix":
            return _Template(
                say("Readiness of countries for micro-credentials"),
                say("Matrix"),
                (
                    say("Step 1 of the guide. One row a country or region, each rating with a sentence that says why."),
                    say("A rating may stay blank: the country then counts as not yet rated, and the gap is named."),
                ),
                matrix.COLUMNS,
            )
        case "map":
            return _Template(
                say("Stakeholders: knowledge, influence and support"),
                say("Stakeholders"),
                (
                    say("Step 3 of the guide. One row a stakeholder, or one row an assessor of a stakeholder."),
                    say("What is rated here are people: write only what they could read, and keep the file safe."),
                ),
                stakeholders.COLUMNS,
            )
        case "learners":
            return _Template(
                say("Learners who receive a record"),
                say("Learners"),
                (say("One row a learner. Nobody may stand here twice, by identifier or by e-mail address."),),
                learners.columns(grade),
            )


_FOR_ALL = (
    say("The columns may stand in any order. A column whose name begins with _ is yours and is ignored."),
    say("Answers may be picked from the list, or written as keys or in English, German, Dutch, Italian or Czech."),
)
