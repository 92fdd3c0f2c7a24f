"""Step 3.2: "if the majority of the answers are yes": the rule that influence and support share."""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.toolkit.stakeholders.model import Power, PowerResult

Answers = Sequence[bool | None]
"""One assessor's answers to the questions of one axis: yes, no, or nothing."""


def majority(answers: Answers) -> Power | None:
    """The majority of one assessor's answers (ruling R39).

    More yes than no is high, fewer low, equally many undecided; None where fewer than half of the
    questions are answered (under 2 of 4, under 3 of 5).
    """
    given = [answer for answer in answers if answer is not None]
    if not given or 2 * len(given) < len(answers):
        return None
    return _outweigh(given.count(True), given.count(False))


def majority_of_assessors(assessors: Sequence[Answers]) -> PowerResult:
    """The majority of the assessors' results, with all their answers pooled (rulings R39, R43).

    An assessor who answered too little has no result and no vote; one whose answers are undecided
    votes for neither side. As many high as low is undecided; None where no assessor has a result.
    """
    results = [result for result in map(majority, assessors) if result is not None]
    pooled = [answer for answers in assessors for answer in answers if answer is not None]
    level = _outweigh(results.count(Power.HIGH), results.count(Power.LOW)) if results else None
    return PowerResult(level, yes=pooled.count(True), answered=len(pooled))


def _outweigh(high: int, low: int) -> Power:
    if high == low:
        return Power.UNDECIDED
    return Power.HIGH if high > low else Power.LOW
