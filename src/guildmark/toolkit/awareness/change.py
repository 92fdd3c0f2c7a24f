"""Step 2, result: how understanding changed between two readings, before and after raising awareness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guildmark.toolkit.stakeholders.model import Understanding
from guildmark.vocabulary import understanding_levels
from guildmark.vocabulary.understanding_levels import UnderstandingLevel
from guildmark.words import Sentence, say, say_count

SMALLEST_GROUP = 5
"""Below this many people with both readings nothing is said of a change: single people would be recognised."""
_STEPS = tuple(Understanding)


@dataclass(frozen=True, slots=True)
class UnderstandingChange:
    """Two readings of the same people. Counts are None for groups smaller than `SMALLEST_GROUP`.

    `before` and `after` count the levels; `rose`, `same` and `fell` the people; `pairs` those who have
    both readings.
    """

    pairs: int
    before: Mapping[Understanding, int] | None
    after: Mapping[Understanding, int] | None
    rose: int | None
    same: int | None
    fell: int | None
    finding: Sentence


Reading = tuple[Understanding | None, Understanding | None]
"""One person's level before and after; None where it was not read."""


def understanding_change(readings: Sequence[Reading]) -> UnderstandingChange:
    """What awareness work changed: levels of the same people before and after (Step 2's objective)."""
    pairs = [(before, after) for before, after in readings if before is not None and after is not None]
    if len(pairs) < SMALLEST_GROUP:
        finding = say_count(
            "Only {count} person was asked before and after: too few to say what changed.",
            "Only {count} people were asked before and after: too few to say what changed.",
            len(pairs),
        )
        return UnderstandingChange(len(pairs), None, None, None, None, None, finding)
    moves = [_STEPS.index(after) - _STEPS.index(before) for before, after in pairs]
    rose, fell = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
    return UnderstandingChange(
        pairs=len(pairs),
        before=_count([before for before, _ in pairs]),
        after=_count([after for _, after in pairs]),
        rose=rose,
        same=len(pairs) - rose - fell,
        fell=fell,
        finding=_finding([before for before, _ in pairs], [after for _, after in pairs], rose),
    )


def _finding(before: Sequence[Understanding], after: Sequence[Understanding], rose: int) -> Sentence:
    first, then = _middle(before), _middle(after)
    if _STEPS.index(then) > _STEPS.index(first):
        return say("Understanding rose from {before} to {after}.", before=_level(first), after=_level(then))
    if _STEPS.index(then) < _STEPS.index(first):
        return say("Understanding fell from {before} to {after}.", before=_level(first), after=_level(then))
    return say_count(
        "Understanding stayed at {level}; {count} of {people} understands more than before.",
        "Understanding stayed at {level}; {count} of {people} understand more than before.",
        rose,
        level=_level(first),
        people=len(before),
    )


def _middle(levels: Sequence[Understanding]) -> Understanding:
    # The lower of the two middle ones: a change is only claimed when more than half have moved.
    return sorted(levels, key=_STEPS.index)[(len(levels) - 1) // 2]


def _level(level: Understanding) -> UnderstandingLevel:
    return understanding_levels.get(level.value)


def _count(levels: Sequence[Understanding]) -> dict[Understanding, int]:
    counts = Counter(levels)
    return {level: counts[level] for level in _STEPS}
