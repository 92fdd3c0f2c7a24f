"""The 16 elements in words: everything that the record says, in the reader's language where it is a fixed word."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from guildmark.documents.elements import element_rows, reads_from_the_right
from guildmark.vocabulary import elements
from tests.documents.records import RECORD


def lines(record, label, language="en"):
    return next(row.lines for row in element_rows(record, language) if row.label == label)


def test_all_sixteen_stand_in_the_order_of_the_table_then_the_issuers_own():
    rows = element_rows(RECORD)
    assert [row.label for row in rows[:16]] == [element.label() for element in elements.all_elements()]
    assert [(row.label, row.lines, row.standard) for row in rows[16:]] == [("Exhibition", ("Shown in Brno",), False)]
    assert all(row.lines for row in rows)


def test_nothing_that_people_wrote_is_lost():
    said = " ".join(line for row in element_rows(RECORD) for line in (row.label, *row.lines))
    for written in (
        "Dora Nováková",
        "Sustainable Scenography",
        "Vltava Academy of Stagecraft (Czechia)",
        "18 December 2026",
        "1. Calculate the carbon footprint of a stage set",
        "life cycle assessment",
        "100 hours, 4 ECTS",
        "EQF level 6",
        "First cycle (QF-EHEA)",
        "Portfolio (weight 60)",
        "Completeness, sources",
        "Two peers read the portfolio",
        "Blended, 12 weeks, at a gradual pace",
        "The programme board reviews each run",
        "National Accreditation Bureau (https://example.org/nab)",
        "87.5",
        "0 to 100, passed from 60",
        "Towards Green Stage Production (Modular)",
    ):
        assert written in said


def test_fixed_words_dates_and_numbers_follow_the_language():
    assert lines(RECORD, "Ausstellungsdatum", "de") == ("18. Dezember 2026",)
    assert lines(RECORD, "Titel des Microcredentials", "de") == ("Nachhaltiges Bühnenbild",)
    assert "87,5" in json.dumps([row.lines for row in element_rows(RECORD, "it")], ensure_ascii=False)


def test_a_level_that_does_not_apply_says_why():
    record = RECORD | {"level": {"not_applicable": {"en": "It is a workshop"}}}
    assert lines(record, "Level (and cycle, if applicable)") == ("Not applicable: It is a workshop",)


def test_what_the_record_does_not_say_has_no_line():
    rows = element_rows({"title": "Only a title"})
    assert [row.lines for row in rows if row.lines] == [("Only a title",)]


def test_a_joint_award_names_every_body_and_country():
    record = RECORD | {"issuer_country": ["CZ", "DE/Sachsen"], "awarding_body": [{"name": "A"}, {"name": "B"}]}
    assert lines(record, "Country or region of the issuer") == ("Czechia", "Sachsen, Germany")
    assert lines(record, "Awarding body") == ("A", "B")


def test_a_strangers_keys_are_shown_as_they_stand():
    record = RECORD | {"assessment": [{"type": "interpretive_dance"}], "participation": {"mode": "by_pigeon"}}
    assert lines(record, "Type of assessment") == ("Interpretive dance",)
    assert lines(record, "Form of participation") == ("By pigeon",)


def test_a_text_takes_its_direction_from_its_first_letter():
    assert reads_from_the_right("(דורה) Nováková")
    assert not reads_from_the_right("Dora (דורה)")
    assert not reads_from_the_right("123")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "text", "type", "kind", "hours", "ects", "eqf", "scale", "en"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from([*(element.key for element in elements.all_elements()), "additional_elements"]), ANYTHING
    )
)
def test_a_strangers_shapes_are_shown_as_they_are_written(record):
    rows = element_rows(record)
    assert len(rows) >= 16
    assert all(isinstance(line, str) for row in rows for line in (row.label, *row.lines))
