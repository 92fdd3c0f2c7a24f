"""A sentence is said in the language of the reader, with its values in that language too."""

from __future__ import annotations

from datetime import date

import pytest

from guildmark.words import Listing, in_language, languages_of, say, say_count
from guildmark.words import catalogue as catalogue_module


def test_a_sentence_says_its_values() -> None:
    assert say("{who} signs {what}", who="Alice", what=say("a record")).text() == "Alice signs a record"


def test_a_count_chooses_the_form() -> None:
    assert [say_count("{count} row", "{count} rows", n).text() for n in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]


def test_lists_and_dates_follow_the_language() -> None:
    sentence = say("{names} met on {day}", names=Listing.of(["Ana", "Bo", "Cy"]), day=date(2026, 12, 18))
    assert sentence.text("en") == "Ana, Bo and Cy met on 18 December 2026"
    assert "Ana, Bo und Cy" in sentence.text("de")
    assert "18. Dezember 2026" in sentence.text("de")


def test_a_fraction_is_written_as_the_language_does() -> None:
    sentence = say("{ects} ECTS, row {row}", ects=2.5, row=1200)
    assert (sentence.text("en"), sentence.text("de")) == ("2.5 ECTS, row 1200", "2,5 ECTS, row 1200")


def test_a_language_without_a_catalogue_is_said_in_english() -> None:
    assert say("a sentence nobody translated").text("fi") == "a sentence nobody translated"


@pytest.mark.parametrize("tag", ["de-AT", "sr-Latn", "en-US", "xx", "", "..", "x" * 200])
def test_any_tag_of_a_language_can_be_spoken(tag: str) -> None:
    said = say("{names} met on {day}", names=Listing.of(["Ana", "Bo"]), day=date(2026, 12, 18)).text(tag)
    assert "Ana" in said
    assert "2026" in said


def test_a_czech_plural_has_three_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    from babel.messages.catalog import Catalog

    czech = Catalog(locale="cs")
    czech.add(("{count} row", "{count} rows"), string=("{count} řádek", "{count} řádky", "{count} řádků"))
    monkeypatch.setattr(catalogue_module, "catalogue", lambda language: czech)
    assert [say_count("{count} row", "{count} rows", n).text("cs") for n in (1, 3, 5)] == [
        "1 řádek",
        "3 řádky",
        "5 řádků",
    ]


def test_a_text_is_read_in_the_nearest_language() -> None:
    text = {"en": "stage", "de-AT": "Bühne"}
    assert in_language(text, "de-at") == "Bühne"
    assert in_language(text, "it") == "stage"
    assert in_language({"cs": "scéna"}, "it") == "scéna"
    assert in_language("stage", "cs") == "stage"
    assert languages_of(text) == ("en", "de-AT")


def test_a_text_that_people_wrote_in_several_languages_is_said_in_the_readers() -> None:
    sentence = say("{title}, version {number}", title={"en": "Stage", "cs": "Jeviště"}, number=2)
    assert sentence.text("en") == "Stage, version 2"
    assert sentence.text("cs").startswith("Jeviště, ")
    assert sentence.text("it").startswith("Stage, ")
