"""Whether a record still stands: what the verifier finds, and what its issuer has said here since."""

from __future__ import annotations

from typing import Any

from guildmark.errors import GuildmarkError
from guildmark.fetching import HttpsClient
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.issuing.selectors import verification_of
from guildmark.web.verify.showing import shown
from guildmark.words import say


def standing(record: IssuedRecord) -> dict[str, Any]:
    """The verdict for a page, checked now (the parts of verify/result.html); empty where nothing is left to check."""
    try:
        found = shown(verification_of(record, HttpsClient().together()))
    except GuildmarkError:
        return {}
    state = record.State(record.state)
    if state is not record.State.ACTIVE and found["verdict"] == "valid":
        found |= {
            "verdict": "invalid", "kind": "error", "shape": "triangle", "tone": "red", "word": say("Not in force"),
            "sentence": say("The issuer has revoked this record.") if state is record.State.REVOKED
            else say("The issuer has suspended this record for the time being."),
        }  # fmt: skip
    return found
