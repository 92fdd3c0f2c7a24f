"""Writing into the journal: every action does, in its own transaction."""

from __future__ import annotations

from collections.abc import Mapping
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
    return Entry.objects.create(
        person=person,
        partnership=partnership,
        verb=verb,
        object_kind=thing._meta.label,
        object_id=str(getattr(thing, "public_id", thing.pk)),
        object_label=label[:300],
        before=dict(before) if before is not None else None,
        after=dict(after) if after is not None else None,
    )
