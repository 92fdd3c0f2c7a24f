"""Every text of every table stands in all five languages, translated and tidy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from guildmark.vocabulary.files import read_document, read_rows, sources
from guildmark.vocabulary.terms import Wording
from guildmark.words import LANGUAGES

COGNATES = {
    "trainers": "Dutch took the word over",
    "portfolio": "the term of the field in German, Dutch, Italian and Czech",
    "peer review": "German writes Peer-Review",
    "quiz": "the same word in German, Dutch and Italian",
    "mentoring": "the term of the field everywhere",
    "mooc": "an abbreviation that nobody translates",
    "festivals": "the same plural in German and Dutch",
    "radio": "the same word in German, Dutch and Italian",
    "governance": "the term of Italian administration",
    "online": "the term of the field everywhere",
    "relevance": "the Czech word",
    "no": "the Italian word",
    "modular": "the German word",
}
"""Texts that may be the same in English and in another language, with the reason."""


def texts_in(value: Any, where: tuple[object, ...]) -> Iterator[tuple[tuple[object, ...], dict[str, str]]]:
    """Every table of texts below `value`, wherever English stands beside anything."""
    match value:
        case dict():
            if "en" in value:
                yield where, value
            for key, part in value.items():
                yield from texts_in(part, (*where, key))
        case list():
            for number, part in enumerate(value):
                yield from texts_in(part, (*where, number))


def every_text() -> list[tuple[tuple[object, ...], dict[str, str]]]:
    found: list[tuple[tuple[object, ...], dict[str, str]]] = []
    for name in sources():
        stem, _, kind = name.rpartition(".")
        found.extend(texts_in(read_document(stem) if kind == "toml" else read_rows(stem), (name,)))
    return found


def test_a_wording_has_a_text_for_each_language_that_ships() -> None:
    assert tuple(field.name for field in fields(Wording)) == LANGUAGES


def test_every_text_stands_in_all_five_languages() -> None:
    assert len(every_text()) > 500
    missing = [(where, tag) for where, table in every_text() for tag in LANGUAGES if not table.get(tag, "").strip()]
    assert missing == []


def test_no_text_is_left_in_english_but_genuine_cognates() -> None:
    untranslated = {
        (where[0], tag, table["en"])
        for where, table in every_text()
        for tag in LANGUAGES[1:]
        if table[tag].casefold() == table["en"].casefold() and table["en"].casefold() not in COGNATES
    }
    assert untranslated == set()


def test_no_two_languages_hold_the_same_sentence() -> None:
    same = [
        (where, one, other)
        for where, table in every_text()
        for number, one in enumerate(LANGUAGES)
        for other in LANGUAGES[number + 1 :]
        if len(table[one].split()) > 3 and table[one] == table[other]
    ]
    assert same == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_texts_are_tidy(tag: str) -> None:
    untidy = [
        (where, table[tag])
        for where, table in every_text()
        if table[tag] != " ".join(table[tag].split())
        or (table["en"][-1] in ".?" and table[tag][-1] != table["en"][-1])
        or "Micro-Credential" in table[tag]
    ]
    assert untidy == []


def test_a_text_is_said_in_the_language_asked_for_and_else_in_english() -> None:
    words = Wording(en="a", de="b", nl="c", it="d", cs="e")
    assert [words.text(tag) for tag in LANGUAGES] == ["a", "b", "c", "d", "e"]
    assert words.text("de-AT") == words.text("DE_at") == "b"
    assert words.text("fr") == words.text("") == "a"
