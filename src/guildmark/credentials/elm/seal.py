"""The seal: the document's very text, signed as a JWS in the general JSON form, as European Digital Credentials are.

The shape is that of JAdES (ETSI TS 119 182-1), enveloping, with the payload as plain text (RFC 7797, `b64` false) and
the signing time (`sigT`). With the signing key's certificate it is a JAdES baseline B-B seal; without one it is a plain
JWS that names a DID's key. It is no qualified seal and has no time stamp: those need a trust service.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from guildmark.credentials import base64url, jws
from guildmark.credentials.bounded import DEFAULT_LIMITS, JsonObject, Limits, read_object
from guildmark.credentials.keys import Signer
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

MOST_SEALS = 4
MOST_CERTIFICATES = 10
UNDERSTOOD = frozenset({"b64", "sigT", "adoTst"})
"""Members of a header that may be called critical: how the payload stands, and times that the seal tells."""


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal, taken apart; nothing in it is checked. `certificates` are DER, the signer's own first."""

    header: JsonObject
    signed: bytes
    signature: bytes
    certificates: tuple[bytes, ...]

    @property
    def certificate_fits(self) -> bool:
        """Whether the first certificate is the one whose digest the header names (`x5t#S256`)."""
        named = self.header.get("x5t#S256")
        if not self.certificates or not isinstance(named, str):
            return False
        return base64url.encode(hashlib.sha256(self.certificates[0]).digest()) == named.rstrip("=")


@dataclass(frozen=True, slots=True)
class SealedDocument:
    """A sealed document, taken apart."""

    document: JsonObject
    seals: tuple[Seal, ...]


def sealed(document: Mapping[str, Any], signer: Signer, *, at: datetime, certificates: Sequence[bytes] = ()) -> bytes:
    """The document with its seal, as JSON. `at` is an aware time; `certificates` are DER, the signing key's first."""
    if at.tzinfo is None:
        raise ValueError("at needs a time zone")
    header: dict[str, Any] = {
        "b64": False,
        "crit": ["b64", "sigT"],
        "cty": "application/ld+json",
        "sigT": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "typ": "jose+json",
    }
    if certificates:
        header["x5c"] = [base64.b64encode(certificate).decode("ascii") for certificate in certificates]
        header["x5t#S256"] = base64url.encode(hashlib.sha256(certificates[0]).digest())
    payload = json.dumps(document, ensure_ascii=False)
    protected, _, signature = jws.sign(payload.encode("utf-8"), signer, header).split(".")
    signatures = [{"protected": protected, "signature": signature}]
    return json.dumps({"payload": payload, "signatures": signatures}, ensure_ascii=False).encode("utf-8") + b"\n"


def looks_sealed(envelope: Mapping[str, Any]) -> bool:
    """Whether a JSON object has the outline of a sealed document."""
    return {"payload", "signatures"} <= envelope.keys()


def read_seal(envelope: Mapping[str, Any], *, limits: Limits = DEFAULT_LIMITS) -> SealedDocument:
    """A sealed document taken apart; raises GuildmarkError `elm.seal.unreadable` and the codes of `bounded`."""
    payload, signatures = envelope.get("payload"), envelope.get("signatures")
    if not isinstance(payload, str) or not isinstance(signatures, list) or not 1 <= len(signatures) <= MOST_SEALS:
        raise _unreadable()
    plain = [_header(entry, limits).get("b64", True) is False for entry in signatures]
    if len(set(plain)) != 1:
        # One payload cannot stand in two ways.
        raise _unreadable()
    text = payload.encode("utf-8") if plain[0] else base64url.decode(payload)
    if text is None:
        raise _unreadable()
    document = read_object(text, limits=limits)
    return SealedDocument(document, tuple(_seal(entry, payload.encode("utf-8"), limits) for entry in signatures))


def _header(entry: object, limits: Limits) -> JsonObject:
    protected = entry.get("protected") if isinstance(entry, dict) else None
    decoded = base64url.decode(protected) if isinstance(protected, str) else None
    if decoded is None:
        raise _unreadable()
    return read_object(decoded, limits=limits)


def _seal(entry: Mapping[str, Any], payload: bytes, limits: Limits) -> Seal:
    header, signature = _header(entry, limits), entry.get("signature")
    decoded = base64url.decode(signature) if isinstance(signature, str) else None
    chain = header.get("x5c", [])
    if decoded is None or not isinstance(chain, list) or len(chain) > MOST_CERTIFICATES:
        raise _unreadable()
    signed = entry["protected"].encode("ascii") + b"." + payload
    return Seal(header, signed, decoded, tuple(_certificate(item) for item in chain))


def _certificate(item: object) -> bytes:
    try:
        return base64.b64decode(item, validate=True) if isinstance(item, str) else b""
    except (binascii.Error, ValueError):
        return b""


def _unreadable() -> GuildmarkError:
    sentence = say("This looks like a sealed European Digital Credential, and its seal cannot be read.")
    return GuildmarkError(Fault("elm.seal.unreadable", sentence))
