"""Every country is found by its code and its names, and shows what we know with source and date."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from guildmark.vocabulary import countries
from guildmark.vocabulary.countries import Country
from guildmark.vocabulary.files import read_rows
from guildmark.words import LANGUAGES

NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
"""Codes that CLDR has beside ISO 3166-1's: reserved, user-assigned, groupings."""


def test_there_is_every_country_of_iso_3166() -> None:
    known = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()} - NOT_ISO
    assert {country.code for country in countries.all_countries()} == known
    assert len(known) == 249
    assert len({country.alpha3 for country in countries.all_countries()}) == 249


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_leads_back_to_its_country(language: str) -> None:
    lost = [
        (country.code, words)
        for country in countries.all_countries()
        for words in (country.label(language), country.label(language).upper(), country.code.lower())
        if countries.find(words) != country
    ]
    assert lost == []


def test_every_other_name_leads_to_its_country() -> None:
    lost = [row for row in read_rows("country_names") if countries.find(row["name"]) != countries.get(row["alpha2"])]
    assert lost == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("UK", "GB"),
        ("uk", "GB"),
        ("EL", "GR"),
        ("Great Britain", "GB"),
        ("Velká Británie", "GB"),
        ("Czechia", "CZ"),
        ("Czech Republic", "CZ"),
        ("Tschechien", "CZ"),
        ("Tschechische Republik", "CZ"),
        ("Tsjechië", "CZ"),
        ("Repubblica Ceca", "CZ"),
        ("Cechia", "CZ"),
        ("Česko", "CZ"),
        ("ceska republika", "CZ"),
        ("ČR", "CZ"),
        (" cr ", "CR"),
        ("Holland", "NL"),
        ("the netherlands", "NL"),
        ("osterreich", "AT"),
        ("Oesterreich", "AT"),
        ("Daenemark", "DK"),
        ("Turkey", "TR"),
        ("Côte d'Ivoire", "CI"),
        ("usa", "US"),
        ("Korea, Republic of", "KR"),
    ],
)
def test_usual_names_are_understood(words: str, code: str) -> None:
    found = countries.find(words)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("words", ["", " ", "XX", "Atlantis", "Congo", "Korea", "Europe", "EU", "x" * 100_000])
def test_what_is_no_country_or_two_finds_none(words: str) -> None:
    assert countries.find(words) is None


def test_the_nearest_names_are_offered_once_each() -> None:
    assert countries.nearest("Germny")[0] == "Germany"
    assert countries.nearest("Autria")[0] == "Austria"
    assert len(countries.nearest("Nederlnad")) <= 3
    assert countries.nearest("qqqqqqqq") == []


def test_names_come_in_other_languages_too_and_else_in_english() -> None:
    assert countries.get("CZ").label("fr") == "Tchéquie"
    assert countries.get("CZ").label("de-AT") == "Tschechien"
    assert countries.get("CZ").label("xx-nonsense") == countries.get("CZ").label("no such language") == "Czechia"


def test_an_unknown_code_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="XX"):
        countries.get("XX")


def test_hours_per_credit_are_a_range_where_we_know_them() -> None:
    assert countries.get("NL").ects_hours == (28, 28)
    assert countries.get("DE").ects_hours == (25, 30)
    assert countries.get("GH").ects_hours is None
    known = [country.ects_hours for country in countries.with_facts()]
    assert len(known) == 36
    assert all(hours and 20 <= hours[0] <= hours[1] <= 30 for hours in known)


def test_facts_have_a_source_a_date_and_known_words() -> None:
    for country in countries.with_facts():
        facts = country.facts
        assert facts is not None
        assert facts.source
        assert facts.checked_on.year >= 2026
        assert facts.microcredentials_in_nqf in {"yes", "partial", "planned", "no", "unknown"}
        assert {facts.confidence, facts.ects_confidence, facts.microcredential_confidence} <= {
            "checked",
            "known",
            "uncertain",
        }
        assert facts.nqf_name
        assert facts.nqf_levels is None or 5 <= facts.nqf_levels <= 12


@given(st.text(max_size=60))
def test_whatever_is_typed_finds_a_country_or_none(text: str) -> None:
    found = countries.find(text)
    assert found is None or countries.get(found.code) == found
    assert len(countries.nearest(text)) <= 3


@given(
    st.sampled_from(countries.all_countries()),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["  {} ", "{}.", "«{}»", "{}\n"]),
)
def test_a_name_is_found_with_what_surrounds_it_in_a_cell(country: Country, language: str, around: str) -> None:
    assert countries.find(around.format(country.label(language))) == country
