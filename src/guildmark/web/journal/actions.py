"""Writing into the journal: every action does, in its own transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection, models

from guildmark.web.journal.models import Entry

if TYPE_CHECKING:
    from guildmark.web.accounts.models import Person
    from guildmark.web.partnerships.models import Partnership


def record(
    person: Person | None,
    verb: str,
    thing: models.Model,
    *,
    partnership: Partnership | None = None,
    label: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Entry:
    """Writes who did what to which thing. Call it inside the transaction of the change itself.

    `verb` is "room.thing.done" with a sentence in the room's `verbs.py`; `label` names the thing as
    people know it, unless it is a person; `before` and `after` hold what differs, without data on people.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{verb} is recorded outside of a transaction")
    entry = _entry(person, verb, thing, partnership, label, before, after)
    entry.save(force_insert=True)
    return entry


@dataclass(frozen=True, slots=True)
class Changed:
    """One of many things to which the same was done; the rest as `record` has it."""

    thing: models.Model
    label: str
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


def record_all(
    person: Person | None, verb: str, changes: Iterable[Changed], *, partnership: Partnership | None = None
) -> None:
    """As `record`, an entry for each of many things, in one go."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"{verb} is recorded outside of a transaction")
    Entry.objects.bulk_create(
        (_entry(person, verb, one.thing, partnership, one.label, one.before, one.after) for one in changes),
        batch_size=500,
    )


def _entry(  # noqa: PLR0917 -- the columns, in their order
    person: Person | None,
    verb: str,
    thing: models.Model,
    partnership: Partnership | None,
    label: str,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> Entry:
    return Entry(
        person=person,
        partnership=partnership,
        verb=verb,
        object_kind=thing._meta.label,
        object_id=str(getattr(thing, "public_id", thing.pk)),
        object_label=label[:300],
        before=dict(before) if before is not None else None,
        after=dict(after) if after is not None else None,
    )
