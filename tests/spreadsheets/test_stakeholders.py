"""Rows become stakeholders: answers by number or text, several assessors of one stakeholder together."""

from __future__ import annotations

import pytest

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.stakeholders import read_stakeholders
from guildmark.toolkit.stakeholders.model import KnowledgeAnswers, Stakeholder
from tests.spreadsheets.workbooks import codes_of, faults_of

HEAD = (
    "name,organisation,group,lifelong_learning,stacking,flexibility,heard_of,"
    "influence_1,influence_2,influence_3,influence_4,support_1,support_2,support_3,support_4,support_5,assessor\n"
)
NO_ANSWERS = "," * 13


def read(*rows: str) -> tuple[Stakeholder, ...]:
    return read_stakeholders((HEAD + "\n".join(rows)).encode(), "map.csv")


def refused(*rows: str) -> GuildmarkError:
    with pytest.raises(GuildmarkError) as caught:
        read(*rows)
    return caught.value


def test_a_row_is_a_stakeholder_with_every_answer_in_its_place() -> None:
    (alice,) = read("Alice,Academy,education,4,3,2,1,yes,no,,yes,yes,yes,no,,no,")
    assert (alice.name, alice.organisation, alice.group.value) == ("Alice", "Academy", "education")
    assert alice.knowledge == KnowledgeAnswers(4, 3, 2, 1)
    assert alice.power[0].influence == (True, False, None, True)
    assert alice.power[0].support == (True, True, False, None, False)
    assert alice.rows == (2,)


def test_answers_are_read_as_text_in_five_languages() -> None:
    row = 'Alice,,industry,Very familiar,,,"No, I haven\'t heard of them",ja,nee,sì,ano,ja,nein,no,ne,yes,'
    (alice,) = read(row)
    assert alice.knowledge.lifelong_learning == 4
    assert alice.knowledge.heard_of == 1
    assert alice.power[0].influence == (True, False, True, True)
    assert alice.power[0].support == (True, False, False, False, True)


def test_only_organisation_and_assessor_may_be_left_out() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_stakeholders(b"name,group\nAlice,education\n", "map.csv")
    assert set(codes_of(caught.value)) == {"spreadsheet.column.missing"}
    assert len(faults_of(caught.value)) == 13


def test_a_stakeholder_without_group_is_a_fault() -> None:
    error = refused(f"Alice,,{NO_ANSWERS},", f"Bob,,industry{NO_ANSWERS},")
    (fault,) = faults_of(error)
    assert (fault.code, fault.place.row, fault.place.column) == ("spreadsheet.cell.blank", 2, "group")


def test_answer_five_of_four_names_what_may_be_answered() -> None:
    (fault,) = faults_of(refused("Alice,,industry,5,,,,,,,,,,,,,"))
    assert (fault.code, fault.found, fault.accepted) == ("map.answer.unknown", "5", ("1", "2", "3", "4"))
    assert "lifelong learning" in str(fault.sentence)


def test_answer_four_of_three_is_a_fault_too() -> None:
    (fault,) = faults_of(refused("Alice,,industry,,,,4,,,,,,,,,,"))
    assert fault.accepted == ("1", "2", "3")


@pytest.mark.parametrize("answer", ["-1", "0", "1.5", "four", "+2"])
def test_what_is_no_option_is_never_taken_for_one(answer: str) -> None:
    assert len(faults_of(refused(f"Alice,,industry,{answer},,,,,,,,,,,,,"))) == 1


def test_neither_yes_nor_no_is_a_fault() -> None:
    assert codes_of(refused("Alice,,industry,,,,,perhaps,,,,,,,,,")) == ["map.yes_no.unknown"]


def test_an_unknown_group_is_a_fault() -> None:
    assert codes_of(refused(f"Alice,,press{NO_ANSWERS},")) == ["map.group.unknown"]


def test_rows_of_different_assessors_are_one_stakeholder() -> None:
    (alice,) = read(
        "Alice,Academy,education,4,4,4,3,yes,yes,,,yes,,,,,Bob",
        "Alice,Academy,education,,,,,no,no,,,no,,,,,Eve",
    )
    assert [power.assessor for power in alice.power] == ["Bob", "Eve"]
    assert alice.knowledge == KnowledgeAnswers(4, 4, 4, 3)
    assert alice.rows == (2, 3)


def test_the_knowledge_answers_may_stand_in_any_one_of_the_rows() -> None:
    (alice,) = read(f"Alice,,industry{NO_ANSWERS},Bob", "Alice,,industry,1,2,3,1,,,,,,,,,,Eve")
    assert alice.knowledge == KnowledgeAnswers(1, 2, 3, 1)


def test_two_rows_with_different_knowledge_answers_are_a_fault() -> None:
    error = refused("Alice,,industry,1,2,3,1,,,,,,,,,,Bob", "Alice,,industry,4,2,3,1,,,,,,,,,,Eve")
    assert codes_of(error) == ["map.knowledge.differs"]


@pytest.mark.parametrize(("first", "second"), [("", ""), ("Bob", "Bob"), ("Bob", "bob"), ("", "Bob"), ("Bob", "")])
def test_the_same_stakeholder_twice_without_different_assessors_is_a_fault(first: str, second: str) -> None:
    error = refused(f"Alice,Academy,industry{NO_ANSWERS},{first}", f"Alice,Academy,industry{NO_ANSWERS},{second}")
    (fault,) = faults_of(error)
    assert (fault.code, fault.place.row) == ("map.stakeholder.doubled", 3)
    assert "row 2" in str(fault.sentence)


def test_one_name_in_two_organisations_is_two_stakeholders() -> None:
    assert len(read(f"Alice,Academy,industry{NO_ANSWERS},", f"Alice,Studio,industry{NO_ANSWERS},")) == 2


def test_two_groups_of_one_stakeholder_are_a_fault() -> None:
    error = refused(f"Alice,,industry{NO_ANSWERS},Bob", f"Alice,,education{NO_ANSWERS},Eve")
    assert codes_of(error) == ["map.group.differs"]


def test_one_name_in_two_ways_of_writing_its_accent_is_one_stakeholder() -> None:
    error = refused(f"Zo\u00eb,,learners{NO_ANSWERS},", f"ZOE\u0308,,learners{NO_ANSWERS},")
    assert codes_of(error) == ["map.stakeholder.doubled"]
    (zoe,) = read(f"Zo\u00eb,,learners{NO_ANSWERS},A", f"Zoe\u0308,,learners{NO_ANSWERS},B")
    assert zoe.rows == (2, 3)
