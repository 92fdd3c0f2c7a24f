"""Which record followed which, as the journal tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from guildmark.credentials.issuing.journal import Entry


@dataclass(frozen=True, slots=True)
class Superseded:
    """That another record followed one: its id, and whether it says something else (else it is a renewal)."""

    by: str
    corrected: bool


def superseded(entries: Iterable[Entry], holds: Callable[[str], bool]) -> dict[str, Superseded]:
    """Which records another one of the same learner followed, by their ids: what a status list tells of them.

    In the journal's order, the last one of each learner is the one that counts. `holds` says whether the record of a
    file is there: one that was announced and never written follows none, since nobody has it.
    """
    found: dict[str, Superseded] = {}
    latest: dict[str, Entry] = {}
    for entry in entries:
        before = latest.get(entry.key)
        if before is not None and before.record_id != entry.record_id:
            if not holds(entry.file):
                continue
            found[before.record_id] = Superseded(entry.record_id, corrected=before.fingerprint != entry.fingerprint)
        latest[entry.key] = entry
    return found
