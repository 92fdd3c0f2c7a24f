"""The heat matrix: its title, its interpretation, its JSON."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.context import CountryRatings, Dimension, Rating, matrix, matrix_json
from guildmark.toolkit.context.numerals import Numeral
from guildmark.vocabulary import countries
from guildmark.words import LANGUAGES
from tests.cases import cases

RATING = st.one_of(st.none(), st.sampled_from(Rating))
ROWS = st.lists(
    st.builds(
        lambda code, ratings: CountryRatings(countries.get(code), None, dict(zip(Dimension, ratings, strict=True))),
        st.sampled_from(["AT", "NL", "IT", "CZ", "BE", "JP"]),
        st.tuples(RATING, RATING, RATING, RATING),
    ),
    max_size=6,
)


def row(cells: list[str | None]) -> CountryRatings:
    place, *ratings = cells
    code, _, region = str(place).partition("/")
    rated = {dimension: rating and Rating(rating) for dimension, rating in zip(Dimension, ratings, strict=True)}
    return CountryRatings(countries.get(code), region or None, rated)  # type: ignore[arg-type]


def annex_1() -> list[CountryRatings]:
    green, yellow, red = "established", "developing", "not_integrated"
    return [
        row(["AT", green, green, green, green]),
        row(["NL", green, green, green, green]),
        row(["IT", yellow, green, yellow, green]),
        row(["CZ", green, yellow, red, green]),
    ]


@pytest.mark.parametrize("case", cases("matrix_finding"))
def test_the_title_says_the_finding_in_words(case: dict[str, Any]) -> None:
    assert matrix([row(cells) for cells in case["rows"]]).finding.text("en") == case["finding"]


@pytest.mark.parametrize("case", cases("interpretation"))
def test_the_ratings_are_interpreted_in_the_manner_of_annex_1(case: dict[str, Any]) -> None:
    found = matrix([row(cells) for cells in case["rows"]]).interpretation
    assert [sentence.text("en") for sentence in found] == case["interpretation"]


def test_another_source_that_disagrees_is_shown_with_its_date() -> None:
    told = [sentence.text("en") for sentence in matrix(annex_1()).other_sources]
    assert [sentence.split(",")[0] for sentence in told] == ["Austria", "Netherlands", "Czechia"]
    assert all("2026" in sentence for sentence in told)


@given(ROWS)
def test_every_row_is_interpreted_and_nothing_is_left_unfilled(rows: list[CountryRatings]) -> None:
    found = matrix(rows)
    sentences = [found.finding, *found.interpretation, *found.other_sources]
    for language in LANGUAGES:
        assert all(sentence.text(language) and "{" not in sentence.text(language) for sentence in sentences)
    text = " ".join(sentence.text("en") for sentence in found.interpretation)
    assert all(one.place_name("en") in text for one in rows)


@given(ROWS)
def test_the_json_keeps_every_row_in_its_order(rows: list[CountryRatings]) -> None:
    told = matrix_json(matrix(rows))["countries"]
    assert [one["country"] for one in told] == [one.country.code for one in rows]
    assert all(list(one["ratings"]) == ["governance", "policies", "framework", "activities"] for one in told)
    assert all((one["readiness"] is None) == bool(one["missing"]) for one in told)


def test_the_same_rows_say_the_same_again() -> None:
    assert matrix_json(matrix(annex_1())) == matrix_json(matrix(annex_1()))


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Two"), ("de", "Zwei"), ("nl", "Twee"), ("it", "Due"), ("cs", "Dvě")]
)
def test_small_numbers_are_said_in_words(language: str, said: str) -> None:
    assert Numeral(2, capital=True).label(language) == said
    assert Numeral(13).label(language) == "13"
