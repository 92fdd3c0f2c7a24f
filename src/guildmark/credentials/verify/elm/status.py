"""status: does the document name a status? None of its kind is looked up."""

from __future__ import annotations

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.verify.model import Check
from guildmark.words import say


def check_status(document: JsonObject) -> Check:
    """Whether nothing could revoke the document, since it names no status."""
    if "credentialStatus" in document:
        return Check("status", "not_checked", say("The record names a status of a kind that is not looked up."))
    return Check("status", "pass", say("The record carries no status, so it cannot be revoked."))
