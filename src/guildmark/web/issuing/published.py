"""What issuers of this installation publish, and looking it up without going over the network."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse

from guildmark.credentials.dids import Fetch
from guildmark.errors import Fault, GuildmarkError
from guildmark.web.issuing.identity import did_document, did_web
from guildmark.web.issuing.models import Issuer, StatusList
from guildmark.words import say


def did_json(issuer: Issuer, number: int | None = None) -> bytes | None:
    """The bytes at /issuers/SLUG/did.json, or of one version at /issuers/SLUG/did/N.json; None where there is none."""
    versions = issuer.did_versions.order_by("-number")
    found = (versions if number is None else versions.filter(number=number)).first()
    return bytes(found.document) if found else None


def did_history(issuer: Issuer) -> bytes | None:
    """The bytes at /issuers/SLUG/did/: every version that was published, the first one first; None without one.

    `versionId` and `updated` are what DID Core 1.0, 7.1.3, calls them.
    """
    versions = [
        {
            "versionId": str(one.number),
            "updated": one.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "address": issuer.origin + reverse("issuers:did_version", args=[issuer.slug, one.number]),
        }
        for one in issuer.did_versions.order_by("number").defer("document")
    ]
    return _as_bytes({"id": did_web(issuer), "versions": versions}) if versions else None


def did_bytes(issuer: Issuer) -> bytes:
    """The document of a did:web as it is to be published: the same bytes for the same keys."""
    return _as_bytes(did_document(issuer))


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


def _as_bytes(document: dict[str, Any]) -> bytes:
    return json.dumps(document, indent=2, sort_keys=True).encode("ascii") + b"\n"


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
