"""Every row that cannot be issued to is told at once, with its row and column and how to mend it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from guildmark.credentials.issuing import check_learners
from guildmark.credentials.record import Learner
from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.design.model import Design
from tests.credentials.issuing.runs import CLASS, DESIGN, DORA, EMIL


def faults(*learners: Learner, design: Design = DESIGN) -> list[Fault]:
    with pytest.raises(GuildmarkError) as caught:
        check_learners(learners, design, "learners.csv")
    return list(caught.value.faults)


def graded(scale: Any) -> Design:
    return Design.model_validate({"title": "Light", "grade": {"scale": scale}})


def test_good_rows_come_back() -> None:
    assert check_learners(CLASS, DESIGN) == CLASS


@pytest.mark.parametrize("column", ["name", "email"])
def test_what_the_design_requires_must_be_there(column: str) -> None:
    fault = faults(replace(EMIL, **{column: None}))[0]
    assert (fault.code, fault.place.file, fault.place.row, fault.place.column) == (
        "issuing.learner.incomplete",
        "learners.csv",
        3,
        column,
    )


def test_a_learner_without_email_and_identifier_cannot_be_told_from_others() -> None:
    assert [fault.code for fault in faults(Learner("Gita", row=5), design=graded(["pass"]))] == [
        "issuing.learner.unnamed"
    ]


def test_the_same_learner_twice_is_told_with_both_rows() -> None:
    (fault,) = faults(DORA, EMIL, replace(DORA, email="DORA@example.org", row=9))
    assert (fault.code, fault.place.row) == ("issuing.learner.twice", 9)
    assert "row 2" in str(fault.sentence)
    assert "row 9" in str(fault.sentence)


def test_a_grade_must_be_on_the_scale() -> None:
    (fault,) = faults(replace(DORA, grade="excellent"))
    assert (fault.code, fault.found, fault.accepted) == (
        "issuing.learner.grade",
        "excellent",
        ("distinction", "merit", "pass"),
    )


@pytest.mark.parametrize(("grade", "number"), [("87", 87), ("1,5", 1.5), (" 60 ", 60), (60, 60), (None, None)])
def test_a_number_in_words_becomes_a_number(grade: Any, number: Any) -> None:
    (learner,) = check_learners([replace(DORA, grade=grade)], graded({"min": 0, "max": 100, "pass": 60}))
    assert (learner.grade, type(learner.grade)) == (number, type(number))


@pytest.mark.parametrize("grade", ["101", "-1", "merit", 100.5, "1e2"])
def test_a_number_must_be_in_the_range(grade: Any) -> None:
    (fault,) = faults(replace(DORA, grade=grade), design=graded({"min": 0, "max": 100}))
    assert (fault.code, fault.place.column) == ("issuing.learner.grade", "grade")
    assert "from 0 to 100" in str(fault.sentence)


def test_a_range_may_run_downwards() -> None:
    (learner,) = check_learners([replace(DORA, grade="1.7")], graded({"min": 5, "max": 1, "pass": 4}))
    assert learner.grade == 1.7


def test_a_grade_where_the_design_has_none_is_told() -> None:
    (fault,) = faults(DORA, design=Design(title="Light"))
    assert fault.code == "issuing.learner.grade"


@pytest.mark.parametrize("url", ["ftp://x.example.org", "javascript:alert(1)", "https://x.example.org/a b", "x"])
def test_evidence_must_be_a_web_address(url: str) -> None:
    assert [fault.code for fault in faults(replace(DORA, evidence_url=url))] == ["issuing.learner.evidence"]


@pytest.mark.parametrize(
    "email", ["dora", "@example.org", "dora@", "do ra@example.org", "dora@example.org, emil@x.org"]
)
def test_an_email_must_be_an_address(email: str) -> None:
    assert [fault.code for fault in faults(replace(DORA, email=email))] == ["issuing.learner.email"]


def test_every_fault_is_told_in_the_order_of_the_rows() -> None:
    told = faults(replace(DORA, row=8, grade="x"), replace(EMIL, name=None), replace(EMIL, row=4))
    assert [(fault.place.row, fault.code) for fault in told] == [
        (3, "issuing.learner.incomplete"),
        (4, "issuing.learner.twice"),
        (8, "issuing.learner.grade"),
    ]
