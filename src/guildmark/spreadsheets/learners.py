"""The learners of one issuing as a spreadsheet (`guildmark issue`): columns, grades, nobody twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from guildmark.credentials.record.learner import Learner
from guildmark.errors import Fault
from guildmark.spreadsheets.columns import Column, Kind, Misread
from guildmark.spreadsheets.kinds import Day, Email, LanguageTag, OneLine, WebAddress
from guildmark.spreadsheets.limits import DEFAULT_LIMITS, SpreadsheetLimits
from guildmark.spreadsheets.opening import open_table
from guildmark.spreadsheets.reading import Reading, read_rows
from guildmark.spreadsheets.writing import Rows, WorkbookWriter
from guildmark.toolkit.design.model import Grade, GradeRange
from guildmark.words import Listing, say

GradeValue = str | int | float


class GradeOn(Kind[GradeValue]):
    """A grade on the design's scale: one of its words, or a number in its range (a decimal comma is read too)."""

    # A scale may go below zero, as the Danish one does, and nothing off the scale is taken.
    is_prose: ClassVar[bool] = True

    def __init__(self, grade: Grade | None) -> None:
        self.scale = grade.scale if grade else None

    def read(self, text: str) -> GradeValue:
        """The word as the scale writes it, or the number; the text itself where the design has no scale."""
        match self.scale:
            case None:
                raise Misread(
                    Fault(
                        "learners.grade.no_scale",
                        say(
                            "The design has no scale of grades, so “{found}” means nothing. Empty the cell.", found=text
                        ),
                        found=text,
                    )
                )
            case GradeRange():
                return self._number(text, self.scale)
            case words:
                return self._word(text, words)

    def choices(self, language: str) -> tuple[str, ...]:
        """The words of the scale."""
        return tuple(self.scale) if isinstance(self.scale, list) else ()

    def _number(self, text: str, scale: GradeRange) -> GradeValue:
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            number = float("nan")
        if scale.min <= number <= scale.max and not set(text) & set("_eE"):
            return int(number) if number.is_integer() else number
        raise Misread(
            Fault(
                "learners.grade.off_scale",
                say(
                    "“{found}” is not on the design's scale, which goes from {least} to {most}. "
                    "Write a number between, or leave the cell blank.",
                    found=text,
                    least=scale.min,
                    most=scale.max,
                ),
                found=text,
                accepted=(f"{scale.min}…{scale.max}",),
            )
        )

    def _word(self, text: str, words: list[str]) -> GradeValue:
        if text in words:
            return text
        alike = [word for word in words if word.strip().casefold() == text.casefold()]
        if len(alike) == 1:
            return alike[0]
        raise Misread(
            Fault(
                "learners.grade.off_scale",
                say(
                    "“{found}” is not on the design's scale. Write {accepted}, or leave the cell blank.",
                    found=text,
                    accepted=Listing.of(words, either=True),
                ),
                found=text,
                accepted=tuple(words),
            )
        )


NAME = Column("name", OneLine(), say("The learner's full name."), required=True, needed=True, width=30)
EMAIL = Column(
    "email",
    Email(),
    say("The learner's e-mail address. It stands in the record as a hash, not in clear."),
    required=True,
    needed=True,
    width=32,
)
IDENTIFIER = Column(
    "identifier",
    OneLine(),
    say("A number or address that tells learners apart, such as a student number or a did:."),
    width=24,
)
BIRTH_DATE = Column(
    "birth_date",
    Day(),
    say("The date of birth, such as 1999-12-31. It is left out of Open Badges."),
    width=13,
)
EVIDENCE = Column(
    "evidence_url", WebAddress(), say("Where the work that was assessed can be seen: an https:// address."), width=40
)
LANGUAGE = Column(
    "language", LanguageTag(), say("The language in which to write to the learner: en, de, nl, it, cs …"), width=10
)


def columns(grade: Grade | None, required: Collection[str] = ()) -> tuple[Column[Any], ...]:
    """The columns for a design: its scale decides the grades, and `required` names what every row needs."""
    grade_column: Column[GradeValue] = Column(
        "grade", GradeOn(grade), say("The grade on the design's scale; it may stay blank."), width=14
    )
    known: tuple[Column[Any], ...] = (NAME, EMAIL, IDENTIFIER, BIRTH_DATE, grade_column, EVIDENCE, LANGUAGE)
    return tuple(replace(column, required=True, needed=True) if column.name in required else column for column in known)


def read_learners(
    data: bytes,
    filename: str,
    grade: Grade | None,
    required: Collection[str] = (),
    limits: SpreadsheetLimits = DEFAULT_LIMITS,
) -> tuple[Learner, ...]:
    """The learners of a .xlsx or .csv file in the order of its rows; GuildmarkError with every fault.

    `grade` is the design's scale. `required` are the facts that the design's learner_identification asks for.
    """
    reading = read_rows(open_table(data, filename, limits), columns(grade, required), limits)
    learners = [Learner(**row.values, row=row.number) for row in reading.rows]
    _find_doubled(learners, reading)
    reading.finish()
    return tuple(learners)


def write_learners(learners: Sequence[Learner], grade: Grade | None, language: str = "en") -> bytes:
    """The learners as a workbook that `read_learners` reads back; without a scale it has no column of grades."""
    title = say("Learners who receive a record")
    shown = [column for column in columns(grade) if grade or column.name != "grade"]
    writer = WorkbookWriter(title, language)
    writer.add_rows(Rows(say("Learners"), shown, [learner_cells(one, grade, language) for one in learners]))
    writer.add_reading(say("Guidance"), title, (), shown)
    return writer.finish()


def learner_cells(learner: Learner, grade: Grade | None, language: str) -> dict[str, str]:
    """One row as text, by column name."""
    return {
        column.name: column.kind.write(value, language)
        for column in columns(grade)
        if (value := getattr(learner, column.name)) not in (None, "")
    }


def _find_doubled(learners: Sequence[Learner], reading: Reading) -> None:
    """Names every learner who stands there twice: one identifier, or one address without two identifiers."""
    by_identifier: dict[str, Learner] = {}
    by_email: dict[str, Learner] = {}
    for learner in learners:
        address = (learner.email or "").lower()
        same = by_identifier.get(learner.identifier) if learner.identifier else None
        namesake = by_email.get(address) if address else None
        if same is None and namesake and not (learner.identifier and namesake.identifier):
            same = namesake
        if same:
            reading.refuse(_doubled(same, learner, reading))
        if learner.identifier:
            by_identifier.setdefault(learner.identifier, learner)
        if address:
            by_email.setdefault(address, learner)


def _doubled(first: Learner, second: Learner, reading: Reading) -> Fault:
    column = IDENTIFIER if second.identifier and first.identifier == second.identifier else EMAIL
    found = second.identifier if column is IDENTIFIER else second.email
    return Fault(
        "learners.learner.doubled",
        say(
            "The same learner stands in row {first} and again in row {second}: {found}. Keep one row.",
            first=first.row,
            second=second.row,
            found=found,
        ),
        reading.table.place(second.row, column.name),
        found=found,
    )
