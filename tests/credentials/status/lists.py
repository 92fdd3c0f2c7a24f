"""A record with a status, its list, and what stands at the list's address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from guildmark.credentials.keys import SigningKey
from guildmark.credentials.openbadges.status import write_status
from guildmark.credentials.proofs import eddsa_rdfc
from guildmark.credentials.status import StatusEntry, list_document
from guildmark.credentials.verify import Check, known_contexts, verify
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials import signed

URL = "https://issuer.example/status/1"
INDEX = 100_000
BITSTRING_ENTRY = {
    "id": f"{URL}#{INDEX}",
    "type": "BitstringStatusListEntry",
    "statusPurpose": "revocation",
    "statusListIndex": str(INDEX),
    "statusListCredential": URL,
}
"""An entry as others write it: one bit, no messages."""

Fetch = Callable[[str], bytes]


def record(**changes: Any) -> dict[str, Any]:
    """A signed record whose status entry is ours, changed as named; a key given None is left out."""
    return record_with(
        {**write_status(StatusEntry(URL, INDEX), "urn:uuid:6f2b2f7e-0000-4000-8000-000000000001"), **changes}
    )


def record_with(status: Any) -> dict[str, Any]:
    """A signed record with this `credentialStatus`."""
    if isinstance(status, dict):
        status = {key: value for key, value in status.items() if value is not None}
    return signed.ob3({**signed.small(), "credentialStatus": status})


def status_list(
    codes: Mapping[int, int] | None = None, key: SigningKey = signed.KEY, subject: Any = None, **changes: Any
) -> bytes:
    """The issuer's signed list, changed as named before it is signed."""
    document = list_document(URL, signed.KEY.did, codes or {}, valid_from=signed.NOW)
    document["credentialSubject"] |= subject or {}
    return signed.as_bytes(eddsa_rdfc.sign({**document, **changes}, key, created=signed.NOW, contexts=known_contexts()))


def at(data: bytes) -> Fetch:
    """A web on which the list's address answers with `data`, and no other answers."""

    def fetch(url: str) -> bytes:
        if url != URL:
            raise GuildmarkError(Fault("fetch.unreachable", say("{url} could not be reached.", url=url)))
        return data

    return fetch


def status_check(document: dict[str, Any], fetch: Fetch | None) -> Check:
    """What the check `status` says of a record."""
    checked = verify(signed.as_bytes(document), now=signed.NOW, fetch=fetch)
    return next(check for check in checked.checks if check.check == "status")


__all__ = ["BITSTRING_ENTRY", "INDEX", "URL", "at", "record", "record_with", "status_check", "status_list"]
