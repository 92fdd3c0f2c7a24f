"""What the answers of a survey say: told carefully, compared for those who answered twice (Step 4.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from guildmark.toolkit.pilots.comparing import Comparison, compare_before_after, holm
from guildmark.toolkit.pilots.reporting import Share, describe_share
from guildmark.toolkit.pilots.summary import Summary, quantile, summarise
from guildmark.toolkit.pilots.suppression import SMALLEST
from guildmark.toolkit.pilots.survey import Asked, Phase, Survey
from guildmark.words import Sentence, Text, say

AGREE = 4
"""From this answer on, somebody agrees."""
Answers = Mapping[str, int | str]


@dataclass(frozen=True, slots=True)
class Answered:
    """One answered sheet. `pair` is the same for both sheets of one person, and tells nothing else of them."""

    phase: Phase
    pair: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class Change:
    """One item before and after, by the people who answered both times. Medians are None for fewer than five."""

    asked: Asked
    pairs: int
    before: float | None
    after: float | None
    comparison: Comparison | None
    adjusted: float | None = None

    @property
    def finding(self) -> Sentence:
        """In words."""
        if self.before is None or self.after is None or self.comparison is None:
            return say("Too few people answered before and after to show anything.")
        return say(
            "Median {before} before, {after} after ({pairs} people).",
            before=self.before, after=self.after, pairs=self.pairs,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opinion:
    """One item that was asked in one phase only: its summary and the share who agree."""

    asked: Asked
    summary: Summary
    share: Share


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """What may be told of all answers. `texts` are answers in words by item key, empty where too few wrote."""

    sheets: Mapping[Phase, int]
    changes: tuple[Change, ...]
    opinions: tuple[Opinion, ...]
    texts: tuple[tuple[Asked, tuple[str, ...]], ...]

    @property
    def finding(self) -> Sentence | None:
        """How many of the compared items rose; None as long as nothing can be compared."""
        told = [one for one in self.changes if one.before is not None and one.after is not None]
        if not told:
            return None
        risen = sum(one.after > one.before for one in told if one.before is not None and one.after is not None)
        return say(
            "In {risen} of {all} questions the learners rate themselves higher than before.", risen=risen, all=len(told)
        )


def survey_results(
    survey: Survey, outcomes: Mapping[str, Text], sheets: Sequence[Answered], *, smallest: int = SMALLEST
) -> SurveyResults:
    """The results of a pilot's survey; whatever rests on fewer than `smallest` people is left out."""
    by_phase = {phase: [one for one in sheets if one.phase is phase] for phase in Phase}
    before, after = by_phase[Phase.BEFORE], by_phase[Phase.AFTER]
    first, last = survey.asked(Phase.BEFORE, outcomes), survey.asked(Phase.AFTER, outcomes)
    twice = {one.key for one in first} & {one.key for one in last}
    changes = _adjusted([_change(one, before, after, smallest) for one in last if one.key in twice])
    opinions, texts = [], []
    for asked, answered in [*((one, before) for one in first), *((one, after) for one in last)]:
        if asked.item.kind == "text":
            texts.append((asked, _texts(asked, answered, smallest)))
        elif asked.key not in twice:
            opinions.append(_opinion(asked, answered, smallest))
    counts = {phase: len(answered) for phase, answered in by_phase.items()}
    return SurveyResults(counts, tuple(changes), tuple(opinions), tuple(texts))


def _ratings(asked: Asked, sheets: Sequence[Answered]) -> dict[str, int]:
    return {one.pair: value for one in sheets if isinstance(value := one.answers.get(asked.key), int)}


def _change(asked: Asked, before: Sequence[Answered], after: Sequence[Answered], smallest: int) -> Change:
    earlier, later = _ratings(asked, before), _ratings(asked, after)
    people = sorted(earlier.keys() & later.keys())
    if len(people) < smallest:
        return Change(asked, len(people), None, None, None)
    was, became = [earlier[one] for one in people], [later[one] for one in people]
    return Change(asked, len(people), quantile(was, 0.5), quantile(became, 0.5), compare_before_after(was, became))


def _adjusted(changes: Sequence[Change]) -> list[Change]:
    """Several tests at once: each p-value adjusted after Holm."""
    tested = {one.asked.key: p for one in changes if one.comparison and (p := one.comparison.p) is not None}
    adjusted = holm(tested)
    return [replace(one, adjusted=adjusted.get(one.asked.key)) for one in changes]


def _opinion(asked: Asked, sheets: Sequence[Answered], smallest: int) -> Opinion:
    ratings = list(_ratings(asked, sheets).values())
    agree = sum(rating >= AGREE for rating in ratings)
    return Opinion(asked, summarise(ratings, smallest=smallest), describe_share(agree, len(ratings), smallest=smallest))


def _texts(asked: Asked, sheets: Sequence[Answered], smallest: int) -> tuple[str, ...]:
    """The answers in words in alphabetical order, so that the order tells nobody who wrote which."""
    written = sorted(value for one in sheets if isinstance(value := one.answers.get(asked.key), str))
    return tuple(written) if len(written) >= smallest else ()
