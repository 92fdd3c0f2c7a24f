"""What issuing keeps on a person who has claimed records."""

from __future__ import annotations

import json
from typing import Any

from guildmark.web.accounts.models import Person
from guildmark.web.issuing.models import Draft, IssuedRecord


def own_data(person: Person) -> dict[str, Any]:
    """The records that the person holds, each with the whole signed document."""
    held = IssuedRecord.objects.filter(holder=person).select_related("issuance__issuer")
    return {
        "records": [
            {
                "id": one.record_id,
                "issuer": one.issuance.issuer.slug,
                "name": one.learner_name,
                "email": one.learner_email,
                "state": one.state,
                "issued": one.issued_at.isoformat(),
                "claimed": one.claimed_at.isoformat() if one.claimed_at else None,
                "document": json.loads(bytes(one.signed)) if one.signed else None,
            }
            for one in held
        ]
    }


def erase(person: Person) -> None:
    """The account lets go of its records; the issuer's register of awards stays (docs/decisions/0007)."""
    IssuedRecord.objects.filter(holder=person).update(holder=None)
    Draft.objects.filter(person=person).delete()
