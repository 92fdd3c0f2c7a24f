"""Why a run issues nothing to some learners, and how to go on: a fault for each."""

from __future__ import annotations

from collections.abc import Iterable

from guildmark.credentials.issuing.journal import Entry
from guildmark.credentials.issuing.plan import Task
from guildmark.errors import Fault, Place
from guildmark.words import Sentence, say


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


def not_in_force(tasks: Iterable[Task], file: str | None = None) -> tuple[Fault, ...]:
    """For each learner whose record no other one may follow, since it is suspended or revoked: what to do first."""
    return tuple(
        Fault(
            "issuing.not_in_force",
            _not_in_force(task, task.entry),
            Place(file=file, row=task.learner.row),
            found=task.entry.record_id,
        )
        for task in tasks
        if task.entry is not None
    )


def _not_in_force(task: Task, entry: Entry) -> Sentence:
    if task.standing.state == "suspended":
        return say(
            "{learner} has the record {record}, which is suspended: no other one follows it. Set it active first: "
            "“guildmark status {record} --set active --list FILE”.",
            learner=entry.learner,
            record=entry.record_id,
        )
    if task.standing.may_be_corrected:
        return say(
            "{learner} has the record {record}, which is revoked: it is not renewed. Correct the row and use "
            "--replace, or issue into another folder.",
            learner=entry.learner,
            record=entry.record_id,
        )
    return say(
        "{learner} has the record {record}, which was revoked for another reason than an error: no other one follows "
        "it. Should the award stand after all, say so first: “guildmark status {record} --set revoked --reason error "
        "--list FILE”.",
        learner=entry.learner,
        record=entry.record_id,
    )
