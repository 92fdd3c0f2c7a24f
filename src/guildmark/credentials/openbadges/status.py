"""The status entry of a record: in which list it stands, at which place, and what each value there means."""

from __future__ import annotations

from typing import Any

from guildmark.credentials.openbadges.terms import NAMESPACE
from guildmark.credentials.status.entry import StatusEntry
from guildmark.credentials.status.statuses import PURPOSE, SIZE, STATUSES


def write_status(entry: StatusEntry) -> dict[str, Any]:
    """`credentialStatus` (Bitstring Status List 1.0, 2.1): but for the index the same in every record of a list.

    One object with an id, since Open Badges allows no more; the messages have names, so that no blank node comes in.
    """
    return {
        "id": f"{entry.url}#{entry.index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": PURPOSE,
        "statusListIndex": str(entry.index),
        "statusListCredential": entry.url,
        "statusSize": SIZE,
        "statusMessage": [
            {"id": f"{NAMESPACE}status.{status.key}", "status": hex(status.code), "message": status.message}
            for status in STATUSES
        ],
    }
