"""The stakeholders as a spreadsheet (Step 3): columns, several assessors made one stakeholder, the map written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from guildmark.errors import Fault
from guildmark.spreadsheets.columns import Column
from guildmark.spreadsheets.kinds import Line, Option, Words, YesNo
from guildmark.spreadsheets.limits import DEFAULT_LIMITS, SpreadsheetLimits
from guildmark.spreadsheets.opening import open_table
from guildmark.spreadsheets.reading import Reading, Row, compared, read_rows
from guildmark.spreadsheets.writing import Rows, Shown, WorkbookWriter
from guildmark.toolkit.stakeholders.model import (
    Group,
    KnowledgeAnswers,
    PlacedStakeholder,
    PowerAnswers,
    Stakeholder,
    StakeholderMap,
)
from guildmark.vocabulary import groups, questions, scenarios, understanding_levels
from guildmark.words import Listing, say


def _unknown_group(text: str, accepted: tuple[str, ...]) -> Fault:
    return Fault(
        "map.group.unknown",
        say("“{found}” is not a group. Write {accepted}.", found=text, accepted=Listing.of(accepted, either=True)),
        found=text,
        accepted=accepted,
    )


NAME = Column(
    "name",
    Line(),
    say("The person, or the organisation where no person is named."),
    required=True,
    needed=True,
    width=26,
)
ORGANISATION = Column("organisation", Line(), say("The organisation that the person speaks for."), width=32)
GROUP = Column(
    "group",
    Words(groups.find, groups.all_groups, _unknown_group),
    say("The group of Step 3.1.1 that the stakeholder belongs to."),
    required=True,
    needed=True,
    width=26,
)
KNOWLEDGE = {
    question.key: Column(
        question.key,
        Option(question),
        say("{question} The number of the answer, or its text.", question=question),
        required=True,
        width=24,
    )
    for question in questions.knowledge_questions()
}
INFLUENCE = tuple(
    Column(question.key, YesNo(), say("{question} Yes, no or blank.", question=question), required=True, width=13)
    for question in questions.power_questions("influence")
)
SUPPORT = tuple(
    Column(question.key, YesNo(), say("{question} Yes, no or blank.", question=question), required=True, width=13)
    for question in questions.power_questions("support")
)
ASSESSOR = Column(
    "assessor",
    Line(),
    say("Who answered the questions on influence and support. Rows of different assessors become one stakeholder."),
    width=20,
)
COLUMNS: tuple[Column[Any], ...] = (NAME, ORGANISATION, GROUP, *KNOWLEDGE.values(), *INFLUENCE, *SUPPORT, ASSESSOR)
_UNDERSTANDING = Shown("_understanding")
_INFLUENCE = Shown("_influence", 12)
_SUPPORT = Shown("_support", 12)
_SCENARIO = Shown("_scenario", 32)


@dataclass(slots=True)
class _Gathered:
    """The rows of one name and organisation, the first of which says who it is."""

    name: str
    organisation: str | None
    row: int
    group: Group | None
    knowledge: KnowledgeAnswers
    knowledge_row: int
    power: list[PowerAnswers] = field(default_factory=list)
    assessors: dict[str, int] = field(default_factory=dict)


def read_stakeholders(
    data: bytes, filename: str, limits: SpreadsheetLimits = DEFAULT_LIMITS
) -> tuple[Stakeholder, ...]:
    """The stakeholders of a .xlsx or .csv file, in the order of their first rows; GuildmarkError with every fault."""
    reading = read_rows(open_table(data, filename, limits), COLUMNS, limits)
    everyone: dict[tuple[str, str], _Gathered] = {}
    for row in reading.rows:
        name = row.get(NAME)
        if name is None:
            continue
        who = (compared(name), compared(row.get(ORGANISATION) or ""))
        if who in everyone:
            _add_row(everyone[who], row, reading)
        else:
            everyone[who] = _first_row(name, row)
    reading.finish()
    return tuple(_stakeholder(gathered) for gathered in everyone.values())


def write_map(stakeholder_map: StakeholderMap, language: str = "en") -> bytes:
    """The map as a workbook that `read_stakeholders` reads back, with each one's place beside the answers."""
    writer = WorkbookWriter(stakeholder_map.finding, language)
    cells: list[dict[str, str]] = []
    colours = {}
    for placed in stakeholder_map.stakeholders:
        for line, row in enumerate(stakeholder_cells(placed.source, language)):
            colours[len(cells), GROUP.name] = groups.get(placed.source.group.value).colour
            cells.append({**row, **_place_cells(placed, language)} if line == 0 else row)
    shown = (_UNDERSTANDING, _INFLUENCE, _SUPPORT, _SCENARIO)
    writer.add_rows(Rows(say("Stakeholders"), COLUMNS, cells, shown, colours))
    writer.add_reading(
        say("Findings"), stakeholder_map.finding, (gap.sentence for gap in stakeholder_map.gaps), COLUMNS
    )
    return writer.finish()


