"""Stakeholders for the tests, written as short as a case can be."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from guildmark.toolkit.stakeholders import Group, KnowledgeAnswers, PowerAnswers, Stakeholder

OPTION = st.one_of(st.none(), st.integers(1, 4))
ANSWER = st.sampled_from([True, False, None])


def person(case: dict[str, Any], row: int) -> Stakeholder:
    """A stakeholder of a case: `knows: [a, b, c, d]`, `influence: ynyn`, `support: yyyn-`; "-" is no answer."""
    assessments = case.get("assessors", [case])
    return Stakeholder(
        name=case.get("name", f"Person {row}"),
        group=Group(case.get("group", "education")),
        knowledge=KnowledgeAnswers(*case.get("knows", [None] * 4)),
        power=tuple(
            PowerAnswers(answers(one.get("influence", "----")), answers(one.get("support", "-----")))
            for one in assessments
        ),
        rows=(row,),
    )


def people(case: list[dict[str, Any]]) -> tuple[Stakeholder, ...]:
    """The stakeholders of a case, in rows from 2 as in a spreadsheet."""
    return tuple(person(one, row) for row, one in enumerate(case, start=2))


def answers(letters: str) -> tuple[bool | None, ...]:
    return tuple({"y": True, "n": False, "-": None}[letter] for letter in letters)


KNOWLEDGE = st.builds(
    KnowledgeAnswers,
    lifelong_learning=OPTION,
    stacking=OPTION,
    flexibility=OPTION,
    heard_of=st.one_of(st.none(), st.integers(1, 3)),
)
POWER = st.builds(PowerAnswers, st.tuples(*[ANSWER] * 4), st.tuples(*[ANSWER] * 5))
STAKEHOLDERS = st.lists(
    st.builds(
        lambda group, knowledge, power: (group, knowledge, power),
        st.sampled_from(Group),
        KNOWLEDGE,
        st.lists(POWER, max_size=3).map(tuple),
    ),
    max_size=12,
).map(
    lambda drawn: tuple(
        Stakeholder(f"Person {row}", group, None, knowledge, power, (row,))
        for row, (group, knowledge, power) in enumerate(drawn, start=2)
    )
)
"""Registers of up to twelve stakeholders with any answers, each in a row of its own."""
