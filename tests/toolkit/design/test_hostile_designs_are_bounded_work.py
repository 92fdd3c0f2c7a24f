"""A design of thousands of outcomes is read, and only so many of its texts are looked at."""

from __future__ import annotations

from guildmark.toolkit.design import check
from guildmark.toolkit.design.checks.outcomes import MOST
from tests.toolkit.design.sound import design_with


def test_the_wording_of_so_many_outcomes_is_looked_at_and_no_more() -> None:
    result = check(design_with({"/learning_outcomes": [f"Understand lamp {n} of the stage" for n in range(3 * MOST)]}))
    assert len([finding for finding in result.findings if finding.rule == "outcome.verb"]) == MOST


def test_every_outcome_is_looked_at_for_its_assessment() -> None:
    outcomes = [{"id": f"lo{n}", "text": "Explain the light of a stage"} for n in range(3 * MOST)]
    result = check(design_with({"/learning_outcomes": outcomes}))
    assert len([finding for finding in result.findings if finding.rule == "outcome.assessed"]) == 3 * MOST


def test_a_long_value_is_quoted_shortly() -> None:
    result = check(design_with({"/participation/mode": "x" * 100_000, "/" + "y" * 100_000: 1}))
    told = [finding for finding in result.findings if finding.rule != "document.key.unknown"]
    assert max(len(str(finding.sentence)) for finding in told) < 300
