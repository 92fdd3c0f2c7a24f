"""What issuers of this installation publish, and looking it up without going over the network."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from guildmark.credentials.dids import Fetch
from guildmark.errors import Fault, GuildmarkError
from guildmark.web.issuing.identity import did_document
from guildmark.web.issuing.models import Issuer, StatusList
from guildmark.words import say


def did_json(issuer: Issuer) -> bytes:
    """The bytes at /issuers/SLUG/did.json: the same for the same keys."""
    return json.dumps(did_document(issuer), indent=2, sort_keys=True).encode("ascii") + b"\n"


def status_list(issuer: Issuer, number: int) -> bytes | None:
    """The bytes at /issuers/SLUG/status/N; None where there is no such list."""
    found = StatusList.objects.filter(issuer=issuer, number=number).first()
    return bytes(found.signed) if found else None


def published_here(address: str) -> bytes | None:
    """What this installation publishes at an address; None for addresses of others."""
    parts = urlsplit(address)
    folders = parts.path.strip("/").split("/")
    if len(folders) < 3 or folders[0] != "issuers":
        return None
    issuer = Issuer.objects.filter(slug=folders[1]).first()
    # did:web always says https, also of an installation that is tried out on http.
    if issuer is None or urlsplit(issuer.origin).netloc != parts.netloc:
        return None
    if folders[2:] == ["did.json"]:
        return did_json(issuer)
    if len(folders) == 4 and folders[2] == "status" and folders[3].isdecimal() and len(folders[3]) < 9:
        return status_list(issuer, int(folders[3]))
    return None


def fetch_here(otherwise: Fetch | None = None) -> Fetch:
    """A fetcher that knows what stands here, and asks `otherwise` for the rest."""

    def fetch(address: str) -> bytes:
        found = published_here(address)
        if found is not None:
            return found
        if otherwise is None:
            sentence = say("{address} was not fetched: offline.", address=address[:200])
            raise GuildmarkError(Fault("issuing.not_here", sentence, found=address[:200]))
        return otherwise(address)

    return fetch
