"""The pictures of a cohort and the tables that say the same.

Members see learners' results by name, so nothing is hidden from them here; for everybody else, and in what is
printed for others, small cells are hidden. Answers to surveys are hidden from everybody alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from guildmark.drawing.bars import Bar, bars_svg
from guildmark.drawing.before_after import Pair, before_after_svg
from guildmark.toolkit.pilots import Change, SurveyResults, describe_share, survey
from guildmark.toolkit.pilots.suppression import SMALLEST
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.pilots import delivery, selectors
from guildmark.web.pilots.models import Cohort
from guildmark.words import Sentence, in_language, say, say_count

SUBJECTS = ("outcomes", "attendance", "change")
SMALL_PRINT = say("Groups so small that somebody could be recognised are not shown.")
MEDIANS = say("Medians of those who answered both times.")


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture of shares: its finding, its rows, and the SVG when it is asked for."""

    subject: Sentence
    title: Sentence
    bars: tuple[Bar, ...]

    def svg(self, language: str) -> str:
        """The picture."""
        return bars_svg(self.subject, self.title, self.bars, language, source=SMALL_PRINT)

    @property
    def rows(self) -> list[tuple[Bar, str]]:
        """The rows with the width of the filled part, as SVG writes it."""
        return [(bar, f"{100 * (bar.share or 0):.2f}%") for bar in self.bars]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One question before and after; `was` and `stands` are places on the scale as SVG writes them, empty if hidden."""

    label: str
    was: str
    stands: str
    told: Sentence
    effect: Sentence | None


def smallest_for(access: Access, *, public: bool = False) -> int:
    """From how many people on results are told: one for members, who see them anyway."""
    return 1 if access.may(Right.EDIT) and not public else SMALLEST


def outcomes(found: Cohort, language: str, smallest: int) -> Bars | None:
    """How many reached each outcome, among those who were assessed on it; None as long as nobody was."""
    counts = selectors.outcome_counts(found)
    if not any(one.assessed for one in counts):
        return None
    bars = []
    for one in counts:
        if one.assessed:
            share = describe_share(one.reached, one.assessed, smallest=smallest)
            told, part = share.sentence, None if share.yes is None else share.yes / share.n
        else:
            told, part = say("Nobody is assessed on it yet."), 0.0
        bars.append(Bar(in_language(one.text, language), part, told))
    shown = [bar.share for bar in bars if bar.share is not None]
    full = sum(share == 1 for share in shown)
    if full == len(bars):
        title = say("Everybody who was assessed reached every outcome.")
    elif len(shown) < len(bars):
        title = say_count("What {count} outcome shows", "What {count} outcomes show", len(bars))
    else:
        half = sum(share >= 0.5 for share in shown)
        title = say("At least half reached {reached} of {outcomes} outcomes.", reached=half, outcomes=len(bars))
    return Bars(say("Step 4.4 · Learning outcomes reached"), title, tuple(bars))


def attendance(found: Cohort, language: str, smallest: int) -> Bars | None:
    """How many came to each session that was held; None as long as none was."""
    sessions = [one for one in delivery.held(found) if one.there and one.of]
    if not sessions:
        return None
    bars = []
    for one in sessions:
        share = describe_share(min(one.there, one.of), one.of, smallest=smallest)
        part = None if share.yes is None else share.yes / share.n
        label = say("{session}, {day}", session=one.session.title, day=one.session.day) if one.session.day else None
        bars.append(Bar(label.text(language) if label else one.session.title, part, share.sentence))
    there, of = sum(one.there for one in sessions), sum(one.of for one in sessions)
    title = say_count(
        "{percent} % came to the one session that was held.",
        "On average {percent} % came to the {count} sessions that were held.",
        len(sessions), percent=round(100 * there / of),
    )  # fmt: skip
    return Bars(say("Step 4.4 · Attendance"), title, tuple(bars))


def change(found: Cohort, told: SurveyResults, language: str) -> str | None:
    """Before and after as a picture; None as long as nothing can be compared."""
    if told.finding is None:
        return None
    pairs = [Pair(asked_in(one, language), one.before, one.after, one.finding) for one in told.changes]
    scale = [one.label(language) for one in survey(found.survey_edition).scale]
    return before_after_svg(
        say("Step 4.5 · Before and after, in the learners’ own view"), told.finding, pairs, scale, language,
        source=MEDIANS,
    )  # fmt: skip


def change_rows(found: Cohort, told: SurveyResults, language: str) -> list[ChangeRow]:
    """The same for a table; empty as long as nothing can be compared."""
    steps = len(survey(found.survey_edition).scale)
    return [
        ChangeRow(
            asked_in(one, language),
            _at(one.before, steps),
            _at(one.after, steps),
            one.finding,
            one.comparison.effect.sentence if one.comparison and one.comparison.effect else None,
        )
        for one in (told.changes if told.finding else ())
    ]


def _at(value: float | None, steps: int) -> str:
    return "" if value is None else f"{100 * (value - 1) / (steps - 1):.2f}%"


def asked_in(one: Change, language: str) -> str:
    """What was asked: the outcome itself, where the item is asked for each."""
    return in_language(one.asked.outcome, language) if one.asked.outcome else one.asked.item.label(language)


def svg_of(found: Cohort, subject: str, language: str, smallest: int) -> tuple[str, Sentence] | None:
    """One picture with its title; None where there is nothing to draw."""
    if subject == "change":
        told = delivery.told(found)
        svg = change(found, told, language)
        return (svg, told.finding) if svg and told.finding else None
    makers = {"outcomes": outcomes, "attendance": attendance}
    made = makers[subject](found, language, smallest) if subject in makers else None
    return (made.svg(language), made.title) if made else None
