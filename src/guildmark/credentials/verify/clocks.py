"""Times that others write, against our own clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from guildmark.words import Sentence, say

CLOCKS_MAY_DIFFER = timedelta(minutes=5)
"""How far in the future a beginning may lie, or a signature may have been made: no two clocks agree.

An end has no such grace: what has ended must not be shown as good to anybody.
"""
_NEAR = timedelta(days=1)


def is_ahead(time: datetime, now: datetime) -> bool:
    """Whether a time lies further in the future than clocks may differ."""
    return time - now > CLOCKS_MAY_DIFFER


def said(time: datetime, now: datetime) -> datetime | Sentence:
    """A time for a sentence: its day, and less than a day from `now` the hour too, since only that decides then."""
    if abs(time - now) >= _NEAR:
        return time
    there = time.astimezone(UTC)
    return say("{day}, {time} UTC", day=there, time=f"{there:%H:%M}")
