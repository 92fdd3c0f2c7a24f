"""A signed badge is good under a key that its issuer lists, and that names the issuer as its owner."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from guildmark.credentials.openbadges2.keys import signed_with
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify import verify
from tests.credentials.signed import KEY, NOW
from tests.credentials.verify.openbadges2.badges import (
    CLASS,
    HERE,
    P256,
    PROFILE,
    RSA_KEY,
    SIGNED,
    Web,
    es256,
    jws,
    pem,
    rs256,
    signed,
)


def test_a_signed_badge_is_good_under_a_key_that_its_issuer_lists() -> None:
    found = signed(jws(SIGNED))
    assert (found.verdict, found.format) == ("valid", "ob2")
    assert signed(jws(SIGNED, "ES256", es256), key={**RSA_KEY, "publicKeyPem": pem(P256)}).verdict == "valid"
    own = {**RSA_KEY, "publicKeyPem": pem(KEY.private)}
    assert signed(jws(SIGNED, "EdDSA", KEY.sign), key=own).verdict == "valid"
    assert signed(jws(SIGNED), publicKey=[{"id": "https://example.org/x"}, RSA_KEY]).verdict == "valid"


def test_the_badge_may_say_which_key_signed_it() -> None:
    named = {**SIGNED, "verification": {"type": "signed", "creator": f"{HERE}/key"}}
    assert signed(jws(named)).verdict == "valid"
    strangers = {**SIGNED, "verification": {"type": "signed", "creator": "https://evil.example/key"}}
    theirs = {**RSA_KEY, "id": "https://evil.example/key"}
    assert signed(jws(strangers), theirs).result("proof") == "fail"


@pytest.mark.parametrize(
    "token",
    [
        jws(SIGNED, "none", lambda _data: b""),
        jws(SIGNED, "HS256"),
        jws(SIGNED, "RS512"),
        jws(SIGNED, "ES256"),
        jws(SIGNED, "ES256", es256),
        jws(SIGNED, crit=["b64"]),
        jws(SIGNED, sign=lambda data: rs256(data + b".")),
        jws(SIGNED, sign=lambda _data: b""),
        jws(SIGNED, sign=lambda data: rs256(data)[:-3]),
        json.dumps(SIGNED).encode(),
    ],
)
def test_a_signed_badge_without_its_issuers_signature_is_refused(token: bytes) -> None:
    assert signed(token).result("proof") == "fail"


@pytest.mark.parametrize("change", [{"owner": "https://evil.example/issuer"}, {"owner": None}, {"owner": [HERE]}])
def test_key_and_profile_must_name_each_other(change: dict[str, Any]) -> None:
    assert signed(jws(SIGNED), key={**RSA_KEY, **change}).result("proof") == "fail"
    assert signed(jws(SIGNED), publicKey=[]).result("proof") == "fail"


@pytest.mark.parametrize("text", ["x", None, pem(rsa.generate_private_key(public_exponent=65537, key_size=1024))])
def test_a_key_that_cannot_be_read_leaves_the_badge_open(text: Any) -> None:
    found = signed(jws(SIGNED), key={**RSA_KEY, "publicKeyPem": text})
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")


def test_few_addresses_are_asked_whatever_the_badge_names() -> None:
    web = Web(CLASS, {**PROFILE, "publicKey": [f"{HERE}/key{n}" for n in range(50)], "revocationList": f"{HERE}/r"})
    verify(jws(SIGNED), now=NOW, fetch=web)
    assert len(web.asked) <= 8


def test_a_key_of_small_order_signs_nothing() -> None:
    point = bytes([1] + [0] * 31)
    spki = (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    pem = Ed25519PublicKey.from_public_bytes(point).public_bytes(*spki).decode()
    for text in (b"one record", b"another"):
        assert signed_with(vcjwt.Token({"alg": "EdDSA"}, {}, point + bytes(32), text), pem) is False
