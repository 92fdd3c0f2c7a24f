"""Until when a record holds: the design's `validity`, counted from the day of issue."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import datetime, timedelta

from pydantic import JsonValue

_DURATION = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")
_UNITS = ("years", "months", "weeks", "days")


def valid_until(validity: JsonValue, valid_from: datetime) -> datetime | None:
    """The end of validity, or None where the design sets none that a program can count.

    Counted are an ISO 8601 duration in years, months, weeks and days ("P3Y", also under "duration"), and
    whole numbers under "years", "months", "weeks" or "days". Other words about validity stay words.
    """
    if isinstance(validity, Mapping) and isinstance(validity.get("duration"), str):
        validity = validity["duration"]
    if isinstance(validity, str):
        found = _DURATION.fullmatch(validity.strip())
        counts = tuple(int(count or 0) for count in found.groups()) if found else ()
    elif isinstance(validity, Mapping):
        values = [validity.get(unit, 0) for unit in _UNITS]
        whole = [v for v in values if isinstance(v, int) and not isinstance(v, bool) and 0 <= v < 100_000]
        counts = tuple(whole) if len(whole) == len(values) else ()
    else:
        counts = ()
    return _later(valid_from, *counts) if any(counts) else None


def _later(start: datetime, years: int, months: int, weeks: int, days: int) -> datetime | None:
    month_count = start.month - 1 + months + 12 * years
    year, month = start.year + month_count // 12, month_count % 12 + 1
    try:
        day = min(start.day, monthrange(year, month)[1])
        return start.replace(year=year, month=month, day=day) + timedelta(weeks=weeks, days=days)
    except (ValueError, OverflowError):
        return None
