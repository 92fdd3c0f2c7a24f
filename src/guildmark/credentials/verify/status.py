"""status: has the record been revoked or suspended?"""

from __future__ import annotations

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.verify.model import Check
from guildmark.words import say


def check_status(document: JsonObject) -> Check:
    """Whether the record still stands; one without a status stands for ever."""
    if document.get("credentialStatus") in (None, []):
        return Check("status", "pass", say("The record carries no status, so it cannot be revoked."))
    return Check(
        "status", "not_checked", say("The record names a status list, which this version does not look up yet.")
    )
