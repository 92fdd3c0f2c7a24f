"""Who has passed, and what a cohort's title says."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.toolkit.design.model import Grade
from guildmark.toolkit.pilots import Attainment, passed
from tests.cases import cases


@pytest.mark.parametrize("case", cases("passing"))
def test_who_has_passed(case: dict[str, Any]) -> None:
    scale = Grade.model_validate({"scale": case["scale"]}) if "scale" in case else None
    assert passed(case["outcomes"], case["reached"], case.get("grade"), scale) is case["passed"]


@pytest.mark.parametrize(
    ("attainment", "finding"),
    [
        (Attainment(0, 0, 0, 0), "Nobody has enrolled yet."),
        (Attainment(12, 1, 0, 0), "11 learners take part."),
        (Attainment(25, 1, 23, 1), "23 of 25 learners have passed."),
        (Attainment(25, 1, 20, 1), "20 of 25 learners have passed, 3 are still to be assessed."),
        (Attainment(9, 1, 0, 8), "None of 9 learners has passed."),
    ],
)
def test_the_title_says_how_far_a_cohort_has_come(attainment: Attainment, finding: str) -> None:
    assert attainment.finding.text("en") == finding
