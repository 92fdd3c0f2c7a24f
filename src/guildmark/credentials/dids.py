"""Whose key is it: did:key and did:jwk from the name alone, did:web from the document that its owner publishes.

openvc-core maps a did:web to its address, binds the document to the DID, and reads methods and relationships. What it
is lenient with is decided here: hosts and folders of an address, JSON, relationships that a document leaves out,
keys that another controls or that no honest issuer has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from openvc.did.base import DidResolutionError, VerificationMethod
from openvc.did.did_jwk import DidJwkResolver
from openvc.did.did_web import DidWebResolver

from guildmark.credentials import base64url
from guildmark.credentials.bounded import JsonObject, Limits, read_object
from guildmark.credentials.keys import PublicKey
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

Fetch = Callable[[str], bytes]
"""Fetches an https address; raises GuildmarkError where it cannot (`guildmark.fetching` is the guarded one)."""

DID_DOCUMENT_LIMITS = Limits(bytes=1_000_000, depth=32, values=2_000)
JWK_LIMITS = Limits(bytes=5_000, depth=8, values=50)
"""A did:jwk is as long as its key: the longest that is read, RSA of 8192 bits, has 1,400 letters."""

_DID = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._%:-]+")
_FOLDER = re.compile(r"(?!\.+$)[A-Za-z0-9._~-]+")


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
        case "jwk":
            return _did_jwk(did, fragment, relationship)
        case "web":
            return _did_web(did, method, fetch, relationship)
        case name:
            sentence = say("This version does not look up keys of did:{method} yet.", method=name)
            raise UnresolvedError(Fault("did.unsupported", sentence, found=did[:200]))


def web_address(did: str) -> str:
    """The https address of a did:web's document (did:web, 2.5.2); raises GuildmarkError `did.web.invalid`."""
    host, *folders = (unquote(part) for part in did.removeprefix("did:web:").split(":"))
    asked: list[str] = []

    def ask(address: str) -> JsonObject:
        asked.append(address)
        return {"id": did}

    try:
        # The library takes a computer of the same network, and folders that lead elsewhere.
        if "." not in host or not all(_FOLDER.fullmatch(folder) for folder in folders):
            raise DidResolutionError(did)
        DidWebResolver(ask).resolve(did)
    except DidResolutionError as error:
        sentence = say("“{found}” is not a did:web.", found=did[:200])
        raise GuildmarkError(Fault("did.web.invalid", sentence, found=did[:200])) from error
    return asked[0]


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
    key = _supported(lambda: PublicKey.from_did_key(did))
    # did:key names one key for signatures, and its fragment is the key itself.
    if fragment not in ("", key.multikey):
        raise _missing(did, fragment)
    return key


@lru_cache(maxsize=256)
def _did_jwk(did: str, fragment: str, relationship: str) -> PublicKey:
    try:
        jwk = read_object(base64url.decode(did.removeprefix("did:jwk:")) or b"", limits=JWK_LIMITS)
        document = DidJwkResolver().resolve(did)
    except (GuildmarkError, DidResolutionError) as error:
        sentence = say("The JWK of the key cannot be read.")
        raise GuildmarkError(Fault("key.jwk.unreadable", sentence, found=did[:80])) from error
    method = f"{did}#{fragment or 0}"
    found = document.key_for_purpose(method, relationship)
    if found is None:
        raise _missing(did, fragment)
    # The library lists the same relationships for every key, those for enciphering included.
    if relationship not in document.relationships or jwk.get("use", "sig") != "sig":
        raise _not_allowed(did, method, relationship)
    return _supported(lambda: PublicKey.from_jwk(found.public_key_jwk))


