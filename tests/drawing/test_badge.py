"""The badge: title and awarding body in every length, no learner, nothing from outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.drawing.badge import SIDE, badge_svg
from tests.drawing.reading import overlapping, root, said, upright_lines

RECORD = {
    "title": {"en": "Sustainable Scenography", "de": "Nachhaltiges Bühnenbild"},
    "awarding_body": {"name": "Vltava Academy of Stagecraft", "country": "CZ"},
    "learner_identification": {"name": "Dora Nováková"},
}


def test_it_says_what_it_is_and_who_awards_it():
    assert said(badge_svg(RECORD))[0] == (
        "Micro-credential “Sustainable Scenography”, awarded by Vltava Academy of Stagecraft"
    )


def test_it_speaks_the_wanted_language_where_the_title_does():
    assert "Nachhaltiges" in {word for line in upright_lines(badge_svg(RECORD, "de")) for word in line.text.split()}


def test_it_names_no_learner():
    assert "Nováková" not in badge_svg(RECORD)


def test_a_joint_award_names_every_body():
    record = RECORD | {"awarding_body": [{"name": "Academy A"}, {"name": {"en": "Academy B"}}]}
    assert "Academy A and Academy B" in said(badge_svg(record))[0]


@pytest.mark.parametrize("title", ["Licht", "Donaudampfschifffahrtsgesellschaftskapitänsausbildung", "word " * 300])
def test_every_title_stays_on_the_badge(title):
    lines = upright_lines(badge_svg(RECORD | {"title": title}))
    assert overlapping(lines) == []
    assert all(line.box.right <= SIDE - 30 and line.box.bottom <= SIDE for line in lines)


def test_it_points_nowhere_outside():
    svg = badge_svg(RECORD)
    assert "href" not in svg
    assert svg.count("http") == svg.count("http://www.w3.org/2000/svg")


@given(st.text(max_size=100), st.text(max_size=100))
def test_any_title_and_body_make_a_picture(title, body):
    root(badge_svg({"title": title, "awarding_body": {"name": body}}))


def test_a_record_that_says_nothing_still_has_a_badge():
    root(badge_svg({}))
