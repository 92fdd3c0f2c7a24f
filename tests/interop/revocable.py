"""Records with a status, and the lists behind them, as our issuers make them."""

from __future__ import annotations

import json
from typing import Any

from guildmark.credentials.openbadges.status import write_status
from guildmark.credentials.status import StatusEntry, signed_list, status_for
from guildmark.credentials.status.indices import first_place
from guildmark.credentials.verify import known_contexts
from tests.credentials import signed

URL = "https://academy.example.org/status/1"
PLACE = first_place() + 4711


def with_status(document: dict[str, Any], place: int = PLACE) -> dict[str, Any]:
    """The record, not yet signed, with a place in the list."""
    entry = write_status(StatusEntry(URL, place), "urn:uuid:5f1c1d6e-0000-4000-8000-00000000aaaa")
    return {**document, "credentialStatus": entry}


def lists(state: Any, place: int = PLACE) -> dict[str, Any]:
    """What stands at the list's address when this record has this state."""
    code = status_for(state).code
    data = signed_list(
        URL, signed.KEY.did, {place: code} if code else {}, signed.KEY, created=signed.NOW, contexts=known_contexts()
    )
    return {URL: json.loads(data)}