def stakeholder_cells(stakeholder: Stakeholder, language: str) -> list[dict[str, str]]:
    """The rows of one stakeholder as text, one an assessor, the knowledge answers in the first."""
    rows = []
    for line, power in enumerate(stakeholder.power or (PowerAnswers(),)):
        row = {
            NAME.name: stakeholder.name,
            ORGANISATION.name: stakeholder.organisation or "",
            GROUP.name: GROUP.kind.write(stakeholder.group.value, language),
            ASSESSOR.name: power.assessor or "",
        }
        if line == 0:
            for key, column in KNOWLEDGE.items():
                number: int | None = getattr(stakeholder.knowledge, key)
                row[column.name] = column.kind.write(number, language) if number else ""
        answers = zip((*INFLUENCE, *SUPPORT), (*power.influence, *power.support), strict=True)
        row |= {column.name: column.kind.write(yes, language) for column, yes in answers if yes is not None}
        rows.append(row)
    return rows


def _place_cells(placed: PlacedStakeholder, language: str) -> dict[str, str]:
    power = {
        "high": say("high", context="influence or support"),
        "low": say("low", context="influence or support"),
        "undecided": say("undecided", context="influence or support"),
    }
    cells = {}
    if placed.understanding:
        cells[_UNDERSTANDING.name] = understanding_levels.get(placed.understanding.value).label(language)
    if placed.influence.level:
        cells[_INFLUENCE.name] = power[placed.influence.level.value].text(language)
    if placed.support.level:
        cells[_SUPPORT.name] = power[placed.support.level.value].text(language)
    if placed.scenario:
        label = scenarios.get(placed.scenario.value).label(language)
        cells[_SCENARIO.name] = f"{placed.scenario.value} {label}"
    return cells


def _first_row(name: str, row: Row) -> _Gathered:
    group = row.get(GROUP)
    gathered = _Gathered(
        name, row.get(ORGANISATION), row.number, Group(group) if group else None, _knowledge(row), row.number
    )
    _add_assessment(gathered, row)
    return gathered


def _add_row(gathered: _Gathered, row: Row, reading: Reading) -> None:
    """Adds another assessor's row, or names what keeps it from being the same stakeholder."""
    if fault := _repetition(gathered, row, reading):
        reading.refuse(fault)
        return
    group = row.get(GROUP)
    if group and gathered.group and group != gathered.group.value:
        reading.refuse(_two_groups(gathered, row, group, reading))
    knowledge = _knowledge(row)
    if knowledge != KnowledgeAnswers():
        if gathered.knowledge == KnowledgeAnswers():
            gathered.knowledge, gathered.knowledge_row = knowledge, row.number
        elif gathered.knowledge != knowledge:
            reading.refuse(_two_knowledges(gathered, row, reading))
    _add_assessment(gathered, row)


def _add_assessment(gathered: _Gathered, row: Row) -> None:
    assessor = row.get(ASSESSOR)
    gathered.assessors[compared(assessor or "")] = row.number
    gathered.power.append(
        PowerAnswers(
            tuple(row.get(column) for column in INFLUENCE),
            tuple(row.get(column) for column in SUPPORT),
            assessor,
            row.number,
        )
    )


def _knowledge(row: Row) -> KnowledgeAnswers:
    return KnowledgeAnswers(**{key: row.get(column) for key, column in KNOWLEDGE.items()})


def _stakeholder(gathered: _Gathered) -> Stakeholder:
    if gathered.group is None:
        raise ValueError("a stakeholder without a group is a fault and is never made")
    return Stakeholder(
        gathered.name,
        gathered.group,
        gathered.organisation,
        gathered.knowledge,
        tuple(gathered.power),
        tuple(power.row for power in gathered.power if power.row is not None),
    )


def _repetition(gathered: _Gathered, row: Row, reading: Reading) -> Fault | None:
    """The fault of a second row that no other assessor explains."""
    assessor = compared(row.get(ASSESSOR) or "")
    if assessor and assessor not in gathered.assessors and "" not in gathered.assessors:
        return None
    return Fault(
        "map.stakeholder.doubled",
        say(
            "{name} stands in row {first} and again in row {second}. "
            "Keep one row, or name a different assessor in each.",
            name=gathered.name,
            first=gathered.assessors.get(assessor, gathered.row),
            second=row.number,
        ),
        reading.table.place(row.number, NAME.name),
        found=gathered.name,
    )


def _two_groups(gathered: _Gathered, row: Row, group: str, reading: Reading) -> Fault:
    return Fault(
        "map.group.differs",
        say(
            "{name} is of another group in row {first} than in row {second}. One stakeholder has one group.",
            name=gathered.name,
            first=gathered.row,
            second=row.number,
        ),
        reading.table.place(row.number, GROUP.name),
        found=group,
        accepted=(gathered.group.value,) if gathered.group else (),
    )


def _two_knowledges(gathered: _Gathered, row: Row, reading: Reading) -> Fault:
    return Fault(
        "map.knowledge.differs",
        say(
            "{name} answered the knowledge questions in row {first} and differently in row {second}. "
            "Write the answers in one of the rows.",
            name=gathered.name,
            first=gathered.knowledge_row,
            second=row.number,
        ),
        reading.table.place(row.number, next(iter(KNOWLEDGE))),
    )
