"""`{% say "…" %}` and `{{ sentence|said }}`: what templates say, gathered by tools/words.py like the library's own."""

from __future__ import annotations

from typing import Any

from django import template

from guildmark.vocabulary import glossary
from guildmark.web.look import words
from guildmark.words import Sentence

register = template.Library()
register.filter("said", words.said)
register.filter("day_said", words.day_said)


@register.simple_tag(name="say")
def _say(sentence: str, context: str | None = None, **values: Any) -> str:
    """One literal sentence with named values, in the language of the page."""
    return words.said(Sentence(sentence, values, context=context))


@register.simple_tag(name="say_count")
def _say_count(singular: str, plural: str, count: int, context: str | None = None, **values: Any) -> str:
    """A literal sentence whose form depends on `count`, named {count} in it."""
    return words.said(Sentence(singular, {"count": count, **values}, plural=plural, count=count, context=context))


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """The value of a key that is itself a variable; nothing where there is none."""
    return mapping.get(key) if mapping else None


_FILLED = {
    "established": "full", "developing": "half", "not_integrated": "none",
    "advanced": "full", "emerging": "quarter", "not_started": "none",
}  # fmt: skip


@register.filter
def ball(key: str | None) -> str:
    """How full the circle of a rating or of a readiness is; empty text for not yet rated."""
    return _FILLED.get(key or "", "")


@register.filter
def gloss(key: str) -> str:
    """What a term of the glossary means."""
    return words.said(glossary.get(key).gloss)


@register.filter
def terms(keys: str) -> list[glossary.GlossaryTerm]:
    """The terms of the glossary with these keys, "mc ects", in the order in which they are named."""
    return [glossary.get(key) for key in keys.split()]
