"""The plan: for each learner, whether a record is to be issued, is there already, or differs from what is there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rfc8785

from guildmark.credentials.issuing.journal import Entry, Store
from guildmark.credentials.record import Issuer, Learner, design_digest
from guildmark.errors import Fault, Place
from guildmark.toolkit.design.model import Design
from guildmark.words import say


@dataclass(frozen=True, slots=True)
class Batch:
    """What all records of one run share; `format` is the key of docs/cli.md ("ob3"), `suffix` ends the file names."""

    design: Design
    issuer: Issuer
    format: str = "ob3"
    suffix: str = ".json"


@dataclass(frozen=True, slots=True)
class Task:
    """A learner with the key and fingerprint of their record, and the journal's last entry for the key."""

    learner: Learner
    key: str
    fingerprint: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does: `to_issue`; what it leaves: `there`; what it refuses: `differing`. In the learners' order."""

    to_issue: tuple[Task, ...]
    there: tuple[Task, ...]
    differing: tuple[Task, ...]


def plan(batch: Batch, learners: Sequence[Learner], store: Store) -> Plan:
    """Compare the learners with what the store holds (docs/cli.md, `issue`).

    A record that the journal announced and that is not there is issued (again): under the announced id
    where the learner's row is as it was, under a new one where it differs.
    """
    digest = design_digest(batch.design)
    latest = {entry.key: entry for entry in store.entries()}
    tasks = [_task(batch, digest, learner, latest) for learner in learners]
    there = [task for task in tasks if task.entry is not None and store.holds(task.entry.file)]
    same = tuple(task for task in there if task.entry is not None and task.entry.fingerprint == task.fingerprint)
    differ = tuple(task for task in there if task not in same)
    return Plan(tuple(task for task in tasks if task not in there), same, differ)


def differing(tasks: Iterable[Task], file: str | None = None) -> tuple[Fault, ...]:
    """For each learner whose row no longer says what their record says: what to do to replace the record."""
    return tuple(
        Fault(
            "issuing.differs",
            say(
                "{learner} has the record {record}, and row {row} no longer says the same. It is not issued again. "
                "To replace it, move {file} out of the folder and run the same command again.",
                learner=task.entry.learner,
                record=task.entry.record_id,
                row=task.learner.row or "–",
                file=task.entry.file,
            ),
            Place(file=file, row=task.learner.row),
            found=task.entry.record_id,
        )
        for task in tasks
        if task.entry is not None
    )


def _task(batch: Batch, digest: str, learner: Learner, latest: dict[str, Entry]) -> Task:
    key = _digest([digest, batch.issuer.id, batch.format, learner.key])
    return Task(learner, key, fingerprint(learner), latest.get(key))


def fingerprint(learner: Learner) -> str:
    """What the record says of the learner, as a digest: the birth date and the language are not in it."""
    email = learner.email.lower() if learner.email else None
    return _digest([learner.name, email, learner.identifier, learner.grade, learner.evidence_url])


def _digest(values: list[str | int | float | None]) -> str:
    return hashlib.sha256(rfc8785.dumps(values)).hexdigest()
