"""What no computer can check is asked, and no more than that."""

from __future__ import annotations

from guildmark.toolkit.design.checks import RULES
from guildmark.toolkit.design.selfassessment import Answer, assess, keys, principle_prompts, prompts
from guildmark.words import LANGUAGES


def test_the_computed_checks_and_the_questions_make_up_the_list() -> None:
    computed = {1, *(rule.check for rule in RULES)}
    asked = {prompt.check for prompt in prompts()}
    assert computed | asked == set(range(1, 37))
    assert not computed & asked


def test_every_principle_says_what_the_software_guarantees() -> None:
    assert [prompt.principle.number for prompt in principle_prompts()] == list(range(1, 11))
    for language in LANGUAGES:
        assert all(prompt.guaranteed.text(language) for prompt in principle_prompts())
        assert all(prompt.question.text(language).endswith("?") for prompt in prompts())


def test_keys_are_not_shared() -> None:
    assert len(set(keys())) == len(keys()) == 29


def test_an_assessment_says_what_is_open_unproven_and_to_improve() -> None:
    result = assess(
        {
            "check.feedback": Answer("yes"),
            "check.yearly_review": Answer("yes", "Minutes of May 2026"),
            "check.price_and_funding": Answer("no"),
            "principle.quality": Answer("partly", "Half of it"),
            "check.of_another_edition": Answer("no"),
        }
    )
    assert result.answered == ("check.feedback", "check.yearly_review", "check.price_and_funding", "principle.quality")
    assert result.unproven == ("check.feedback",)
    assert result.to_improve == ("check.price_and_funding", "principle.quality")
    assert len(result.unanswered) == 25
