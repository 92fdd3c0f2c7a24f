"""What was heard, what was decided, where it was told (Steps 4.4 to 4.6)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.pilots import selectors
from guildmark.web.pilots.models import Decision, Note, Sharing
from guildmark.words import say


@transaction.atomic
def add_note(access: Access, cohort: str, **fields: Any) -> Note:
    """Notes an observation or feedback: kind, voice, text, day. The journal keeps no text: it may name people."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    made = Note.objects.create(cohort=found, person=access.person, **fields)
    record(
        access.person, "pilots.note.added", made,
        partnership=access.partnership, label=found.name, after={"kind": made.kind, "voice": made.voice},
    )  # fmt: skip
    return made


@transaction.atomic
def remove_note(access: Access, cohort: str, public_id: str) -> None:
    """Takes a note out."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    one = found.notes.filter(public_id=public_id).first()
    if one is None:
        raise Http404
    record(
        access.person, "pilots.note.removed", one,
        partnership=access.partnership, label=found.name, before={"kind": one.kind, "voice": one.voice},
    )  # fmt: skip
    one.delete()


@transaction.atomic
def decide(access: Access, cohort: str, **fields: Any) -> Decision:
    """Records an improvement: text, because, changes, day, done, carried_out_in."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    made = Decision(cohort=found, **fields)
    _check(access, made)
    made.save()
    record(
        access.person, "pilots.decision.made", made,
        partnership=access.partnership, label=made.text, after=_kept(made),
    )  # fmt: skip
    return made


@transaction.atomic
def change_decision(access: Access, cohort: str, public_id: str, *, version: int, **fields: Any) -> Decision:
    """Changes a decision, or says that it is done; `version` is the one that was read."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    one = found.decisions.select_related("carried_out_in__micro_credential__cycle").filter(public_id=public_id).first()
    if one is None:
        raise Http404
    before = _kept(one)
    if not Decision.objects.filter(pk=one.pk, version=version).update(version=version + 1):
        raise saved_meanwhile()
    one.version = version + 1
    for name, value in fields.items():
        setattr(one, name, value)
    _check(access, one)
    one.save()
    record(
        access.person, "pilots.decision.changed", one,
        partnership=access.partnership, label=one.text, before=before, after=_kept(one),
    )  # fmt: skip
    return one


@transaction.atomic
def log_sharing(access: Access, cohort: str, **fields: Any) -> Sharing:
    """Logs where results were told: title, kind, day, audience, url, outcome."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    made = Sharing.objects.create(cohort=found, **fields)
    record(access.person, "pilots.sharing.logged", made, partnership=access.partnership, label=made.title)
    return made


@transaction.atomic
def remove_sharing(access: Access, cohort: str, public_id: str) -> None:
    """Takes an entry out of the log."""
    access.require(Right.EDIT)
    found = selectors.cohort(access, cohort)
    one = found.sharings.filter(public_id=public_id).first()
    if one is None:
        raise Http404
    record(access.person, "pilots.sharing.removed", one, partnership=access.partnership, label=one.title)
    one.delete()


def _check(access: Access, one: Decision) -> None:
    version = one.carried_out_in
    if version is not None and version.micro_credential.cycle.partnership_id != access.partnership.pk:
        sentence = say("This version of a design is none of this partnership’s.")
        raise GuildmarkError(Fault("pilots.decision.version", sentence, Place(path="/carried_out_in")))


def _kept(one: Decision) -> dict[str, Any]:
    return {
        "changes": one.changes, "done": one.done,
        "carried_out_in": str(one.carried_out_in) if one.carried_out_in else None,
    }  # fmt: skip
