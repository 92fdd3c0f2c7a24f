"""Badges of Open Badges 2.0 that openbadgeslib signs and bakes are good here, and bad here where they are bad there."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from openbadgeslib.ob2.models import Assertion, CryptographicKey, IdentityObject, Profile
from openbadgeslib.ob2.models import BadgeClass as TheirClass
from openbadgeslib.ob2.models import Verification as How
from openbadgeslib.ob2.signer import OB2Signer
from openbadgeslib.ob2.verifier import OB2VerificationError, OB2Verifier

from guildmark.credentials.verify import verify
from tests.credentials.baking.pictures import SVG, png

HERE = "https://badges.example.org"
NOW = datetime.now(UTC).replace(microsecond=0)
KEYS: dict[str, Any] = {
    "RS256": rsa.generate_private_key(65537, 2048),
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}


def signer(algorithm: str) -> OB2Signer:
    secret = KEYS[algorithm].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return OB2Signer(secret, algorithm)


def assertion(**members: Any) -> Assertion:
    how = How("SignedBadge", creator=f"{HERE}/key")
    recipient = IdentityObject.create("dora@example.org", "salt")
    return Assertion(recipient, f"{HERE}/class", how, issued_on=NOW - timedelta(days=1), **members)


def web(algorithm: str, **profile: Any) -> dict[str, dict[str, Any]]:
    pem = KEYS[algorithm].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    documents = [
        TheirClass(
            id=f"{HERE}/class",
            name="Rigging",
            description="Hangs loads.",
            image=f"{HERE}/image",
            criteria=f"{HERE}/criteria",
            issuer=f"{HERE}/issuer",
        ).to_dict(),
        Profile(
            id=f"{HERE}/issuer", name="Academy", url=HERE, email="a@example.org", public_key=[f"{HERE}/key"]
        ).to_dict()
        | profile,
        CryptographicKey(id=f"{HERE}/key", owner=f"{HERE}/issuer", public_key_pem=pem).to_dict(),
        {"id": f"{HERE}/revoked", "type": "RevocationList", "revokedAssertions": ["urn:uuid:gone"]},
    ]
    return {document["id"]: document for document in documents}


def theirs(token: str, pages: dict[str, dict[str, Any]]) -> bool:
    verifier = OB2Verifier(download=lambda address: json.dumps(pages[address]).encode())
    try:
        verifier.verify(token, check_revocation=True)
    except OB2VerificationError:
        return False
    return True


def ours(data: bytes, pages: dict[str, dict[str, Any]]) -> str:
    return verify(data, now=NOW, fetch=lambda address: json.dumps(pages[address]).encode()).verdict


@pytest.mark.parametrize("algorithm", KEYS)
def test_what_it_signs_and_bakes_is_good_here(algorithm: str) -> None:
    pages = web(algorithm)
    token = signer(algorithm).sign(assertion())
    assert theirs(token, pages)
    in_pictures = [
        signer(algorithm).sign_into_svg(assertion(), SVG),
        signer(algorithm).sign_into_png(assertion(), png()),
    ]
    for data in (token.encode(), *in_pictures):
        assert ours(data, pages) == "valid"


@pytest.mark.parametrize(
    ("members", "profile"),
    [
        ({"expires": NOW - timedelta(hours=1)}, {}),
        ({"id": "urn:uuid:gone"}, {"revocationList": f"{HERE}/revoked"}),
        ({}, {"publicKey": f"{HERE}/other"}),
    ],
)
def test_what_it_refuses_is_refused_here(members: dict[str, Any], profile: dict[str, Any]) -> None:
    pages = web("RS256", **profile)
    token = signer("RS256").sign(assertion(**members))
    assert not theirs(token, pages)
    assert ours(token.encode(), pages) == "invalid"
    other = web("RS256")
    other[f"{HERE}/key"] = {**other[f"{HERE}/key"], "owner": "https://evil.example/issuer"}
    assert not theirs(signer("RS256").sign(assertion()), other)
    assert ours(signer("RS256").sign(assertion()).encode(), other) == "invalid"
