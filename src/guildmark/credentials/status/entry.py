"""A record's place in a status list; how it is written is the format's matter (`openbadges.status`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """In which list a record stands, and where: `url` is the address of the published list."""

    url: str
    index: int
