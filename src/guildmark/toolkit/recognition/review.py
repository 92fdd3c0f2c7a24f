"""When a recognised micro-credential is looked at again (Step 5.4, "Sustain quality"; R51)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from guildmark.toolkit.design.model import Design
from guildmark.words import Sentence, say

YEARS_AHEAD = 3
"""So many yearly reviews are planned where no end is known; New Zealand asks for one within 1 to 3 years."""
MONTHS_BEFORE = 6
"""Renewal is begun so many months before an endorsement ends."""

SETTLES_AHEAD = timedelta(days=90)
"""A review held so shortly before its day is that review, not an extra one. Our ruling."""

ReviewKind = Literal["yearly", "content", "renewal", "end"]


@dataclass(frozen=True, slots=True)
class Review:
    """A day on which something is looked at, and what."""

    on: date
    kind: ReviewKind
    sentence: Sentence


def review_schedule(endorsed_on: date, design: Design, *, valid_until: date | None = None) -> tuple[Review, ...]:
    """The reviews after an endorsement, in the order of their days.

    Once a year (ETF guide 2022), when the content was said to date (`validity.years` of the design), and in
    time before the endorsement ends. ValueError where it ends before it begins.
    """
    if valid_until is not None and valid_until <= endorsed_on:
        raise ValueError("an endorsement ends after it begins")
    yearly = say("Yearly review: feedback, results, list of changes published.")
    reviews = [
        Review(_later(endorsed_on, months=12 * year), "yearly", yearly)
        for year in range(1, _years(endorsed_on, valid_until) + 1)
    ]
    dates_after = _validity_years(design)
    if dates_after is not None:
        reviews.append(
            Review(
                _later(endorsed_on, months=12 * dates_after),
                "content",
                say("The content is due to be refreshed, as the design says."),
            )
        )
    if valid_until is not None:
        renewal = max(_later(valid_until, months=-MONTHS_BEFORE), endorsed_on)
        reviews.append(Review(renewal, "renewal", say("Begin renewing the endorsement.")))
        reviews.append(Review(valid_until, "end", say("The endorsement ends.")))
    order: tuple[ReviewKind, ...] = ("yearly", "content", "renewal", "end")
    return tuple(sorted(reviews, key=lambda review: (review.on, order.index(review.kind))))


def next_review(schedule: Sequence[Review], held: Iterable[date] = ()) -> Review | None:
    """The first of a schedule that is not settled; None where nothing is left.

    A review that was held settles every yearly look and every refreshing of content up to 90 days after it.
    A renewal and an end are settled by a new endorsement only, which brings a schedule of its own.
    """
    settled = max(held, default=None)
    for review in schedule:
        by_review = review.kind in {"yearly", "content"}
        if not (by_review and settled is not None and review.on <= settled + SETTLES_AHEAD):
            return review
    return None


def _years(start: date, end: date | None) -> int:
    if end is None:
        return YEARS_AHEAD
    years = end.year - start.year
    # A review on the very day on which the endorsement ends would come too late.
    return years if _later(start, months=12 * years) < end else years - 1


def _validity_years(design: Design) -> int | None:
    years = design.validity.get("years") if isinstance(design.validity, Mapping) else None
    return years if isinstance(years, int) and not isinstance(years, bool) and 1 <= years <= 50 else None


def _later(day: date, *, months: int) -> date:
    """The same day so many months later, or the last day of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(f"no day {months} months from {day}")
