"""Data colours can be read: text on them 4.5 : 1, shapes on paper 3 : 1 or outlined in ink."""

from __future__ import annotations

import pytest

from guildmark.vocabulary import colours, groups, ratings, readiness
from guildmark.vocabulary.colours import Colour

LIGHT_PAPER, LIGHT_WALL, DARK_PAPER = "#ffffff", "#f5f3ee", "#17171c"


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_the_measure_agrees_with_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", colours.all_colours(), ids=lambda colour: colour.key)
def test_text_on_a_colour_can_be_read(colour: Colour) -> None:
    assert contrast(colour.on_light, colour.light) >= 4.5
    assert contrast(colour.on_dark, colour.dark) >= 4.5


@pytest.mark.parametrize("colour", colours.all_colours(), ids=lambda colour: colour.key)
def test_shapes_stand_out_from_the_paper(colour: Colour) -> None:
    assert contrast(colour.dark, DARK_PAPER) >= 3
    for paper in (LIGHT_PAPER, LIGHT_WALL):
        assert contrast(colour.light, paper) >= 3 or colour.outlined


def test_only_yellow_needs_an_outline() -> None:
    assert [colour.key for colour in colours.all_colours() if colour.outlined] == ["yellow"]


def test_groups_have_the_guide_s_colours_and_their_letters() -> None:
    assert [(group.key, group.letter, group.colour.key) for group in groups.all_groups()] == [
        ("policy", "P", "purple"),
        ("education", "E", "green"),
        ("industry", "I", "blue"),
        ("associations", "A", "red"),
        ("learners", "L", "yellow"),
    ]


def test_ratings_are_found_by_their_colours() -> None:
    assert [rating.colour.key for rating in ratings.all_ratings()] == ["green", "yellow", "red"]
    found = [ratings.find(words) for words in ("green", "Gelb", "rood", "gruen", "ČERVENÁ", "not integrated")]
    assert [rating and rating.key for rating in found] == [
        "established",
        "developing",
        "not_integrated",
        "established",
        "not_integrated",
        "not_integrated",
    ]


def test_readiness_is_green_yellow_yellow_red() -> None:
    assert [item.colour.key for item in readiness.all_readiness()] == ["green", "yellow", "yellow", "red"]