def _did_web(did: str, method: str, fetch: Fetch | None, relationship: str) -> PublicKey:
    address = web_address(did)
    if fetch is None:
        sentence = say(
            "The key of {did} stands at {address}, which was not fetched: offline.", did=did, address=address
        )
        raise UnresolvedError(Fault("did.offline", sentence, found=did[:200]))
    resolver = DidWebResolver(lambda there: _said_of(_fetched(did, there, fetch), did, method, relationship))
    document = resolver.resolve(did)
    if not set(_names(method, did)).intersection(document.relationships.get(relationship, ())):
        raise _not_allowed(did, method, relationship)
    entry: Mapping[str, Any] = next(iter(document.raw["verificationMethod"]), {})
    if entry.get("controller", did) != did:
        sentence = say("The key {method} is controlled by another than {did}.", method=method[:200], did=did)
        raise GuildmarkError(Fault("did.method.controller", sentence, found=str(entry.get("controller"))[:200]))
    # CID 1.0, 2.2: from then on it must not be used, and when that was is for its owner to say.
    if "revoked" in entry:
        raise _not_allowed(did, method, relationship)
    return _key_of(document.key_for_purpose(method, relationship), entry, method)


def _fetched(did: str, address: str, fetch: Fetch) -> JsonObject:
    try:
        document = read_object(fetch(address), limits=DID_DOCUMENT_LIMITS)
    except GuildmarkError as error:
        sentence = say("The key of {did} could not be fetched: {reason}", did=did, reason=error.faults[0].sentence)
        raise UnresolvedError(Fault("did.unreachable", sentence, found=did)) from error
    if document.get("id") != did:
        sentence = say("The document at {address} is not that of {did}.", address=address, did=did)
        raise GuildmarkError(Fault("did.document.other", sentence, found=str(document.get("id"))[:200]))
    return document


def _said_of(document: JsonObject, did: str, method: str, relationship: str) -> JsonObject:
    """What a document says of one method: all that the library is given of it.

    It reads the key of every method at once, which a document can be made for, looks for none in the relationship
    itself, and takes a relationship that is not there for one that allows everything.
    """
    listed, known = (_items(document.get(term)) for term in (relationship, "verificationMethod"))
    named: list[dict[str, Any]] = []
    for item in (*listed, *known):
        if (
            isinstance(item, dict)
            and item.get("id") in _names(method, did)
            and set(item) != {"id"}
            and item not in named
        ):
            named.append(item)
    # Of two with one name nobody can say which is meant.
    return {"id": did, relationship: listed, "verificationMethod": named if len(named) == 1 else []}


def _key_of(found: VerificationMethod | None, entry: Mapping[str, Any], method: str) -> PublicKey:
    multikey = entry.get("publicKeyMultibase")
    key = None if found is None else _supported(lambda: PublicKey.from_jwk(found.public_key_jwk))
    # The library passes over a Multikey that it cannot read, and over any beside a JWK.
    if isinstance(multikey, str) and _supported(lambda: PublicKey.from_multikey(multikey)) != key:
        key = None
    # Whether a key that ends is still good, only a clock could say.
    if key is None or "expires" in entry:
        sentence = say("This version does not read the kind of key that {method} is yet.", method=method[:200])
        raise UnresolvedError(Fault("key.type.unsupported", sentence, found=str(entry.get("type"))[:80]))
    return key


def _supported(read: Callable[[], PublicKey]) -> PublicKey:
    try:
        return read()
    except GuildmarkError as error:
        if error.faults[0].code == "key.type.unsupported":
            raise UnresolvedError(error.faults) from error
        raise


def _missing(did: str, fragment: str) -> GuildmarkError:
    sentence = say("{did} has no key named “{fragment}”.", did=did, fragment=fragment[:80])
    return GuildmarkError(Fault("did.method.missing", sentence, found=fragment[:80]))


def _not_allowed(did: str, method: str, relationship: str) -> GuildmarkError:
    sentence = say("{did} does not allow the key {method} to make assertions.", did=did, method=method[:200])
    if relationship != "assertionMethod":
        sentence = say(
            "{did} does not allow the key {method} for “{purpose}”.", did=did, method=method[:200], purpose=relationship
        )
    return GuildmarkError(Fault("did.method.not_allowed", sentence, found=method[:200]))


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _names(method: str, did: str) -> tuple[str, str]:
    """A method's name in full, and as it may stand in the document of its DID (DID Core 1.0, 3.2.2)."""
    return method, method.removeprefix(did)
