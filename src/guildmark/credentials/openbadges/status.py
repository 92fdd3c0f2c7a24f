"""The status entry of a record: in which list it stands, at which place, and what each value there means."""

from __future__ import annotations

from typing import Any

from guildmark.credentials.openbadges.shared import shared
from guildmark.credentials.openbadges.terms import NAMESPACE
from guildmark.credentials.status.entry import StatusEntry
from guildmark.credentials.status.statuses import PURPOSE, SIZE, STATUSES

_MESSAGES = shared(
    [
        {"id": f"{NAMESPACE}status.{status.key}", "status": hex(status.code), "message": status.message}
        for status in STATUSES
    ]
)


def write_status(entry: StatusEntry, name: str) -> dict[str, Any]:
    """`credentialStatus` (Bitstring Status List 1.0, 2.1): but for its id and index the same in every record of a list.

    `name` is the entry's id, an address of its own. One object with an id, since Open Badges allows no more;
    the messages have names, so that no blank node comes in.
    """
    return {
        "id": name,
        "type": "BitstringStatusListEntry",
        "statusPurpose": PURPOSE,
        "statusListIndex": str(entry.index),
        "statusListCredential": entry.url,
        "statusSize": SIZE,
        "statusMessage": _MESSAGES,
    }
