"""The plan: for each learner, whether a record is to be issued, is there already, or differs from what is there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import rfc8785

from guildmark.credentials.issuing.journal import Entry, Store
from guildmark.credentials.record import Issuer, Learner, design_digest
from guildmark.errors import Fault, Place
from guildmark.toolkit.design.model import Design
from guildmark.words import say

WITH_BIRTH_DATE = frozenset({"elm", "sd-jwt"})
"""The formats whose records tell the birth date."""
_PLAIN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Batch:
    """What all records of one run share; `format` is the key of docs/cli.md ("ob3"), `suffix` ends the file names."""

    design: Design
    issuer: Issuer
    format: str = "ob3"
    suffix: str = ".json"


@dataclass(frozen=True, slots=True)
class Task:
    """A learner with the key and fingerprint of their record, and the journal's last entry for the key.

    `renewed`: the record of that entry is there, and another one follows it before it ends.
    """

    learner: Learner
    key: str
    fingerprint: str
    entry: Entry | None = None
    renewed: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does: `to_issue`; what it leaves: `there`; what it refuses: `differing`. In the learners' order."""

    to_issue: tuple[Task, ...]
    there: tuple[Task, ...]
    differing: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Superseded:
    """That another record followed one: its id, and whether it says something else (else it is a renewal)."""

    by: str
    corrected: bool


def plan(
    batch: Batch,
    learners: Sequence[Learner],
    store: Store,
    *,
    replace_differing: bool = False,
    renew_before: datetime | None = None,
) -> Plan:
    """Compare the learners with what the store holds (docs/cli.md, `issue`).

    A record that the journal announced and that is not there is issued (again): under the announced id
    where the learner's row is as it was, under a new one where it differs. With `replace_differing`, a row that no
    longer says what its record says gets another record; with `renew_before` (an aware time), so does a row whose
    record ends before then.
    """
    digest = design_digest(batch.design)
    latest = {entry.key: entry for entry in store.entries()}
    new: list[Task] = []
    same: list[Task] = []
    differ: list[Task] = []
    for learner in learners:
        task = _task(batch, digest, learner, latest)
        if task.entry is None or not store.holds(task.entry.file):
            new.append(task)
        elif task.entry.fingerprint != task.fingerprint:
            (new if replace_differing else differ).append(task)
        elif renew_before is not None and _ends_before(task.entry, renew_before):
            new.append(replace(task, renewed=True))
        else:
            same.append(task)
    return Plan(tuple(new), tuple(same), tuple(differ))


def superseded(entries: Iterable[Entry]) -> dict[str, Superseded]:
    """Which records another one of the same learner followed, by their ids: what a status list tells of them.

    In the journal's order, the last one of each learner is the one that counts. Entries whose record was announced
    and never written are among them; nobody has such a record.
    """
    found: dict[str, Superseded] = {}
    latest: dict[str, Entry] = {}
    for entry in entries:
        before = latest.get(entry.key)
        if before is not None and before.record_id != entry.record_id:
            found[before.record_id] = Superseded(entry.record_id, corrected=before.fingerprint != entry.fingerprint)
        latest[entry.key] = entry
    return found


def _ends_before(entry: Entry, time: datetime) -> bool:
    return entry.ends is not None and datetime.fromisoformat(entry.ends) < time


def differing(tasks: Iterable[Task], file: str | None = None) -> tuple[Fault, ...]:
    """For each learner whose row no longer says what their record says: what to do to replace the record."""
    return tuple(
        Fault(
            "issuing.differs",
            say(
                "{learner} has the record {record}, and row {row} no longer says the same. It is not issued again. "
                "To replace it, run the same command with --replace.",
                learner=task.entry.learner,
                record=task.entry.record_id,
                row=task.learner.row or "–",
            ),
            Place(file=file, row=task.learner.row),
            found=task.entry.record_id,
        )
        for task in tasks
        if task.entry is not None
    )


def _task(batch: Batch, digest: str, learner: Learner, latest: dict[str, Entry]) -> Task:
    key = _digest([digest, batch.issuer.id, batch.format, learner.key])
    return Task(learner, key, fingerprint(learner, batch.format), latest.get(key))


def fingerprint(learner: Learner, kind: str = "ob3") -> str:
    """What a record of this format says of the learner, as a digest: never the language, seldom the birth date."""
    email = learner.email.lower() if learner.email else None
    said: list[str | int | float | None] = [
        learner.name,
        email,
        learner.identifier,
        learner.grade,
        learner.evidence_url,
    ]
    if kind in WITH_BIRTH_DATE and learner.birth_date is not None:
        said.append(learner.birth_date.isoformat())
    return _digest(said)


def _digest(values: list[str | int | float | None]) -> str:
    """The SHA-256 of the RFC 8785 form, which most values have in `json` already, and faster."""
    text = _PLAIN.encode(values).encode("utf-8") if all(map(_is_plain, values)) else rfc8785.dumps(values)
    return hashlib.sha256(text).hexdigest()


def _is_plain(value: str | int | float | None) -> bool:
    """Whether Python writes the value as ECMAScript does: numbers within reason, and floats that are not whole."""
    if isinstance(value, float):
        return 0.001 < abs(value) < 1e15 and not value.is_integer()
    return not isinstance(value, int) or abs(value) < 2**53
