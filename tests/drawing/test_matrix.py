"""The heat matrix: it says its finding, keeps its texts apart, and holds whatever people write."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.drawing.frame import MARGIN, WIDTH
from guildmark.drawing.matrix import matrix_svg
from guildmark.drawing.theme import DARK
from guildmark.toolkit.context.model import Dimension, Matrix
from tests.drawing.examples import LANGUAGES, LONG_NOTE, country_matrix
from tests.drawing.reading import overlapping, root, said, upright_lines


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("rows", "note"), [(1, ""), (4, LONG_NOTE), (30, "")])
def test_texts_never_run_into_each_other(language, rows, note):
    lines = upright_lines(matrix_svg(country_matrix(rows, note=note), language))
    assert overlapping(lines) == []
    assert all(line.box.x >= MARGIN - 1 and line.box.right <= WIDTH - MARGIN + 1 for line in lines)


def test_the_title_is_the_finding():
    matrix = country_matrix(4)
    title, _ = said(matrix_svg(matrix, "en"))
    assert title == str(matrix.finding)


def test_the_description_holds_the_whole_table():
    matrix = country_matrix(5, note="a note of its own")
    _, description = said(matrix_svg(matrix, "de"))
    for row in matrix.rows:
        assert row.source.place_name("de") in description
    assert description.count("a note of its own") == 5 * len(Dimension)


def test_a_rating_stands_beside_its_word():
    lines = [line.text for line in upright_lines(matrix_svg(country_matrix(12), "en"))]
    assert {"Established", "Developing", "Not yet integrated", "Not yet rated"} <= set(lines)


def test_it_is_a_picture_with_a_name_for_assistive_technology():
    picture = root(matrix_svg(country_matrix(2), "cs"))
    assert picture.get("role") == "img"
    assert picture.get("lang") == "cs"
    assert [child.tag.rpartition("}")[2] for child in picture][:2] == ["title", "desc"]


def test_the_caller_may_say_where_the_ratings_come_from():
    svg = matrix_svg(country_matrix(1), source="Assessment of 14 March 2026")
    assert any(line.text.startswith("Assessment of 14 March 2026 · ") for line in upright_lines(svg))


def test_it_can_be_drawn_on_dark_paper():
    assert f'fill="{DARK.paper}"' in matrix_svg(country_matrix(1), theme=DARK)


def test_the_same_matrix_gives_the_same_picture():
    assert matrix_svg(country_matrix(9), "it") == matrix_svg(country_matrix(9), "it")


@given(st.text(max_size=200))
def test_any_note_can_be_drawn(note):
    matrix = country_matrix(1)
    row = matrix.rows[0]
    source = replace(row.source, notes={Dimension.POLICIES: note})
    root(matrix_svg(Matrix((replace(row, source=source),), matrix.finding, ())))


def test_markup_in_a_note_stays_text():
    svg = matrix_svg(country_matrix(1, note='<script>alert("x")</script> & <image href="https://example.org"/>'))
    assert not [element for element in root(svg).iter() if element.tag.rpartition("}")[2] in {"script", "image"}]
