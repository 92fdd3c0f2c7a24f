"""Doing what the plan says: one record after the other, its journal entry always first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from guildmark.credentials.issuing.journal import Entry, Store
from guildmark.credentials.issuing.plan import Batch, Plan, Task
from guildmark.credentials.openbadges.write import rfc3339
from guildmark.credentials.record import Learner, Record, fill
from guildmark.credentials.status import StatusEntry


@dataclass(frozen=True, slots=True)
class Issued:
    """A record that is now in the store."""

    learner: Learner
    entry: Entry


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
    be planned and run again: it ends with one record for each learner. Raises what `sign` and the store raise.
    """
    for task in plan.to_issue:
        announced = _announced(task)
        record = fill(
            batch.design,
            batch.issuer,
            task.learner,
            valid_from=valid_from,
            new_uuid=new_uuid,
            new_salt=new_salt,
            record_id=announced.record_id if announced else None,
        )
        if status_of is not None:
            record = replace(record, status=status_of(record.id))
        entry = announced or Entry(
            key=task.key,
            fingerprint=task.fingerprint,
            learner=task.learner.key or "",
            row=task.learner.row,
            record_id=record.id,
            file=f"{record.id.rpartition(':')[2]}{batch.suffix}",
            ends=None if record.valid_until is None else rfc3339(record.valid_until),
        )
        signed = sign(record)
        if announced is None:
            store.note(entry)
        store.keep(entry.file, signed)
        yield Issued(task.learner, entry)


def _announced(task: Task) -> Entry | None:
    """The journal's entry, where the row still says what was announced: then the record keeps its id."""
    same = task.entry is not None and task.entry.fingerprint == task.fingerprint
    return task.entry if same and not task.renewed else None
