"""SD-JWT records for tests: whole ones of ours, and any payload with any disclosures, signed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from guildmark.credentials import base64url, sdjwt
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.record import Record
from guildmark.credentials.verify import Verification, verify
from tests.credentials import designs
from tests.credentials.signed import KEY, NOW


def record(key: SigningKey = KEY, document: dict[str, Any] | None = None) -> Record:
    """A record that says something under every key, or what the design's document says."""
    issuer, learner = designs.everyone()
    return designs.record(document or designs.everything(), issuer.model_copy(update={"id": key.did}), learner)


def issued(key: SigningKey = KEY, whole: Record | None = None) -> bytes:
    """The record as `guildmark issue --format sd-jwt` makes it."""
    return sdjwt.SdJwtSigner(key).sign(whole or record(key))


def encoded(value: Any) -> str:
    """A value as JSON in base64url."""
    return base64url.encode(json.dumps(value, ensure_ascii=False).encode())


def jws(header: dict[str, Any], payload: dict[str, Any], key: SigningKey) -> str:
    """A compact JWS with this header, whatever it says."""
    text = f"{encoded(header)}.{encoded(payload)}"
    return f"{text}.{base64url.encode(key.sign(text.encode()))}"


def presented(payload: dict[str, Any], disclosures: Sequence[Any] = (), **header: Any) -> bytes:
    """An SD-JWT of our test issuer with this payload, its disclosures as JSON lists."""
    whole = {"alg": "EdDSA", "kid": KEY.kid, "typ": "dc+sd-jwt", **header}
    token = jws(whole, {"iss": KEY.did, "vct": "https://example.org/type", **payload}, KEY)
    return "".join(f"{part}~" for part in (token, *map(encoded, disclosures))).encode()


def digest(disclosure: Any) -> str:
    """The digest of a disclosure that is given as a JSON list."""
    return sdjwt.Disclosure(encoded(disclosure), None, None).digest()


def judged(data: bytes, **settings: Any) -> Verification:
    """What verification says."""
    return verify(data, now=NOW, **settings)
