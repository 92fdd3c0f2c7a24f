"""Whose key is it: did:key from the name alone, did:web from the document that its owner publishes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from guildmark.credentials.bounded import JsonObject, Limits, read_object
from guildmark.credentials.keys import PublicKey
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

Fetch = Callable[[str], bytes]
"""Fetches an https address; raises GuildmarkError where it cannot (`guildmark.fetching` is the guarded one)."""

DID_DOCUMENT_LIMITS = Limits(bytes=1_000_000, depth=32, values=2_000)

_DID = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._%:-]+")
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:[0-9]{1,5})?", re.IGNORECASE)


class UnresolvedError(GuildmarkError):
    """The key could not be looked up, so nothing can be said about it: neither yes nor no."""


def assertion_key(method: str, fetch: Fetch | None = None, relationship: str = "assertionMethod") -> PublicKey:
    """The public key of a verification method (a DID URL) that its DID allows to make assertions.

    `relationship` is another verification relationship of the DID document, such as `authentication`.

    Raises UnresolvedError where the key could not be looked up (offline, not reachable, a method or
    type of key that this version does not read), GuildmarkError where it is not there or not allowed.
    """
    did, _, fragment = method.partition("#")
    if not _DID.fullmatch(did):
        sentence = say("The key is named by “{found}”, which this version does not look up yet.", found=method[:200])
        raise UnresolvedError(Fault("did.unsupported", sentence, found=method[:200]))
    match did.split(":", 2)[1]:
        case "key":
            return _did_key(did, fragment)
        case "web":
            return _from_document(did_document(did, fetch), did, method, relationship)
        case name:
            sentence = say("This version does not look up keys of did:{method} yet.", method=name)
            raise UnresolvedError(Fault("did.unsupported", sentence, found=did[:200]))


def did_document(did: str, fetch: Fetch | None) -> JsonObject:
    """The document of a did:web, fetched; raises UnresolvedError where it cannot be had."""
    address = web_address(did)
    if fetch is None:
        sentence = say(
            "The key of {did} stands at {address}, which was not fetched: offline.", did=did, address=address
        )
        raise UnresolvedError(Fault("did.offline", sentence, found=did[:200]))
    try:
        document = read_object(fetch(address), limits=DID_DOCUMENT_LIMITS)
    except GuildmarkError as error:
        sentence = say("The key of {did} could not be fetched: {reason}", did=did, reason=error.faults[0].sentence)
        raise UnresolvedError(Fault("did.unreachable", sentence, found=did)) from error
    if document.get("id") != did:
        sentence = say("The document at {address} is not that of {did}.", address=address, did=did)
        raise GuildmarkError(Fault("did.document.other", sentence, found=str(document.get("id"))[:200]))
    return document


def web_address(did: str) -> str:
    """The https address of a did:web's document (did:web, 2.5.2); raises GuildmarkError `did.web.invalid`."""
    host, *path = did.removeprefix("did:web:").split(":")
    host = unquote(host)
    folders = [unquote(part) for part in path]
    if not _HOST.fullmatch(host) or any(
        not re.fullmatch(r"[A-Za-z0-9._~-]+", part) or part.strip(".") == "" for part in folders
    ):
        raise GuildmarkError(
            Fault("did.web.invalid", say("“{found}” is not a did:web.", found=did[:200]), found=did[:200])
        )
    return f"https://{host}/{'/'.join(folders) or '.well-known'}/did.json"


def web_document(did: str, keys: Mapping[str, PublicKey]) -> JsonObject:
    """The DID document to publish for a did:web: `keys` by their fragment, each allowed to make assertions."""
    methods = [
        {"id": f"{did}#{fragment}", "type": "Multikey", "controller": did, "publicKeyMultibase": key.multikey}
        for fragment, key in keys.items()
    ]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


@lru_cache(maxsize=256)
def _did_key(did: str, fragment: str) -> PublicKey:
    try:
        key = PublicKey.from_did_key(did)
    except GuildmarkError as error:
        if error.faults[0].code == "key.type.unsupported":
            raise UnresolvedError(error.faults) from error
        raise
    # did:key names one key for signatures, and its fragment is the key itself.
    if fragment not in ("", key.multikey):
        sentence = say("{did} has no key named “{fragment}”.", did=did, fragment=fragment[:80])
        raise GuildmarkError(Fault("did.method.missing", sentence, found=fragment[:80]))
    return key


def _from_document(document: JsonObject, did: str, method: str, relationship: str) -> PublicKey:
    listed = [_absolute(item, did) for item in _items(document.get(relationship))]
    entry = next((item for item in listed if item.get("id") == method), None)
    if entry is None:
        sentence = say("{did} does not allow the key {method} to make assertions.", did=did, method=method[:200])
        if relationship != "assertionMethod":
            sentence = say(
                "{did} does not allow the key {method} for “{purpose}”.",
                did=did,
                method=method[:200],
                purpose=relationship,
            )
        raise GuildmarkError(Fault("did.method.not_allowed", sentence, found=method[:200]))
    if set(entry) == {"id"}:
        known = [_absolute(item, did) for item in _items(document.get("verificationMethod"))]
        entry = next((item for item in known if item.get("id") == method), entry)
    if entry.get("controller", did) != did:
        sentence = say("The key {method} is controlled by another than {did}.", method=method[:200], did=did)
        raise GuildmarkError(Fault("did.method.controller", sentence, found=str(entry.get("controller"))[:200]))
    return _key_of(entry, method)


def _key_of(entry: Mapping[str, Any], method: str) -> PublicKey:
    match entry:
        case {"publicKeyMultibase": str(multikey)}:
            return _supported(lambda: PublicKey.from_multikey(multikey))
        case {"publicKeyJwk": dict(jwk)}:
            return _supported(lambda: PublicKey.from_jwk(jwk))
    sentence = say("This version does not read the kind of key that {method} is yet.", method=method[:200])
    raise UnresolvedError(Fault("key.type.unsupported", sentence, found=str(entry.get("type"))[:80]))


def _supported(read: Callable[[], PublicKey]) -> PublicKey:
    try:
        return read()
    except GuildmarkError as error:
        if error.faults[0].code == "key.type.unsupported":
            raise UnresolvedError(error.faults) from error
        raise


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _absolute(item: object, did: str) -> dict[str, Any]:
    entry: dict[str, Any] = dict(item) if isinstance(item, dict) else {"id": item}
    if isinstance(entry.get("id"), str) and entry["id"].startswith("#"):
        entry["id"] = did + entry["id"]
    return entry
