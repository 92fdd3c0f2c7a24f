"""How far a set of micro-credentials leads towards a larger one (docs/rules/reach.md; R22, R50)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guildmark.pathways.model import Counted, Decision, Exit, Qualification
from guildmark.words import Sentence, say


@dataclass(frozen=True, slots=True)
class Reach:
    """What counts (ECTS credits), what is still asked for, which exit awards are reached, and what is missing.

    `granted` never exceeds the qualification. `unsized` were granted without a number of credits and count nothing.
    """

    qualification: Qualification
    counted: tuple[Counted, ...]
    granted: float
    asked: float
    missing: float | None
    exits: tuple[Exit, ...]
    next_exit: Exit | None
    unsized: tuple[Counted, ...]
    sentence: Sentence

    @property
    def complete(self) -> bool:
        """Whether the granted credits fill the qualification."""
        return self.missing == 0


def reach(qualification: Qualification, offered: Iterable[Counted]) -> Reach:
    """Only what the receiving organisation granted counts; each micro-credential once, by its best decision."""
    counted = _once(offered)
    granted = sum(one.credits or 0 for one in counted if one.decision is Decision.GRANTED)
    asked = sum(one.credits or 0 for one in counted if one.decision in {Decision.ASKED, Decision.NONE})
    whole = qualification.credits
    if whole is not None:
        granted = min(granted, whole)
        asked = min(asked, whole - granted)
    ladder = sorted(qualification.exits, key=lambda one: one.credits)
    reached = tuple(one for one in ladder if one.credits <= granted)
    missing = None if whole is None else whole - granted
    return Reach(
        qualification,
        counted,
        granted,
        asked,
        missing,
        reached,
        next((one for one in ladder if one.credits > granted), None),
        tuple(one for one in counted if one.decision is Decision.GRANTED and one.credits is None),
        _sentence(qualification, granted, missing, reached, counted),
    )


_BEST = (Decision.GRANTED, Decision.ASKED, Decision.NONE, Decision.DECLINED)


def _once(offered: Iterable[Counted]) -> tuple[Counted, ...]:
    """Each micro-credential once: the best decision, and of two alike the one with more credits."""
    best: dict[str, Counted] = {}
    for one in offered:
        known = best.get(one.key)
        if known is None or _rank(one) < _rank(known):
            best[one.key] = one
    return tuple(best.values())


def _rank(one: Counted) -> tuple[int, float]:
    return _BEST.index(one.decision), -(one.credits or 0)


def _sentence(
    qualification: Qualification,
    granted: float,
    missing: float | None,
    reached: tuple[Exit, ...],
    counted: tuple[Counted, ...],
) -> Sentence:
    title = qualification.title
    if not any(one.decision is Decision.GRANTED for one in counted):
        return say("Nothing counts towards {title} yet: the receiving organisation decides.", title=title)
    if missing is None:
        return say("{granted} ECTS credits count towards {title}.", granted=granted, title=title)
    if missing == 0:
        return say("All {credits} ECTS credits of {title} are reached.", credits=granted, title=title)
    if reached:
        return say(
            "{granted} of {credits} ECTS credits of {title} are reached, enough for the exit award {award}.",
            granted=granted, credits=qualification.credits, title=title, award=reached[-1].title,
        )  # fmt: skip
    return say(
        "{granted} of {credits} ECTS credits of {title} are reached.",
        granted=granted, credits=qualification.credits, title=title,
    )  # fmt: skip
