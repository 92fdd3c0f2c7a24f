"""The verb of an outcome, however its language inflects it."""

from __future__ import annotations

import pytest

from guildmark.toolkit.design.wording import joined_verbs, reserved_words, teaching_phrase, verbs_in
from guildmark.vocabulary import verbs
from guildmark.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_of_the_lists_is_found_as_it_stands_there(language: str) -> None:
    for verb in (*verbs.observable(language), *verbs.vague(language)):
        if verb.text != "sapere":  # tested below: alone, it may be "can"
            assert verb.text in [found.verb for found in verbs_in(f"{verb.text} …", language)]


@pytest.mark.parametrize(
    ("language", "text", "verb"),
    [
        ("en", "The learner analyses a stage set", "analyse"),
        ("en", "Applying rules of reuse", "apply"),
        ("en", "Carries out a survey", "carry out"),
        ("de", "Sie entwirft ein Bühnenbild", "entwerfen"),
        ("de", "Die Lernenden wenden die Regeln der Wiederverwendung an", "anwenden"),
        ("de", "Ist in der Lage, die Regeln anzuwenden", "anwenden"),
        ("de", "Hat einen Überblick über Materialien", "einen Überblick haben über"),
        ("nl", "Past de regels van hergebruik toe", "toepassen"),
        ("nl", "Analyseert een decor", "analyseren"),
        ("nl", "Beschrijft de levensloop van een decor", "beschrijven"),
        ("nl", "Is zich bewust van het afval", "zich bewust zijn van"),
        ("it", "Progetta una scenografia", "progettare"),
        ("it", "Propone soluzioni di riuso", "proporre"),
        ("it", "Produce un disegno", "produrre"),
        ("it", "Si rende conto di quanto si butta", "rendersi conto di"),
        ("cs", "Navrhuje výpravu", "navrhnout"),
        ("cs", "Popíše život dekorace", "popsat"),
        ("cs", "Analyzuje výpravu", "analyzovat"),
        ("cs", "Má přehled o materiálech", "mít přehled o"),
    ],
)
def test_an_inflected_verb_is_the_first_that_is_found(language: str, text: str, verb: str) -> None:
    assert verbs_in(text, language)[0].verb == verb


def test_can_design_is_not_knows_in_italian() -> None:
    assert [found.verb for found in verbs_in("Sa progettare una scenografia", "it")] == ["progettare"]
    assert verbs_in("Sapere che cosa si butta", "it")[0].verb == "sapere"


def test_a_text_without_a_language_is_looked_through_in_all() -> None:
    assert verbs_in("Zhodnotí návrh výpravy", None)[0].verb == "zhodnotit"


def test_two_verbs_joined_by_and() -> None:
    assert joined_verbs("Plan and document a set", "en") == ("plan", "document")
    assert joined_verbs("Compare and contrast two sets", "en") is None
    assert joined_verbs("Explain light and sound", "en") is None


def test_openings_and_titles() -> None:
    assert teaching_phrase("Einführung in die Szenografie", "de") == "einführung in"
    assert teaching_phrase("Introductory sets are designed", "en") is None
    assert reserved_words("Bachelorkurs und Master", "de") == ["Bachelorkurs", "Master"]
    assert reserved_words("Mastering International Light", "en") == []


def test_a_text_of_many_words_is_bounded_work() -> None:
    assert verbs_in("light " * 100_000 + "design", "en") == ()
