"""Approving a version: the partnership stands by it (the guide, Step 4.3, review and validation)."""

from __future__ import annotations

from django.db import transaction

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.web.design import selectors
from guildmark.web.design.models import Approval
from guildmark.web.journal.actions import record
from guildmark.web.partnerships.access import Access, Right
from guildmark.words import say_count


@transaction.atomic
def approve(access: Access, public_id: str, number: int, note: str = "") -> Approval:
    """Who stands by a version, when, and why; a version with errors is refused with each of them."""
    access.require(Right.COORDINATE)
    version = selectors.version(access, public_id, number)
    there = Approval.objects.filter(version=version).first()
    if there:
        return there
    errors = [one for one in selectors.checked(version.document).findings if one.severity == "error"]
    if errors:
        sentence = say_count(
            "This version has {count} error. Mend it, then approve the next version.",
            "This version has {count} errors. Mend them, then approve the next version.",
            len(errors),
        )
        faults = (Fault(one.rule, one.sentence, Place(path=one.path)) for one in errors)
        raise GuildmarkError((Fault("design.approve.errors", sentence), *faults))
    approval = Approval.objects.create(version=version, person=access.person, note=note.strip()[:500])
    record(
        access.person, "design.version.approved", version.micro_credential, partnership=access.partnership,
        label=str(version), after={"version": number, "note": approval.note},
    )  # fmt: skip
    return approval
