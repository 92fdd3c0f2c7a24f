"""The look's promises: contrast for text and shapes, an outline where a colour alone is too weak."""

from __future__ import annotations

import pytest

from guildmark.drawing.theme import DARK, LIGHT, LINE_HEIGHT, UNIT, Size, contrast
from guildmark.vocabulary import colours, ratings, readiness

THEMES = [pytest.param(theme, id=theme.name) for theme in (LIGHT, DARK)]


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_paper_and_wall(theme):
    for ground in (theme.paper, theme.wall):
        for words in (theme.ink, theme.soft, theme.accent):
            assert contrast(words, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_shapes_stand_out_from_paper_and_wall(theme):
    for colour in colours.all_colours():
        paint = theme.paint(colour)
        edge = paint.outline or paint.fill
        assert contrast(edge, theme.paper) >= 3
        assert contrast(edge, theme.wall) >= 3
        assert contrast(paint.on_fill, paint.fill) >= 4.5


def test_the_badge_shapes_stand_out_from_their_ink_ground():
    for key in ("red", "blue", "yellow"):
        assert contrast(colours.get(key).light, LIGHT.ink) >= 3


def test_yellow_carries_an_ink_outline_on_white_paper_only():
    assert LIGHT.paint(colours.get("yellow")).outline == LIGHT.ink
    assert DARK.paint(colours.get("yellow")).outline is None


def test_there_are_six_sizes_each_with_a_line_height():
    assert len(Size) == 6
    assert all(LINE_HEIGHT[size] > size for size in Size)
    assert UNIT == 8


def test_every_rating_and_readiness_has_a_colour():
    assert all(item.colour.light for item in (*ratings.all_ratings(), *readiness.all_readiness()))


def test_contrast_is_the_one_of_wcag():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
