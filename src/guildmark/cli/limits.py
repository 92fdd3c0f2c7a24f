"""The limits of one table (docs/cli.md, "Limits"), each settable by a variable of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from guildmark.credentials.bounded import Limits as RecordLimits
from guildmark.errors import Fault, GuildmarkError
from guildmark.spreadsheets.limits import SpreadsheetLimits
from guildmark.words import say


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read, and how long a fetch may take: megabytes, levels, seconds, redirects."""

    record_megabytes: int = 5
    spreadsheet_megabytes: int = 50
    depth: int = 64
    fetch_seconds: int = 10
    fetch_redirects: int = 3

    @property
    def record(self) -> RecordLimits:
        """The limits of one record or design."""
        return RecordLimits(bytes=self.record_megabytes * 1_000_000, depth=self.depth)

    @property
    def spreadsheet(self) -> SpreadsheetLimits:
        """The limits of one spreadsheet."""
        return SpreadsheetLimits(file_bytes=self.spreadsheet_megabytes * 1_000_000)


VARIABLES = {
    "GUILDMARK_RECORD_MEGABYTES": "record_megabytes",
    "GUILDMARK_SPREADSHEET_MEGABYTES": "spreadsheet_megabytes",
    "GUILDMARK_DEPTH": "depth",
    "GUILDMARK_FETCH_SECONDS": "fetch_seconds",
    "GUILDMARK_FETCH_REDIRECTS": "fetch_redirects",
}


def limits_here(environment: Mapping[str, str] = os.environ) -> Limits:
    """The limits of this run: the table's, unless the environment sets others."""
    chosen: dict[str, int] = {}
    faults = []
    for variable, name in VARIABLES.items():
        value = environment.get(variable, "").strip()
        if value.isascii() and value.isdigit() and int(value[:9]) > 0:
            chosen[name] = int(value[:9])
        elif value:
            faults.append(
                Fault(
                    "limit.invalid",
                    say("{variable} is “{found}”. Set it to a whole number above 0.", variable=variable, found=value),
                    found=value,
                )
            )
    if faults:
        raise GuildmarkError(faults)
    return Limits(**chosen)
