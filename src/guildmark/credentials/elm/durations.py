"""Hours and weeks as xsd:duration, and back."""

from __future__ import annotations

import re
from decimal import Decimal

_DURATION = re.compile(
    r"P(?:(?P<years>\d{1,4})Y)?(?:(?P<months>\d{1,4})M)?(?:(?P<weeks>\d{1,5})W)?(?:(?P<days>\d{1,6})D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d{1,9})H)?(?:(?P<minutes>\d{1,9})M)?(?:(?P<seconds>\d{1,9}(?:\.\d{1,9})?)S)?)?"
)
_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}


def of_hours(hours: int | float) -> str:
    """A workload: 100 → PT100H, 37.5 → PT37H30M. Exact to the microsecond."""
    seconds = round(Decimal(str(hours)) * 3600, 6)
    whole, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    text = f"PT{int(whole)}H"
    if minutes:
        text += f"{int(minutes)}M"
    if rest:
        text += f"{rest.normalize():f}S"
    return text


def of_weeks(weeks: int | float) -> str:
    """A length in weeks, which xsd:duration counts in days: 12 → P84D; part of a day in hours."""
    days, rest = divmod(Decimal(str(weeks)) * 7, 1)
    return f"P{int(days)}D" if not rest else f"P{int(days)}DT{int(rest * 24)}H"


def seconds_of(text: object) -> Decimal | None:
    """The length in seconds; None where the text is no duration, or counts months or years, which differ in length."""
    match = _DURATION.fullmatch(text) if isinstance(text, str) and len(text) <= 60 else None
    if match is None or not any(match.groups()) or match["years"] or match["months"]:
        return None
    return sum((Decimal(match[unit]) * size for unit, size in _SECONDS.items() if match[unit]), Decimal(0))


def hours_of(text: object) -> int | float | None:
    """The hours of a duration: PT37H30M → 37.5."""
    seconds = seconds_of(text)
    return None if seconds is None else number(seconds / 3600)


def weeks_of(text: object) -> int | float | None:
    """The weeks of a duration: P84D → 12."""
    seconds = seconds_of(text)
    return None if seconds is None else number(seconds / 604_800)


def number(value: Decimal) -> int | float:
    """A whole number as int, any other as float."""
    return int(value) if value == value.to_integral_value() else round(float(value), 9)
