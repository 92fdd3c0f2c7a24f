"""Grids of learners by sessions or outcomes: how a cell is written in a form, and read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guildmark.web.pilots.models import Learner

READ: dict[str, bool | None] = {"": None, "reached": True, "not_yet": False}
"""What a result's choice means."""


def chosen(reached: object) -> str:
    """The choice that shows a result."""
    return "" if reached is None else "reached" if reached else "not_yet"


def ticks(sent: Mapping[str, str], rows: Iterable[Learner], columns: Iterable[str]) -> dict[str, dict[str, bool]]:
    """What was ticked, for the learners that the form showed."""
    keys = list(columns)
    return {one.public_id: {key: f"c.{one.public_id}.{key}" in sent for key in keys} for one in rows}


def choices(
    sent: Mapping[str, str], rows: Iterable[Learner], columns: Iterable[str]
) -> dict[str, dict[str, bool | None]]:
    """What was chosen; a choice that is missing or means nothing changes nothing."""
    keys = list(columns)
    return {
        one.public_id: {
            key: READ[value] for key in keys if (value := sent.get(f"c.{one.public_id}.{key}", "?")) in READ
        }
        for one in rows
    }
