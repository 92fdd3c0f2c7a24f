"""What the guide says in so many words: its questions, roles, elements, activities and cases."""

from __future__ import annotations

import pytest

from guildmark.vocabulary import (
    activities,
    cases,
    dimensions,
    elements,
    glossary,
    groups,
    principles,
    publications,
    questions,
    roles,
    scenarios,
    sectors,
    understanding_levels,
    verbs,
)
from guildmark.words import LANGUAGES, say


def test_questions_a_to_d_have_four_four_four_and_three_answers() -> None:
    asked = questions.knowledge_questions()
    assert [(question.letter, question.key, len(question.options)) for question in asked] == [
        ("a", "lifelong_learning", 4),
        ("b", "stacking", 4),
        ("c", "flexibility", 4),
        ("d", "heard_of", 3),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_found_by_its_number_and_its_text(language: str) -> None:
    for question in questions.knowledge_questions():
        for number, option in enumerate(question.options, start=1):
            assert question.find_option(str(number)) == number
            assert question.find_option(f" {option.text(language).upper()} ") == number
        assert question.find_option(str(len(question.options) + 1)) is None
        assert question.find_option("perhaps") is question.find_option("") is None


def test_power_questions_are_four_on_influence_and_five_on_support() -> None:
    assert [question.number for question in questions.power_questions()] == list(range(1, 10))
    assert [question.key for question in questions.power_questions("influence")] == [
        f"influence_{n}" for n in range(1, 5)
    ]
    assert [question.key for question in questions.power_questions("support")] == [f"support_{n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        *((words, True) for words in ("yes", "JA", "sì", "si", "ano")),
        *((words, False) for words in ("no", "Nein", "nee", "ne")),
        *((words, None) for words in ("maybe", "")),
    ],
)
def test_yes_and_no_are_understood_in_five_languages(words: str, meaning: bool | None) -> None:
    assert questions.find_answer(words) is meaning


def test_eleven_elements_are_mandatory_and_five_optional() -> None:
    assert [element.key for element in elements.mandatory()] == [
        "learner_identification",
        "title",
        "issuer_country",
        "awarding_body",
        "date_of_issuing",
        "learning_outcomes",
        "workload",
        "level",
        "assessment",
        "participation",
        "quality_assurance",
    ]
    assert [element.key for element in elements.optional()] == [
        "prerequisites",
        "supervision",
        "grade",
        "stackability",
        "further_information",
    ]
    assert [element.number for element in elements.all_elements()] == list(range(1, 17))


def test_roles_have_the_profiles_of_the_guide_s_table() -> None:
    profiles = {
        role.key: "/".join((role.profile.knowledge[0], role.profile.influence[0], role.profile.support[0])).upper()
        for role in roles.all_roles()
    }
    assert profiles == {
        "core_planning": "H/H/H",
        "content_development": "H/M/H",
        "pilot_delivery": "M/H/H",
        "quality_evaluation": "H/H/M",
        "learners": "M/L/H",
        "communication_documentation": "M/M/H",
    }


def test_roles_draw_on_the_groups_of_the_ruling() -> None:
    colours = {role.key: {groups.get(key).colour.key for key in role.groups} for role in roles.all_roles()}
    everyone = {"purple", "green", "blue", "red", "yellow"}
    assert colours == {
        "core_planning": everyone,
        "content_development": {"green", "blue", "yellow"},
        "pilot_delivery": {"green"},
        "quality_evaluation": {"purple", "green"},
        "learners": {"yellow"},
        "communication_documentation": everyone,
    }


def test_levels_of_understanding_have_their_shapes() -> None:
    shapes = [(level.key, level.number, level.shape) for level in understanding_levels.all_levels()]
    assert shapes == [("low", 1, "triangle"), ("medium", 2, "square"), ("high", 3, "circle")]


def test_scenarios_have_the_guide_s_numbers() -> None:
    assert [(item.number, item.influence, item.support) for item in scenarios.all_scenarios()] == [
        (1, "high", "low"),
        (2, "high", "high"),
        (3, "low", "low"),
        (4, "low", "high"),
    ]
    assert scenarios.get(2) == scenarios.get("2")


def test_sectors_are_lettered_a_to_p() -> None:
    assert "".join(sector.letter for sector in sectors.all_sectors()) == "ABCDEFGHIJKLMNOP"
    assert sectors.find("E") == sectors.get("creative_cultural")


def test_principles_are_numbered_one_to_ten() -> None:
    assert [principle.number for principle in principles.all_principles()] == list(range(1, 11))


def test_every_activity_is_led_supported_and_attended_by_somebody() -> None:
    role_keys = {role.key for role in roles.all_roles()}
    for activity in activities.all_activities():
        assert activity.led_by
        assert activity.supported_by
        assert activity.participants
        parties = (*activity.led_by, *activity.supported_by, *activity.participants)
        assert all((party.key in role_keys) == party.is_role for party in parties)
    assert [activity.key for activity in activities.led_by("quality_evaluation")] == ["4.5"]
    assert len(activities.all_activities(4)) == 4


def test_roles_are_called_the_same_among_the_parties() -> None:
    called = {party.key: party for one in activities.all_activities() for party in (*one.led_by, *one.participants)}
    for role in roles.all_roles():
        for language in LANGUAGES:
            assert called[role.key].label(language).casefold() == role.label(language).casefold()


def test_glossary_terms_are_found_by_their_abbreviations() -> None:
    for abbreviation in ("LEP", "ECTS", "EQF", "QF-EHEA", "RPL", "R&I", "AQ Austria"):
        term = glossary.find(abbreviation)
        assert term is not None
        assert term.abbreviation == abbreviation


def test_the_guide_s_own_publications_are_marked() -> None:
    own = [publication for publication in publications.all_publications() if publication.in_guide]
    assert len(own) == 9
    for publication in publications.all_publications():
        assert publication.topics
        assert publication.url == "" or publication.url.startswith("http")
        assert publication.source
    assert {topic.key for one in publications.all_publications() for topic in one.topics} == {
        topic.key for topic in publications.topics()
    }
    assert publications.all_publications("recognition")


def test_five_cases_are_told_and_filmeu_is_only_named() -> None:
    assert [case.key for case in cases.all_cases() if not case.told] == ["filmeu"]
    assert cases.get("filmeu").section("result") is None
    for case in cases.all_cases():
        if case.told:
            assert len(case.sections) == len(cases.SECTIONS)
    assert {case.key for case in cases.all_cases(within_creative=False)} == {"edubadges", "digismarttech"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_verbs_for_all_six_levels_and_vague_ones_with_a_hint(language: str) -> None:
    assert {verb.bloom_level for verb in verbs.observable(language)} == {1, 2, 3, 4, 5, 6}
    assert len(verbs.vague(language)) >= 15
    assert all(verb.hint for verb in verbs.vague(language))
    seen = {verb.text for verb in verbs.observable(language)}
    assert not seen & {verb.text for verb in verbs.vague(language)}


def test_a_term_stands_in_a_sentence_in_the_reader_s_language() -> None:
    sentence = say("{role} asks {group}.", role=roles.get("pilot_delivery"), group=groups.get("policy").members)
    assert "Partner für die Pilotdurchführung" in sentence.text("de")


def test_an_ampersand_is_as_good_as_and() -> None:
    assert dimensions.find("Governance & Accreditation") == dimensions.get("governance")
    assert roles.find("Core Planning & Coordination Group") == roles.get("core_planning")
