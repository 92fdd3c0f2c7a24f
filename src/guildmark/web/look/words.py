"""The library's sentences and words in the language of the page (docs/decisions/0006)."""

from __future__ import annotations

from datetime import date
from typing import cast

from django.utils.formats import date_format
from django.utils.functional import lazystr
from django.utils.translation import get_language

from guildmark.words import LANGUAGES, Sentence, in_language, show


def language_now() -> str:
    """The language of this page, one of the five."""
    language = (get_language() or "en").split("-")[0]
    return language if language in LANGUAGES else "en"


def said(value: object) -> str:
    """A Sentence, Word, Listing, date or text in several languages, in the language of the page."""
    if isinstance(value, dict):
        return in_language(value, language_now())
    return "" if value is None else show(value, language_now())


def day_said(text: str) -> str:
    """A day, month or year as it is stored ("2026-05-11", "2026-05", "2026"), in the language of the page."""
    try:
        match text.split("-"):
            case [_, _, _]:
                return said(date.fromisoformat(text))
            case [_, _]:
                return str(date_format(date.fromisoformat(f"{text}-01"), "YEAR_MONTH_FORMAT"))
    except ValueError:
        pass  # Somebody's own words for a date are shown as they are.
    return text


class _Spoken:
    """Says its sentence whenever it is asked for its text."""

    def __init__(self, sentence: object) -> None:
        self.sentence = sentence

    def __str__(self) -> str:
        return said(self.sentence)


def spoken(sentence: Sentence) -> str:
    """A lazy string for labels of forms, which are made before the language of the page is known."""
    # Django takes a promise wherever it takes a string; so do the types of forms.
    return cast(str, lazystr(_Spoken(sentence)))
