"""What can be commented on: questions, rules and profiles that the guide or we define (R54)."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.context import questionnaire
from guildmark.vocabulary import dimensions, glossary, questions, roles
from guildmark.words import Sentence, say

KINDS: dict[str, Sentence] = {
    "question": say("Question", context="definition"),
    "rule": say("Rule", context="definition"),
    "profile": say("Profile", context="definition"),
    "term": say("Term", context="definition"),
}


def words_of(kind: str, key: str) -> object | None:
    """The definition in words; None where there is none of that name."""
    return next((words for one, words in _known(kind) if one == key), None)


def _known(kind: str) -> Iterator[tuple[str, object]]:
    match kind:
        case "question":
            yield from ((one.key, one) for one in questionnaire().questions())
            yield from ((one.key, one) for one in (*questions.knowledge_questions(), *questions.power_questions()))
        case "rule":
            yield from ((one.key, one) for one in dimensions.all_dimensions())
            yield from (
                (key, words)
                for key, words in (
                    ("readiness", say("Overall readiness")),
                    ("understanding", say("Level of understanding")),
                    ("power", say("Influence and support")),
                )
            )
        case "profile":
            yield from ((one.key, one) for one in roles.all_roles())
        case "term":
            yield from ((one.key, one) for one in glossary.all_terms())
        case _:
            return
