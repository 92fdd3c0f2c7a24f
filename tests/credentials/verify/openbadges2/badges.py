"""Badges of Open Badges 2.0 for tests: hosted and signed ones, and the web on which their documents stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from guildmark.credentials import base64url
from guildmark.credentials.verify import Verification, verify
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials.signed import NOW

HERE = "https://badges.example.org"
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
P256 = ec.generate_private_key(ec.SECP256R1())


def pem(key: Any) -> str:
    public: bytes = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return public.decode()


def assertion(**members: Any) -> dict[str, Any]:
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "id": f"{HERE}/assertions/1",
        "type": "Assertion",
        "recipient": {"type": "email", "hashed": True, "salt": "x", "identity": "sha256$ab"},
        "issuedOn": "2026-01-31T23:59:59+00:00",
        "verification": {"type": "hosted"},
        "badge": f"{HERE}/classes/5",
        "evidence": "https://example.org/work",
        **members,
    }


CLASS = {
    "@context": "https://w3id.org/openbadges/v2",
    "id": f"{HERE}/classes/5",
    "type": "BadgeClass",
    "name": "Stage rigging",
    "description": "Hangs loads safely.",
    "image": f"{HERE}/classes/5/image",
    "criteria": {"narrative": "A supervised rig."},
    "issuer": f"{HERE}/issuer",
    "alignment": [{"targetName": "Rigging", "targetUrl": "https://example.org/rigging"}],
}
PROFILE = {
    "@context": "https://w3id.org/openbadges/v2",
    "id": f"{HERE}/issuer",
    "type": "Issuer",
    "name": "Vltava Academy",
    "url": "https://example.org",
    "email": "badges@example.org",
    "publicKey": f"{HERE}/key",
}


class Web:
    """What stands at which address."""

    def __init__(self, *documents: dict[str, Any], gone: str | None = None) -> None:
        self.pages = {document["id"]: json.dumps(document).encode() for document in documents}
        self.gone = gone
        self.asked: list[str] = []

    def __call__(self, address: str) -> bytes:
        self.asked.append(address)
        if address == self.gone:
            raise GuildmarkError(Fault("fetch.gone", say("{url} was taken away.", url=address)))
        if address not in self.pages:
            raise GuildmarkError(
                Fault("fetch.status", say("{url} answered with the status {status}.", url="", status=404))
            )
        return self.pages[address]


def hosted(shown: dict[str, Any] | None = None, served: dict[str, Any] | None = None, **profile: Any) -> Verification:
    shown = shown or assertion()
    web = Web(served or shown, {**CLASS, "id": f"{HERE}/classes/5"}, {**PROFILE, **profile})
    return verify(json.dumps(shown).encode(), now=NOW, fetch=web)


def rs256(data: bytes) -> bytes:
    return RSA.sign(data, PKCS1v15(), SHA256())


def es256(data: bytes) -> bytes:
    r, s = decode_dss_signature(P256.sign(data, ec.ECDSA(SHA256())))
    return r.to_bytes(32) + s.to_bytes(32)


def jws(
    payload: dict[str, Any], algorithm: str = "RS256", sign: Callable[[bytes], bytes] = rs256, **more: Any
) -> bytes:
    parts = [base64url.encode(json.dumps(part).encode()) for part in ({"alg": algorithm, **more}, payload)]
    data = ".".join(parts).encode()
    return data + b"." + base64url.encode(sign(data)).encode()


SIGNED = assertion(id="urn:uuid:1", verification={"type": "SignedBadge"})
RSA_KEY = {"type": "CryptographicKey", "id": f"{HERE}/key", "owner": f"{HERE}/issuer", "publicKeyPem": pem(RSA)}


def signed(token: bytes, *more: dict[str, Any], key: dict[str, Any] = RSA_KEY, **profile: Any) -> Verification:
    return verify(token, now=NOW, fetch=Web(CLASS, {**PROFILE, **profile}, key, *more))
