"""Doing what the plan says: the journal entry of a record always comes before the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from guildmark.credentials.issuing.journal import Entry, Store
from guildmark.credentials.issuing.plan import Batch, Plan, Task
from guildmark.credentials.openbadges.write import rfc3339
from guildmark.credentials.record import Learner, Record, fill
from guildmark.credentials.record.validity import valid_until
from guildmark.credentials.status import StatusEntry


@dataclass(frozen=True, slots=True)
class Issued:
    """A record that is now in the store."""

    learner: Learner
    entry: Entry


@dataclass(frozen=True, slots=True)
class Announced:
    """A record that the journal names, with its place in a status list: now it can be made, here or elsewhere."""

    entry: Entry
    status: StatusEntry | None = None


def issue(
    batch: Batch,
    plan: Plan,
    store: Store,
    sign: Callable[[Record], bytes],
    *,
    valid_from: datetime,
    new_uuid: Callable[[], UUID],
    new_salt: Callable[[], str],
    status_of: Callable[[str], StatusEntry] | None = None,
) -> Iterator[Issued]:
    """Issue what the plan has to issue, one at a time, as the caller asks for the next.

    `status_of` gives the record of this id its place in a status list, and the same one when it is asked again;
    without it the records have no status. `sign` makes the signed bytes of a record. A run that stops anywhere can
    be planned and run again: it ends with one record for each learner. Raises what `sign` and the store raise; a record
    that cannot be signed is not announced.
    """
    for task in plan.to_issue:
        before = _announced(task)
        entry = before or _entry(batch, task, valid_from, new_uuid)
        status = None if status_of is None else status_of(entry.record_id)
        entry = entry if before else _with_list(entry, status)
        record = record_of(
            batch, task, entry.record_id, status, valid_from=valid_from, new_uuid=new_uuid, new_salt=new_salt
        )
        signed = sign(record)
        if before is None:
            store.note(entry)
        store.keep(entry.file, signed)
        yield Issued(task.learner, entry)


def announce(
    batch: Batch,
    tasks: Sequence[Task],
    store: Store,
    *,
    valid_from: datetime,
    new_uuid: Callable[[], UUID],
    status_of: Callable[[str], StatusEntry] | None = None,
) -> list[Announced]:
    """Put the records of these tasks into the journal, all in one go, so that others can make them (`record_of`).

    Arguments as those of `issue`, of which this is the first half.
    """
    announced: list[Announced] = []
    new: list[Entry] = []
    for task in tasks:
        before = _announced(task)
        entry = before or _entry(batch, task, valid_from, new_uuid)
        status = None if status_of is None else status_of(entry.record_id)
        if before is None:
            entry = _with_list(entry, status)
            new.append(entry)
        announced.append(Announced(entry, status))
    store.note(*new)
    return announced


def record_of(
    batch: Batch,
    task: Task,
    record_id: str,
    status: StatusEntry | None,
    *,
    valid_from: datetime,
    new_uuid: Callable[[], UUID],
    new_salt: Callable[[], str],
) -> Record:
    """The record that was announced for a task, ready to be signed and kept as its entry says."""
    record = fill(
        batch.design,
        batch.issuer,
        task.learner,
        valid_from=valid_from,
        new_uuid=new_uuid,
        new_salt=new_salt,
        record_id=record_id,
    )
    return record if status is None else replace(record, status=status)


def _with_list(entry: Entry, status: StatusEntry | None) -> Entry:
    return entry if status is None else replace(entry, status_list=status.url)


def _announced(task: Task) -> Entry | None:
    """The journal's entry, where the row still says what was announced: then the record keeps its id."""
    same = task.entry is not None and task.entry.fingerprint == task.fingerprint
    return task.entry if same and not task.renewed else None


def _entry(batch: Batch, task: Task, valid_from: datetime, new_uuid: Callable[[], UUID]) -> Entry:
    record_id = new_uuid().urn
    ends = valid_until(batch.design.validity, valid_from)
    return Entry(
        key=task.key,
        fingerprint=task.fingerprint,
        learner=task.learner.key or "",
        row=task.learner.row,
        record_id=record_id,
        file=f"{record_id.rpartition(':')[2]}{batch.suffix}",
        ends=None if ends is None else rfc3339(ends),
    )
