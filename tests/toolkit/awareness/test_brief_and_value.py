"""Step 2: a brief for ministries, and values shown by own data."""

from __future__ import annotations

import pytest

from guildmark.toolkit.awareness import Proof, ministry_brief, value_indicators, value_sentence
from guildmark.toolkit.context import NeedKind, SkillsNeed, country_context, read_answers
from guildmark.vocabulary import value_statements
from tests.cases import cases


def document(name: str) -> dict[str, object]:
    return next(case.values[0]["document"] for case in cases("proposals") if case.id == name)  # type: ignore[index]


def test_a_brief_asks_for_what_is_not_established() -> None:
    context = country_context(read_answers(document("annex_1_czech_republic")))
    brief = ministry_brief(context, SkillsNeed("need-1", NeedKind.GREEN, "Green stages"))
    assert [sentence.text("en") for sentence in brief.requests] == [
        "We ask you to name micro-credentials in the next policy paper, in line with European efforts.",
        "We ask you to open the qualifications framework to micro-credentials; our pilot is a case.",
    ]
    assert brief.sentences()[0] == "The need for green skills is stated, without evidence that names its source."


def test_nothing_is_asked_where_all_is_established() -> None:
    brief = ministry_brief(country_context(read_answers(document("annex_1_austria"))))
    assert (brief.why, brief.requests) == ((), ())


def test_a_value_is_shown_by_a_figure_or_a_quotation_with_a_source() -> None:
    first, second, *_ = value_statements.all_statements()
    found = value_indicators(
        [
            Proof(first.key, "Follow-up survey", figure=17, counts="learners hired within six months"),
            Proof(first.key, "Interview", quotation="It opened the door."),
            Proof(second.key, "Follow-up survey", figure=3),
            Proof(second.key, "", quotation="Somebody said so."),
        ]
    )
    assert [len(indicator.proofs) for indicator in found] == [2, 0, 0, 0, 0]
    assert value_sentence(found).text("en") == "1 of 5 values are shown by your own figures or quotations."


def test_a_value_that_the_guide_does_not_name_is_refused() -> None:
    with pytest.raises(LookupError):
        value_indicators([Proof("fame", "Press", quotation="Great!")])
