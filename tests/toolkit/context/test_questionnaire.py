"""Step 1's questionnaire as a definition."""

from __future__ import annotations

import pytest

from guildmark.toolkit.context import EDITIONS, Dimension, questionnaire

GUIDE = [
    "s1.q1",
    "s1.q2",
    "s1.q3",
    "s1.q4",
    "s2.q1",
    "s2.q2",
    "s2.q3",
    "s3.q1",
    "s3.q2",
    "s3.q2.year",
    "s4.q1",
    "s4.q2",
    "s4.q3",
    "s4.q4",
    "s4.q5",
    "s4.q6",
]
OURS = ["s1.q1.coordinated", "s1.q4.recognition", "s2.q1.programmes", "s3.q1.revision"]


def test_the_guides_questions_stand_in_its_order_and_ours_are_marked() -> None:
    questions = questionnaire().questions()
    assert [question.key for question in questions if not question.follow_up] == GUIDE
    assert [question.key for question in questions if question.follow_up] == OURS


def test_four_sections_inform_the_four_dimensions() -> None:
    assert [section.dimension for section in questionnaire().sections] == list(Dimension)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_text_stands_in_five_languages(edition: str) -> None:
    for section in questionnaire(edition).sections:
        wordings = [section.name, section.purpose, *section.aspects]
        for question in section.questions:
            wordings += [question.name, *(option.name for option in question.options)]
        assert all(text.strip() for wording in wordings for text in wording.all_texts())


def test_choices_have_letters_and_conditions_name_questions_before_them() -> None:
    seen: set[str] = set()
    for question in questionnaire().questions():
        letters = [option.letter for option in question.options]
        assert letters == list("ABC"[: len(letters)])
        assert (question.kind == "choice") == bool(letters)
        if question.when and question.when.question:
            assert question.when.question in seen
        seen.add(question.key)


def test_an_edition_that_does_not_ship_is_refused() -> None:
    with pytest.raises(LookupError, match="no edition"):
        questionnaire("0")
