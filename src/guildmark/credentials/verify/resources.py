"""resources: is what the record points at, with a digest, still what it was?

Source: VC Data Model 2.0, 5.3 ("Integrity of Related Resources"). Nothing is fetched: what is known here are the
published contexts, byte for byte; of anything else nobody can say.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

import base58

from guildmark.credentials import base64url
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.verify.model import Check
from guildmark.words import say

_MULTIHASHES = {b"\x12\x20": "sha256", b"\x20\x30": "sha384", b"\x13\x40": "sha512"}
_STRONGEST = ("sha512", "sha384", "sha256")


def check_resources(document: JsonObject, contexts: Contexts) -> Check | None:
    """Whether each related resource has the digest that the record gives; None where it names none.

    The shape is the check `schema`'s.
    """
    named = document.get("relatedResource")
    resources = [item for item in (named if isinstance(named, list) else [named]) if isinstance(item, dict)]
    if not resources:
        return None
    unknown = None
    for resource in resources:
        address = str(resource.get("id"))
        data = contexts.bytes_of(address)
        if data is None:
            unknown = unknown or address
        elif not _fits(resource, data):
            sentence = say("What stands at {address} is not what the record was made with.", address=address[:200])
            return Check("resources", "fail", sentence)
    if unknown:
        sentence = say("What stands at {address} was not looked up, so its digest was not compared.", address=unknown)
        return Check("resources", "not_checked", sentence)
    return Check("resources", "pass", say("What the record points at is what it was made with."))


def _fits(resource: Mapping[str, object], data: bytes) -> bool:
    integrity, multibase = resource.get("digestSRI"), resource.get("digestMultibase")
    return all(
        fits(text, data)
        for text, fits in ((integrity, _integrity_fits), (multibase, _multibase_fits))
        if text is not None
    )


def _integrity_fits(text: object, data: bytes) -> bool:
    """Subresource Integrity, 3.3.4: of several digests the strongest kind counts."""
    by_kind: dict[str, list[str]] = {}
    for expression in text.split() if isinstance(text, str) else ():
        kind, _, digest = expression.partition("?")[0].partition("-")
        by_kind.setdefault(kind, []).append(digest)
    strongest = next((kind for kind in _STRONGEST if kind in by_kind), None)
    if strongest is None:
        return False
    return any(_base64(digest) == hashlib.new(strongest, data).digest() for digest in by_kind[strongest])


def _multibase_fits(text: object, data: bytes) -> bool:
    """A multihash; the bare bytes of a SHA-256, which the W3C's own tests write, are taken too."""
    raw = _multibase(text) or b""
    kind = _MULTIHASHES.get(raw[:2])
    if kind and raw[2:] == hashlib.new(kind, data).digest():
        return True
    return raw == hashlib.sha256(data).digest()


def _multibase(text: object) -> bytes | None:
    if not isinstance(text, str) or len(text) > 200:
        return None
    match text[:1]:
        case "u":
            return base64url.decode(text[1:])
        case "z":
            try:
                return base58.b58decode(text[1:])
            except ValueError:
                return None
    return None


def _base64(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return None
