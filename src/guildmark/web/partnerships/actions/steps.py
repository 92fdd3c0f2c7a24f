"""What people say of a step: status, findings, why it follows (Annex 2)."""

from __future__ import annotations

from django.db import transaction

from guildmark.toolkit.advice import Status, Step
from guildmark.web.journal.actions import record
from guildmark.web.look.saving import saved_meanwhile
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.models import StepNote


@transaction.atomic
def note_step(access: Access, step: Step, *, status: Status | None, findings: str, why: str, version: int = 0) -> None:
    """Keeps a person's words on a step; blank words leave it to the rules. `version` is the one that was read."""
    access.require(Right.EDIT)
    note = StepNote.objects.select_for_update().filter(cycle=access.cycle, step=step.value).first()
    if (note.version if note else 0) != version:
        raise saved_meanwhile()
    note = note or StepNote(cycle=access.cycle, step=step.value)
    before = {"status": note.status, "findings": note.findings, "why": note.why}
    note.status = status.value if status else ""
    note.findings, note.why, note.version = findings.strip(), why.strip(), note.version + 1
    note.save()
    record(
        access.person, "partnership.step.noted", note,
        partnership=access.partnership, label=step.value, before=before,
        after={"status": note.status, "findings": note.findings, "why": note.why},
    )  # fmt: skip
