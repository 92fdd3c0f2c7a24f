"""What can be done in Step 2. Each action: authorised, validated, one transaction, in the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.toolkit.awareness import Perspective
from guildmark.web.awareness import selectors
from guildmark.web.awareness.models import LoggedOccasion
from guildmark.web.awareness.words import Kind
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.words import say


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody logs of an occasion; `day` is a year, a month or a day in ISO form, or empty."""

    kind: Kind
    title: str
    day: str = ""
    participants: int | None = None
    who: str = ""
    perspectives: Iterable[Perspective] = field(default=())
    outcomes: str = ""
    follow_up: str = ""

    def fields(self) -> dict[str, Any]:
        """The columns of the table."""
        chosen = set(self.perspectives)
        return {
            "kind": self.kind.value, "title": self.title.strip(), "day": _day(self.day),
            "participants": self.participants, "who": self.who.strip(),
            "perspectives": [one.value for one in Perspective if one in chosen],
            "outcomes": self.outcomes.strip(), "follow_up": self.follow_up.strip(),
        }  # fmt: skip


@transaction.atomic
def log_occasion(access: Access, entry: Entry) -> LoggedOccasion:
    """Logs an event or an occasion of outreach."""
    access.require(Right.EDIT)
    made = LoggedOccasion.objects.create(cycle=access.cycle, **entry.fields())
    record(
        access.person, "awareness.occasion.logged", made,
        partnership=access.partnership, label=made.title, after=_kept(made),
    )  # fmt: skip
    return made


@transaction.atomic
def change_occasion(access: Access, public_id: str, entry: Entry, *, version: int) -> LoggedOccasion:
    """Changes what is logged; `version` is the one that was read."""
    access.require(Right.EDIT)
    found = selectors.occasion(access, public_id)
    if found.version != version:
        raise saved_meanwhile()
    new = entry.fields()
    if all(getattr(found, name) == value for name, value in new.items()):
        return found
    before = _kept(found)
    if not LoggedOccasion.objects.filter(pk=found.pk, version=version).update(**new, version=version + 1):
        raise saved_meanwhile()
    found.refresh_from_db()
    record(
        access.person, "awareness.occasion.changed", found,
        partnership=access.partnership, label=found.title, before=before, after=_kept(found),
    )  # fmt: skip
    return found


@transaction.atomic
def remove_occasion(access: Access, public_id: str) -> None:
    """Takes an occasion out of the log; the journal keeps what it came to."""
    access.require(Right.EDIT)
    found = selectors.occasion(access, public_id)
    record(
        access.person, "awareness.occasion.removed", found,
        partnership=access.partnership, label=found.title, before=_kept(found),
    )  # fmt: skip
    found.delete()


def _kept(found: LoggedOccasion) -> dict[str, Any]:
    """What the journal keeps; who took part and who approaches whom may name people, and stays out of it."""
    return {name: getattr(found, name) for name in ("kind", "day", "participants", "perspectives", "outcomes")}


def _day(text: str) -> str:
    text = text.strip()
    padded = {0: "2000-01-01", 4: f"{text}-01-01", 7: f"{text}-01", 10: text}.get(len(text), "")
    try:
        date.fromisoformat(padded)
    except ValueError:
        fault = Fault(
            "awareness.occasion.day",
            say("“{found}” is no date. Write 2025, 2025-05 or 2025-05-20.", found=text[:30]),
            Place(path="/day"),
        )
        raise GuildmarkError(fault) from None
    return text
