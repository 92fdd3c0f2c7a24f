"""Step 3.1.2: the level of understanding of micro-credentials, from the answers to a, b and d."""

from __future__ import annotations

from guildmark.toolkit.stakeholders.model import KnowledgeAnswers, Understanding

_OF_FOUR = {1: Understanding.LOW, 2: Understanding.LOW, 3: Understanding.MEDIUM, 4: Understanding.HIGH}
_OF_THREE = {1: Understanding.LOW, 2: Understanding.MEDIUM, 3: Understanding.HIGH}
_STEPS = (Understanding.LOW, Understanding.MEDIUM, Understanding.HIGH)


def understanding(answers: KnowledgeAnswers) -> Understanding | None:
    """The level of understanding (Step 3.1.2; ruling R37), None unless a, b and d are all answered.

    The middle one of lifelong learning (a), stacking (b) and having heard of micro-credentials (d);
    never high unless d is high, never low unless d is low. Flexibility (c) is reported, not counted:
    the guide's descriptions of the levels do not use it. Raises ValueError for a number that is no option.
    """
    if answers.flexibility is not None:
        _level(_OF_FOUR, answers.flexibility, "flexibility")
    if answers.lifelong_learning is None or answers.stacking is None or answers.heard_of is None:
        return None
    heard_of = _level(_OF_THREE, answers.heard_of, "heard_of")
    levels = (
        _level(_OF_FOUR, answers.lifelong_learning, "lifelong_learning"),
        _level(_OF_FOUR, answers.stacking, "stacking"),
        heard_of,
    )
    middle = sorted(levels, key=_STEPS.index)[1]
    if middle is heard_of or middle is Understanding.MEDIUM:
        return middle
    return Understanding.MEDIUM


def _level(levels: dict[int, Understanding], option: int, question: str) -> Understanding:
    if option not in levels:
        raise ValueError(f"{question} has the options 1 to {len(levels)}, not {option}")
    return levels[option]
