"""The survey: asked per outcome, read with every fault, told only where nobody is recognised."""

from __future__ import annotations

import pytest

from guildmark.errors import GuildmarkError
from guildmark.toolkit.pilots import Answered, Phase, survey, survey_results

OUTCOMES = {"lo1": "Explain", "lo2": "Design"}


def sheets(phase: Phase, rating: int, people: int) -> list[Answered]:
    return [
        Answered(phase, f"p{number}", {"can_do.lo1": rating, "content": 5, "change": f"{number} more time"})
        for number in range(people)
    ]


def test_every_outcome_is_asked_before_and_after() -> None:
    for phase in Phase:
        keys = [one.key for one in survey().asked(phase, OUTCOMES)]
        assert keys[:3] == ["can_do.lo1", "can_do.lo2", "understands"]
    assert "content" not in [one.key for one in survey().asked(Phase.BEFORE, OUTCOMES)]


def test_what_is_no_answer_is_named() -> None:
    with pytest.raises(GuildmarkError) as told:
        survey().read(Phase.AFTER, OUTCOMES, {"can_do.lo1": "6", "content": "²", "support": "3"})
    assert [fault.place.path for fault in told.value.faults] == ["/can_do.lo1", "/content"]
    with pytest.raises(GuildmarkError, match="Nothing is answered"):
        survey().read(Phase.AFTER, OUTCOMES, {"unknown": "3"})


def test_the_same_people_are_compared() -> None:
    found = survey_results(survey(), OUTCOMES, [*sheets(Phase.BEFORE, 2, 8), *sheets(Phase.AFTER, 4, 7)])
    change = found.changes[0]
    assert (change.pairs, change.before, change.after) == (7, 2, 4)
    assert change.comparison is not None
    assert found.finding is not None
    assert found.finding.text("en") == "In 1 of 1 questions the learners rate themselves higher than before."


def test_four_people_are_told_nothing() -> None:
    found = survey_results(survey(), OUTCOMES, [*sheets(Phase.BEFORE, 2, 4), *sheets(Phase.AFTER, 4, 4)])
    assert found.finding is None
    assert all(one.before is None and one.comparison is None for one in found.changes)
    assert all(one.share.yes is None and one.summary.median is None for one in found.opinions)
    assert all(texts == () for _, texts in found.texts)
