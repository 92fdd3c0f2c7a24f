"""Two versions of a country's answers, and what changed between them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guildmark.toolkit.context.answers import Answer, Answers, Body, Initiative, Source
from guildmark.toolkit.context.questionnaire import Question, questionnaire
from guildmark.vocabulary import sectors
from guildmark.words import Listing, Sentence, Text, in_language, say

LONGEST = 160
"""As much of a text as a sentence quotes, in characters."""


def compare(older: Answers, newer: Answers, language: str = "en") -> tuple[Sentence, ...]:
    """What changed from one version to the next, in the questionnaire's order; nothing where nothing did.

    Bodies, initiatives and sources are recognised by their name or title.
    """
    asked = questionnaire(newer.edition).questions()
    changes = [
        *(_answered(one, older.given.get(one.key), newer.given.get(one.key), language) for one in asked),
        *_named(older.bodies or (), newer.bodies or (), language),
        *_named(older.initiatives, newer.initiatives, language),
        *_named(older.sources, newer.sources, language),
    ]
    if (older.bodies == ()) is not (newer.bodies == ()):
        changes.append(
            say("“There is no body at all” is ticked.")
            if newer.bodies == ()
            else say("“There is no body at all” is no longer ticked.")
        )
    return tuple(change for change in changes if change is not None)


def answer_words(question: Question, answer: Answer, language: str = "en") -> Any:
    """An answer as one reads it: an option's text, the sectors' names, a year, or the text itself."""
    if question.kind == "choice":
        return next((one for one in question.options if one.key == answer), answer)
    if question.kind == "sectors" and isinstance(answer, tuple):
        known = {one.key: one for one in sectors.all_sectors()}
        return Listing.of(known.get(key, key) for key in answer)
    return _text(answer, language) if isinstance(answer, str | dict) else answer


def _answered(question: Question, before: Answer | None, after: Answer | None, language: str) -> Sentence | None:
    if before == after:
        return None
    old = None if before is None else _short(answer_words(question, before, language))
    new = None if after is None else _short(answer_words(question, after, language))
    if old is None:
        return say("{question} – answered: {after}.", question=question, after=new)
    if new is None:
        return say("{question} – open again; before: {before}.", question=question, before=old)
    return say("{question} – {before} became {after}.", question=question, before=old, after=new)


Entry = Body | Initiative | Source


def _named(before: Sequence[Entry], after: Sequence[Entry], language: str) -> Iterator[Sentence]:
    older, newer = _by_name(before, language), _by_name(after, language)
    for name, entry in newer.items():
        if name not in older:
            yield say("“{name}” is added.", name=_short(name))
        elif older[name] != entry:
            yield say("“{name}” is changed.", name=_short(name))
    for name in older:
        if name not in newer:
            yield say("“{name}” is taken out.", name=_short(name))


def _by_name(entries: Sequence[Entry], language: str) -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for one in entries:
        found.setdefault(_text(one.name if isinstance(one, Body) else one.title, language), []).append(one)
    return found


def _text(text: Text | Mapping[str, str], language: str) -> str:
    return text if isinstance(text, str) else in_language(dict(text), language)


def _short(value: Any) -> Any:
    if isinstance(value, str):
        value = " ".join(value.split())
        return value if len(value) <= LONGEST else f"{value[:LONGEST].rstrip()}…"
    return value
