"""National levels lead to EQF levels, or say why not; cycles correspond to EQF 5 to 8."""

from __future__ import annotations

import re

import pytest

from guildmark.vocabulary import award_classes, countries, eqf, frameworks, qa_bodies
from guildmark.vocabulary.files import read_rows

EVERY_LEVEL = [level for country in countries.with_facts() for level in frameworks.levels(country.code)]


def test_no_row_of_the_table_is_lost() -> None:
    assert len(EVERY_LEVEL) == len(read_rows("framework_levels"))
    assert len({level.key for level in EVERY_LEVEL}) == len(EVERY_LEVEL)


def test_every_level_has_an_eqf_level_or_a_note_why_not() -> None:
    for level in EVERY_LEVEL:
        if level.eqf_level is None:
            assert level.relation == "none"
            assert any(reason in level.note for reason in ("below", "no EQF referencing", "preparatory")), level
        else:
            assert level.relation in {"same", "mapped"}
            assert 1 <= level.eqf_level <= 8
            assert level.relation == "mapped" or level.level == str(level.eqf_level)


def test_every_level_has_a_source_and_a_date_and_a_known_country() -> None:
    for level in EVERY_LEVEL:
        assert countries.get(level.country).facts
        assert level.source
        assert level.checked_on.year >= 2026
        assert level.confidence in {"checked", "known", "uncertain"}


def test_every_level_is_found_by_the_name_that_it_shows() -> None:
    assert [
        level.key
        for level in EVERY_LEVEL
        if frameworks.level(level.country, f"{level.framework} {level.level}") != level
        or frameworks.level(level.country, level.level, level.framework) != level
    ] == []


@pytest.mark.parametrize(
    ("country", "words", "eqf_level"),
    [
        ("NL", "4+", 4),
        ("NL", "NLQF 4+", 4),
        ("NL", "NLQF niveau 6", 6),
        ("IE", 8, 6),
        ("IE", "Level 9", 7),
        ("ES", "MECES 2", 6),
        ("BE", 6, 6),
        ("GB", "SCQF level 7", 5),
        ("GB", "Entry 3", 1),
        ("NO", "6.1", 6),
        ("CY", "5A", 5),
    ],
)
def test_a_level_as_people_write_it_leads_to_its_eqf_level(country: str, words: str | int, eqf_level: int) -> None:
    level = frameworks.level(country, words)
    assert level is not None
    assert level.eqf_level == eqf_level


def test_a_level_on_which_two_frameworks_disagree_is_not_guessed() -> None:
    assert frameworks.level("ES", 1) is None
    assert {level.eqf_level for level in frameworks.matching("ES", 1)} == {1, 5}


def test_a_level_that_is_not_there_is_none() -> None:
    assert frameworks.level("NL", 9) is None
    assert frameworks.level("GH", 1) is None


def test_a_level_says_its_name_in_the_reader_s_language() -> None:
    level = frameworks.level("NL", "4+")
    assert level is not None
    assert level.label("en") == "NLQF, level 4+"
    assert level.label("cs") == "NLQF, úroveň 4+"


def test_cycles_correspond_to_eqf_levels_5_to_8() -> None:
    assert [(cycle.key, cycle.eqf_level) for cycle in frameworks.cycles()] == [
        ("short", 5),
        ("first", 6),
        ("second", 7),
        ("third", 8),
    ]
    assert frameworks.cycle_of_eqf(6) == frameworks.qf_ehea("first")
    assert frameworks.cycle_of_eqf(4) is None


def test_every_eqf_level_has_a_descriptor_and_verbs_in_each_domain() -> None:
    for level in eqf.all_levels():
        for domain in eqf.DOMAINS:
            descriptor = eqf.descriptor(level.number, domain)
            assert (descriptor.level, descriptor.domain) == (level.number, domain)
            assert len(descriptor.verbs) >= 5
            assert eqf.domain_name(domain).text("de")


def test_irish_micro_credentials_stand_as_minor_supplemental_and_special_purpose_awards() -> None:
    fitting = {award.key for award in frameworks.award_classes("IE") if award.fits == "yes"}
    assert fitting == {"IE.minor", "IE.supplemental", "IE.special_purpose"}
    assert [award.key for award in frameworks.award_classes("NZ")] == ["NZ.microcredential"]
    assert frameworks.award_classes("CZ") == ()


def test_no_row_on_awards_is_lost() -> None:
    shown = len(award_classes.all_classes()) + len(award_classes.rules("IE")) + len(award_classes.rules("NZ"))
    assert shown == len(read_rows("award_classes"))


def test_quality_bodies_belong_to_countries_and_have_sources() -> None:
    for body in qa_bodies.all_bodies():
        assert countries.get(body.country)
        assert body.sector in {"higher_education", "vocational", "prior_learning", "framework"}
        assert body.name_en
        assert body.name_original
        assert body.source
        assert body.website == "" or body.website.startswith("http")
        assert qa_bodies.get(body.key) == body
    assert "AQ Austria" in [body.short_name for body in qa_bodies.of("AT", "higher_education")]
    assert {body.region for body in qa_bodies.of("BE")} == {"FL", "FR"}


def test_as_many_levels_are_listed_as_the_country_is_said_to_have() -> None:
    with_several = {
        "GB": "three frameworks",
        "ES": "MECES has four levels",
        "FR": "an older nomenclature",
    }
    for country in countries.with_facts():
        if country.code in with_several or country.facts is None:
            continue
        for framework in frameworks.frameworks(country.code):
            numbers = {re.match(r"[1-9]\d*", level.level) for level in frameworks.levels(country.code, framework)}
            assert len({number.group() for number in numbers if number}) == country.facts.nqf_levels, framework
