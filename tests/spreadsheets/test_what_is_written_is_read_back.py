"""What is written as a workbook is read back the same, in every language, and no cell is a formula."""

from __future__ import annotations

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from guildmark.spreadsheets.matrix import COLUMNS, read_matrix, write_matrix
from guildmark.spreadsheets.reading import is_hidden
from guildmark.spreadsheets.stakeholders import read_stakeholders, write_map
from guildmark.toolkit.context import CountryRatings, Dimension, Rating, matrix
from guildmark.toolkit.stakeholders import Group, KnowledgeAnswers, PowerAnswers, Stakeholder, stakeholder_map
from guildmark.vocabulary import countries
from guildmark.words import LANGUAGES

languages = st.sampled_from(LANGUAGES)
letters = st.characters(exclude_categories=("Cs", "Cc")).filter(lambda letter: not is_hidden(letter))
lines = (
    st.text(letters, min_size=1, max_size=40)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and not text.startswith("="))
)
notes = (
    st.text(letters | st.just("\n"), min_size=1, max_size=80)
    .map(str.strip)
    .filter(lambda text: text and not text.startswith("="))
)
ratings = st.fixed_dictionaries(dict.fromkeys(Dimension, st.none() | st.sampled_from(Rating)))
rated = st.builds(
    CountryRatings,
    country=st.sampled_from(countries.all_countries()),
    region=st.none() | lines.filter(lambda text: not text.startswith("/")),
    ratings=ratings,
    notes=st.dictionaries(st.sampled_from(Dimension), notes),
)
matrices = st.lists(
    rated, min_size=1, max_size=6, unique_by=lambda one: (one.country.code, (one.region or "").casefold())
)
answers = st.none() | st.booleans()
power = st.builds(PowerAnswers, influence=st.tuples(*[answers] * 4), support=st.tuples(*[answers] * 5))
option = st.none() | st.integers(1, 4)
knowledge = st.builds(KnowledgeAnswers, option, option, option, st.none() | st.integers(1, 3))


@st.composite
def stakeholders(draw: st.DrawFn) -> list[Stakeholder]:
    """A few stakeholders, some of whom several assessors judged."""
    names = draw(st.lists(lines, min_size=1, max_size=5, unique_by=str.casefold))
    everyone = []
    row = 2
    for name in names:
        assessors = draw(st.lists(lines, max_size=3, unique_by=str.casefold)) or [None]
        judged = []
        for assessor in assessors:
            given_answers = draw(power)
            judged.append(PowerAnswers(given_answers.influence, given_answers.support, assessor, row))
            row += 1
        everyone.append(
            Stakeholder(
                name,
                draw(st.sampled_from(Group)),
                draw(st.none() | lines),
                draw(knowledge),
                tuple(judged),
                tuple(one.row for one in judged if one.row),
            )
        )
    return everyone


@settings(max_examples=25)
@given(rows=matrices, language=languages)
def test_a_matrix_written_is_read_back_the_same(rows: list[CountryRatings], language: str) -> None:
    read = read_matrix(write_matrix(matrix(rows), language), "matrix.xlsx")
    assert [(one.country.code, one.region, one.ratings, one.notes) for one in read] == [
        (one.country.code, one.region, one.ratings, one.notes) for one in rows
    ]


@settings(max_examples=25)
@given(everyone=stakeholders(), language=languages)
def test_a_map_written_is_read_back_the_same(everyone: list[Stakeholder], language: str) -> None:
    assert list(read_stakeholders(write_map(stakeholder_map(everyone), language), "map.xlsx")) == everyone


@given(rows=matrices)
def test_a_matrix_written_as_csv_is_read_back_the_same(rows: list[CountryRatings]) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(column.name for column in COLUMNS)
    for one in rows:
        place = f"{one.country.code}/{one.region}" if one.region else one.country.code
        cells = [one.ratings.get(dimension) or "" for dimension in Dimension]
        writer.writerow([place, *cells, *(one.notes.get(dimension, "") for dimension in Dimension)])
    read = read_matrix(stream.getvalue().encode(), "matrix.csv")
    assert [(one.country.code, one.region, one.ratings, one.notes) for one in read] == [
        (one.country.code, one.region, one.ratings, one.notes) for one in rows
    ]


def test_every_country_is_read_back_by_the_name_that_is_written_in_each_language() -> None:
    rows = [CountryRatings(country) for country in countries.all_countries()]
    for language in LANGUAGES:
        read = read_matrix(write_matrix(matrix(rows), language), "matrix.xlsx")
        assert [one.country.code for one in read] == [one.country.code for one in rows]


def test_whatever_looks_like_a_formula_is_written_as_text() -> None:
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "http://example.org"]
    rows = [
        CountryRatings(country, notes={Dimension.POLICIES: text})
        for country, text in zip(countries.all_countries(), hostile, strict=False)
    ]
    book = load_workbook(io.BytesIO(write_matrix(matrix(rows))))
    for sheet in book.worksheets:
        for cells in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n") and (cell.value is None or cell.data_type == "s") for cell in cells)
