"""Learners are read with everything that a record needs, and nobody twice."""

from __future__ import annotations

import datetime

import pytest

from guildmark.credentials.record import Learner
from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.learners import read_learners
from guildmark.toolkit.design.model import Grade, GradeRange
from tests.spreadsheets.workbooks import codes_of, faults_of, xlsx

POINTS = Grade(scale=GradeRange.model_validate({"min": 0, "max": 100, "pass": 60}))
WORDS = Grade(scale=["excellent", "good", "passed"])


def read(text: str, grade: Grade | None = None, required: tuple[str, ...] = ()) -> tuple[Learner, ...]:
    return read_learners(text.encode(), "learners.csv", grade, required)


def refused(text: str, grade: Grade | None = None, required: tuple[str, ...] = ()) -> GuildmarkError:
    with pytest.raises(GuildmarkError) as caught:
        read(text, grade, required)
    return caught.value


def test_a_learner_with_every_column() -> None:
    (dora,) = read(
        "name,email,identifier,birth_date,grade,evidence_url,language\n"
        "Dora Šimková,Dora@example.org,did:key:z6Mk1,1999-12-31,87.5,https://example.org/work,cs\n",
        POINTS,
    )
    assert dora == Learner(
        "Dora Šimková",
        "Dora@example.org",
        "did:key:z6Mk1",
        datetime.date(1999, 12, 31),
        87.5,
        "https://example.org/work",
        "cs",
        2,
    )


def test_a_date_cell_of_a_workbook_is_a_date() -> None:
    data = xlsx([["name", "email", "birth_date"], ["Dora", "d@example.org", datetime.date(1999, 12, 31)]])
    assert read_learners(data, "learners.xlsx", None)[0].birth_date == datetime.date(1999, 12, 31)


def test_a_student_number_stays_text() -> None:
    data = xlsx([["name", "email", "identifier"], ["Dora", "d@example.org", 20260014]])
    assert read_learners(data, "learners.xlsx", None)[0].identifier == "20260014"


@pytest.mark.parametrize(
    ("row", "column"), [(",d@example.org", "name"), ("Dora,", "email")], ids=["without name", "without e-mail"]
)
def test_a_learner_without_name_or_email_is_a_fault(row: str, column: str) -> None:
    (fault,) = faults_of(refused(f"name,email\n{row}\n"))
    assert (fault.code, fault.place.row, fault.place.column) == ("spreadsheet.cell.blank", 2, column)


def test_what_the_design_requires_may_not_be_blank() -> None:
    error = refused("name,email,identifier\nDora,d@example.org,\n", required=("name", "identifier"))
    assert codes_of(error) == ["spreadsheet.cell.blank"]
    assert codes_of(refused("name,email\nDora,d@example.org\n", required=("birth_date",))) == [
        "spreadsheet.column.missing"
    ]


@pytest.mark.parametrize("address", ["dora", "dora@", "@example.org", "a b@example.org", "d@x.org, e@x.org"])
def test_what_is_no_address_is_a_fault(address: str) -> None:
    assert len(codes_of(refused(f'name,email\nDora,"{address}"\n'))) == 1


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("birth_date", "31.12.1999", "learners.date.invalid"),
        ("birth_date", "1999-02-30", "learners.date.invalid"),
        ("evidence_url", "ftp://example.org/x", "learners.address.invalid"),
        ("evidence_url", "javascript:alert(1)", "learners.address.invalid"),
        ("language", "Czech language", "learners.language.invalid"),
        ("grade", "good", "learners.grade.no_scale"),
    ],
)
def test_other_cells_say_what_they_take(column: str, value: str, code: str) -> None:
    assert codes_of(refused(f"name,email,{column}\nDora,d@example.org,{value}\n")) == [code]


@pytest.mark.parametrize(("text", "value"), [("87", 87), ("87.5", 87.5), ('"87,5"', 87.5), ("0", 0), ("", None)])
def test_a_grade_on_a_range_is_a_number(text: str, value: float | None) -> None:
    assert read(f"name,email,grade\nDora,d@example.org,{text}\n", POINTS)[0].grade == value


@pytest.mark.parametrize("text", ["101", "-1", "good", "1e1", "nan", "inf"])
def test_a_grade_off_the_range_is_a_fault(text: str) -> None:
    assert len(codes_of(refused(f"name,email,grade\nDora,d@example.org,{text}\n", POINTS))) == 1


@pytest.mark.parametrize(("text", "value"), [("-3", -3), ("+7", 7), ("-1.5", -1.5), ('"-1,5"', -1.5)])
def test_a_grade_below_zero_is_no_formula(text: str, value: float) -> None:
    danish = Grade.model_validate({"scale": {"min": -3, "max": 12, "pass": 2}})
    assert read(f"name,email,grade\nDora,d@example.org,{text}\n", danish)[0].grade == value
    assert read("name,email,grade\nDora,d@example.org,-3\n", Grade(scale=["12", "00", "-3"]))[0].grade == "-3"


@pytest.mark.parametrize("text", ["-3+1", "=-3", "@3", "-A1", "-3"])
def test_a_formula_is_never_on_the_scale(text: str) -> None:
    assert len(codes_of(refused(f"name,email,grade\nDora,d@example.org,{text}\n", POINTS))) == 1


@pytest.mark.parametrize("name", ["山田\u3000太郎", "Jana\u00a0Nováková", "A  B", "Jose\u0301", "\u202bشهرزاد"])
def test_a_name_is_kept_as_written(name: str) -> None:
    assert read(f"name,email,identifier\n{name},d@example.org,{name}\n")[0].name == name
    assert read(f'name,email\n"{name}\n{name}",d@example.org\n')[0].name == f"{name} {name}"


def test_a_grade_of_words_is_taken_as_the_scale_writes_it() -> None:
    assert read("name,email,grade\nDora,d@example.org,GOOD\n", WORDS)[0].grade == "good"
    (fault,) = faults_of(refused("name,email,grade\nDora,d@example.org,superb\n", WORDS))
    assert (fault.code, fault.accepted) == ("learners.grade.off_scale", ("excellent", "good", "passed"))


@pytest.mark.parametrize(
    "rows",
    [
        "Dora,d@example.org,\nDora S,D@Example.org,",
        "Dora,d@example.org,7\nBob,b@example.org,7",
        "Dora,d@example.org,7\nDora,d@example.org,",
    ],
    ids=["one address", "one identifier", "an address with and without identifier"],
)
def test_the_same_learner_twice_names_both_rows(rows: str) -> None:
    (fault,) = faults_of(refused(f"name,email,identifier\n{rows}\n"))
    assert fault.code == "learners.learner.doubled"
    assert "row 2" in str(fault.sentence)
    assert "row 3" in str(fault.sentence)


def test_two_identifiers_with_one_address_are_two_learners() -> None:
    assert len(read("name,email,identifier\nDora,family@example.org,7\nBob,family@example.org,8\n")) == 2


def test_a_name_that_begins_with_an_equals_sign_is_refused() -> None:
    assert codes_of(refused("name,email\n=cmd|calc,d@example.org\n")) == ["spreadsheet.cell.formula"]
