"""What Step 4's design keeps on a person: which versions they wrote and approved."""

from __future__ import annotations

from typing import Any

from guildmark.web.accounts.models import Person
from guildmark.web.design.models import Approval, DesignVersion


def own_data(person: Person) -> dict[str, Any]:
    """Versions and approvals, with the notes that the person wrote to them."""
    versions = DesignVersion.objects.filter(person=person).select_related("micro_credential__cycle__partnership")
    approvals = Approval.objects.filter(person=person).select_related("version__micro_credential")
    return {
        "design_versions": [
            {
                "partnership": one.micro_credential.cycle.partnership.slug,
                "micro_credential": one.micro_credential.name,
                "number": one.number,
                "note": one.note,
                "at": one.at.isoformat(),
            }
            for one in versions.defer("document")
        ],
        "approvals": [
            {
                "micro_credential": one.version.micro_credential.name,
                "number": one.version.number,
                "note": one.note,
                "at": one.at.isoformat(),
            }
            for one in approvals
        ],
    }


def erase(person: Person) -> None:
    """Nothing: the history of a design stays; it shows the name of the account, which is erased with it."""
