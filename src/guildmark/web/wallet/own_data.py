"""What the wallet keeps on a person: the links that they made."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from guildmark.web.accounts.models import Person
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.wallet.models import ShareLink


def own_data(person: Person) -> dict[str, Any]:
    """The links, open and withdrawn; the records themselves stand under `issuing`."""
    return {
        "share_links": [
            {
                "record": one.record.record_id,
                "address": f"/r/{one.token}/",
                "label": one.label,
                "made": one.made_at.isoformat(),
                "withdrawn": one.withdrawn_at.isoformat() if one.withdrawn_at else None,
            }
            for one in ShareLink.objects.filter(person=person).select_related("record")
        ]
    }


def erase(person: Person) -> None:
    """Withdraws every link and takes its label; the account lets go of its records."""
    ShareLink.objects.filter(person=person, withdrawn_at=None).update(withdrawn_at=timezone.now())
    ShareLink.objects.filter(person=person).update(label="")
    IssuedRecord.objects.filter(holder=person).update(holder=None)
