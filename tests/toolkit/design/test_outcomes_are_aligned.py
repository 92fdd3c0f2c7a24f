"""The grid of outcomes, activities and assessments."""

from __future__ import annotations

from guildmark.toolkit.design import alignment_grid, read_design
from tests.toolkit.design.sound import design_with

ACTIVITIES = [
    {"id": "ac1", "title": "Measuring in the venue", "outcomes": ["lo1", "lo3"]},
    {"id": "ac2", "title": {"en": "Planning studio"}, "outcomes": ["lo2"]},
]


def test_each_outcome_has_its_activities_and_assessments() -> None:
    grid = alignment_grid(read_design(design_with({"/activities": ACTIVITIES})).design)
    assert [(row.id, row.activities, row.assessments) for row in grid.rows] == [
        ("lo1", ("ac1",), ("as1",)),
        ("lo2", ("ac2",), ("as1",)),
        ("lo3", ("ac1",), ("as2",)),
    ]
    assert grid.gaps == ()
    assert grid.rows[0].marks(grid.activities[0])
    assert not grid.rows[0].marks(grid.assessments[1])


def test_gaps_are_told() -> None:
    activities = [*ACTIVITIES[:1], {"id": "ac3", "title": "Excursion", "outcomes": ["lo9"]}]
    grid = alignment_grid(read_design(design_with({"/activities": activities}, ("/learning_outcomes/2",))).design)
    assert [str(gap) for gap in grid.gaps] == [
        "No activity prepares for outcome no. 2.",
        "The activity “ac3” serves no outcome of the design.",
        "The assessment “as2” shows no outcome of the design.",
    ]


def test_a_plain_text_is_assessed_by_every_method() -> None:
    grid = alignment_grid(read_design(design_with({"/learning_outcomes": ["Explain how lamps use power"]})).design)
    assert grid.rows[0].assessments == ("as1", "as2")


def test_activities_in_free_text_are_no_columns() -> None:
    for activities in ("Lectures and practice", ["Lectures"], {"week 1": "Lectures"}, [{"title": "x"}, 5, None]):
        assert alignment_grid(read_design(design_with({"/activities": activities})).design).activities == ()
