"""A sentence as a value: what is said, with which values, in which sense."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, Protocol, runtime_checkable

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from guildmark.words.catalogue import translation
from guildmark.words.text import in_language


@lru_cache(maxsize=64)
def _manner(language: str) -> Locale:
    """How dates and lists are said: the language's own manner, British where there is none.

    Texts carry any BCP 47 tag ("de-AT", "sr-Latn"); what counts here is the language alone.
    """
    base = language.replace("_", "-").partition("-")[0].lower()
    try:
        return Locale.parse("en_GB" if base == "en" else base)
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en_GB")


@runtime_checkable
class Word(Protocol):
    """Anything that knows its own name in each language: a country, a rating, a role."""

    def label(self, language: str) -> str:
        """Its name in `language`, in English where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Listing:
    """Several values said as one list, "a, b and c" in the language's own manner."""

    items: tuple[object, ...]
    style: Literal["standard", "or"] = "standard"

    @classmethod
    def of(cls, items: Iterable[object], *, either: bool = False) -> Listing:
        """The items as "a, b and c"; `either` says "a, b or c"."""
        return cls(tuple(items), "or" if either else "standard")


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English template with `{named}` values, its plural form and its sense.

    `str(sentence)` says it in English; `sentence.text("de")` in German.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    count: int | None = None
    context: str | None = None

    def text(self, language: str = "en") -> str:
        """The sentence in `language`; in English where no translation stands in the catalogue."""
        template = translation(language, self.template, self.plural, self.count, self.context)
        return template.format_map({name: show(value, language) for name, value in self.values.items()})

    def __str__(self) -> str:
        return self.text("en")


def say(template: str, *, context: str | None = None, **values: object) -> Sentence:
    """A sentence to translate; the catalogue is extracted from the calls of this function."""
    return Sentence(template, values, context=context)


def say_count(singular: str, plural: str, count: int, *, context: str | None = None, **values: object) -> Sentence:
    """A sentence whose form depends on `count`, which the templates name `{count}`."""
    return Sentence(singular, {"count": count, **values}, plural=plural, count=count, context=context)


def show(value: object, language: str = "en") -> str:
    """Any value as a person reads it in `language`: sentences, words, lists, dates, numbers, texts (of people too)."""
    match value:
        case Sentence():
            return value.text(language)
        case Listing():
            return format_list(
                [show(item, language) for item in value.items],
                style=value.style,
                locale=_manner(language),
            )
        case float():
            return format_decimal(value, "#0.###", locale=_manner(language))
        case datetime() | date():
            return format_date(value, "long", locale=_manner(language))
        case Word():
            return value.label(language)
        case Mapping():
            return in_language(value, language)
        case _:
            return str(value)
