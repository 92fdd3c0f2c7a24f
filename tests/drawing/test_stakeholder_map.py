"""The knowledge and power map: marks where the answers put them, names only where they may be."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.drawing.packing import Box
from guildmark.drawing.stakeholder_map import map_svg, plot_svg
from guildmark.drawing.stakeholder_map.crowds import gathered
from guildmark.drawing.stakeholder_map.marks import MarkStyle
from guildmark.drawing.stakeholder_map.numbering import LINES, SCENARIOS, Part, sort
from guildmark.drawing.stakeholder_map.plot import arranged
from guildmark.drawing.theme import LIGHT
from guildmark.toolkit.stakeholders.model import Power, StakeholderMap
from tests.drawing.examples import LANGUAGES, crowd
from tests.drawing.reading import overlapping, root, said, upright_lines

FRAME = Box(64, 120, 800, 560)


def arrangement(stakeholders: StakeholderMap, *, names: bool = False):
    people = sort(stakeholders.stakeholders)
    style = MarkStyle.of(len(stakeholders.stakeholders), numbered=names, theme=LIGHT)
    return people, *arranged(people, style, FRAME, "en")


@given(st.integers(1, 70), st.integers(0, 1000), st.booleans())
def test_no_two_marks_overlap(size, seed, names):
    _, _, places = arrangement(crowd(size, seed=seed), names=names)
    boxes = [box for part in places.values() for box in part]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_three_hundred_find_room():
    people, grid, places = arrangement(crowd(300))
    assert sum(map(len, places.values())) + len(people.beside) == 300
    boxes = [box for part in places.values() for box in part]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(grid.top <= box.y and box.bottom <= grid.top + grid.height for box in boxes)


@given(st.integers(1, 40), st.integers(0, 1000))
def test_every_mark_stands_in_its_own_part_of_the_map(size, seed):
    _, grid, places = arrangement(crowd(size, seed=seed))
    for part, boxes in places.items():
        home = grid.box(part)
        assert all(home.x <= box.x and box.right <= home.right for box in boxes)
        assert all(home.y <= box.y and box.bottom <= home.bottom for box in boxes)


def test_the_more_support_the_further_right_within_a_scenario():
    people, _, places = arrangement(crowd(12))
    for part in SCENARIOS:
        placed = list(zip(people.parts[part], places[part], strict=True))
        for (one, box), (other, other_box) in combinations(placed, 2):
            if one.stakeholder.support.share - other.stakeholder.support.share > 0.3:
                assert box.x > other_box.x


def test_the_undecided_stand_on_the_line():
    people, grid, places = arrangement(crowd(14, seed=8))
    on_horizontal = [box for part in LINES if part.influence is Power.UNDECIDED for box in places[part]]
    assert on_horizontal
    assert any(box.y <= grid.line_y <= box.bottom for box in on_horizontal)
    assert not any(one.stakeholder.scenario for part in LINES for one in people.parts[part])


def test_who_has_too_few_answers_stands_beside_and_is_counted():
    stakeholders = crowd(80)
    people = sort(stakeholders.stakeholders)
    assert people.beside
    _, description = said(map_svg(stakeholders, names=False))
    assert f"not on the map yet: {len(people.beside)} stakeholder" in description


def test_everyone_is_somewhere_once():
    people = sort(crowd(200).stakeholders)
    numbers = [one.number for part in Part for one in people.parts[part]] + [one.number for one in people.beside]
    assert numbers == list(range(1, 201))


def test_the_same_map_gives_the_same_picture():
    assert map_svg(crowd(54), "de") == map_svg(crowd(54), "de")


def test_without_names_nothing_in_the_picture_leads_to_a_person():
    svg = map_svg(crowd(60), names=False)
    assert "Příkladná" not in svg
    assert "Bühnen" not in svg
    assert "Příkladná" in map_svg(crowd(60), names=True)


def test_without_names_there_are_no_numbers_beside_the_marks():
    texts = [line.text for line in upright_lines(map_svg(crowd(60), names=False))]
    assert "57" not in texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "names"), [(1, True), (8, True), (54, False), (54, True)])
def test_texts_never_run_into_each_other(language, size, names):
    lines = upright_lines(map_svg(crowd(size), language, names))
    assert overlapping(lines) == []


def test_the_title_is_the_finding_and_the_gaps_are_told():
    stakeholders = crowd(54)
    title, description = said(map_svg(stakeholders))
    assert title == str(stakeholders.finding)
    assert all(str(gap.sentence) in description for gap in stakeholders.gaps)


def test_a_map_of_nobody_is_still_a_picture():
    assert root(map_svg(crowd(0))).get("role") == "img"


def test_a_group_has_its_letter_and_an_unknown_understanding_a_question_mark():
    texts = {line.text for line in upright_lines(map_svg(crowd(60), names=False))}
    assert set("PEIAL") <= texts
    assert texts & {"P?", "E?", "I?", "A?", "L?"}


def test_the_plot_in_a_page_takes_the_pages_colours_and_leaves_out_what_the_page_says():
    drawn = plot_svg(crowd(40), names=False)
    assert "#" not in drawn
    assert "style=" not in drawn
    assert "var(--purple)" in drawn
    assert not any(one.source.name in drawn for one in crowd(40).stakeholders)
    assert len(plot_svg(crowd(40), names=True)) < len(map_svg(crowd(40), names=True))


@pytest.mark.parametrize("names", [True, False])
def test_of_very_many_each_mark_counts_and_nobody_is_lost(names):
    people = sort(crowd(1000).stakeholders)
    drawn = gathered(people)
    for part, ones in people.parts.items():
        assert sum(one.number for one in drawn.parts[part]) == len(ones)
        kinds = {(one.stakeholder.source.group, one.stakeholder.understanding) for one in ones}
        assert len(drawn.parts[part]) == len(kinds)
    assert sum(one.number for one in drawn.beside) == len(people.beside)
    svg = plot_svg(crowd(1000), names=names)
    assert "Each mark counts" in svg
    assert "Each mark counts" not in plot_svg(crowd(150), names=names)
