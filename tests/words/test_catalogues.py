"""Every sentence that a person may read stands in all five languages."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from guildmark.words import LANGUAGES
from guildmark.words.catalogue import catalogue
from tools.words import complete, sentences

SAID = tuple(sentences())
TRANSLATED = LANGUAGES[1:]


def names(template: str) -> set[str]:
    """The named values of a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_is_missing(language: str) -> None:
    known = catalogue(language)
    missing = [
        f"{said.file}: {said.singular}"
        for said in SAID
        if (message := known.get(said.singular, said.context)) is None or not complete(message.string) or message.fuzzy
    ]
    assert not missing


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_names_the_same_values(language: str) -> None:
    known = catalogue(language)
    wrong = []
    for said in SAID:
        message = known.get(said.singular, said.context)
        if message is None:
            continue
        forms = (message.string,) if isinstance(message.string, str) else message.string
        allowed = names(said.singular) | names(said.plural or "")
        needed = (names(said.singular) & names(said.plural) if said.plural else allowed) - {"count"}
        wrong += [(said.singular, form) for form in forms if form and not needed <= names(form) <= allowed]
    assert not wrong


@pytest.mark.parametrize("language", TRANSLATED)
def test_hardly_a_translation_equals_the_english(language: str) -> None:
    known = catalogue(language)
    worded = [said for said in SAID if re.search(r"[A-Za-z]{3}", re.sub(r"\{\w+\}", "", said.singular))]
    same = {
        said.singular
        for said in worded
        if (message := known.get(said.singular, said.context))
        and said.singular in ((message.string,) if isinstance(message.string, str) else message.string)
    }
    assert len(same) <= 0.03 * len(worded), sorted(same)


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_catalogue_keeps_what_nobody_says(language: str) -> None:
    said = {(one.singular, one.context) for one in SAID}
    kept = {
        (message.id if isinstance(message.id, str) else message.id[0], message.context)
        for message in catalogue(language)
        if message.id
    }
    assert kept <= said
