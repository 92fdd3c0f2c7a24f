"""A JWT's header cannot choose how, or whether, it is checked."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest

from guildmark.credentials import base64url
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify import Verification, verify
from tests.credentials import signed
from tests.credentials.signed import KEY, NOW, STRANGERS_KEY


def token(header: dict[str, Any], key: Any = KEY, **claims: Any) -> Verification:
    payload = {**vcjwt.read(signed.ob3_jwt(signed.small()).encode()).payload, **claims}
    parts = [base64url.encode(json.dumps(part).encode()) for part in (header, payload)]
    data = ".".join(parts).encode()
    signature = key(data) if callable(key) else key.sign(data)
    return verify(data + b"." + base64url.encode(signature).encode(), now=NOW)


HEADER = {"alg": "EdDSA", "kid": KEY.verification_method, "typ": "JWT"}


def test_the_header_as_it_should_be() -> None:
    assert token(HEADER).verdict == "valid"


@pytest.mark.parametrize("kind", ["JWT", "jwt", "vc+jwt", "vc+ld+jwt"])
def test_types_that_records_have(kind: str) -> None:
    assert token({**HEADER, "typ": kind}).verdict == "valid"


@pytest.mark.parametrize("algorithm", ["none", "None", "", None, 4])
def test_no_signature_at_all_is_refused(algorithm: Any) -> None:
    assert token({**HEADER, "alg": algorithm}, lambda _data: b"").result("proof") == "fail"


def test_a_public_key_is_no_shared_secret() -> None:
    def forged(data: bytes) -> bytes:
        return hmac.new(KEY.public.raw, data, hashlib.sha256).digest()

    assert token({**HEADER, "alg": "HS256"}, forged).result("proof") == "fail"


@pytest.mark.parametrize("algorithm", ["ES256", "ES384"])
def test_another_algorithm_than_the_keys_is_refused(algorithm: str) -> None:
    assert token({**HEADER, "alg": algorithm}).result("proof") == "fail"


@pytest.mark.parametrize("algorithm", ["RS256", "ES512"])
def test_algorithms_of_others_cannot_be_checked_yet(algorithm: str) -> None:
    found = token({**HEADER, "alg": algorithm})
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")


def test_extensions_that_must_be_understood_are_not() -> None:
    assert token({**HEADER, "crit": ["b64"], "b64": False}).result("proof") == "fail"


def test_another_type_of_token_is_refused() -> None:
    assert token({**HEADER, "typ": "openid4vci-proof+jwt"}).result("proof") == "fail"


def test_a_token_of_a_stranger_is_not_the_issuers() -> None:
    found = token({**HEADER, "kid": STRANGERS_KEY.verification_method}, STRANGERS_KEY)
    assert (found.result("proof"), found.result("issuer")) == ("pass", "fail")
    assert token(HEADER, STRANGERS_KEY).result("proof") == "fail"


def test_a_key_in_the_header_is_only_whose_it_is() -> None:
    own = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(KEY.public.raw)}
    strangers = {**own, "x": base64url.encode(STRANGERS_KEY.public.raw)}
    assert token({"alg": "EdDSA", "jwk": own}).verdict == "valid"
    found = token({"alg": "EdDSA", "jwk": strangers}, STRANGERS_KEY)
    assert (found.verdict, found.result("proof"), found.result("issuer")) == ("invalid", "pass", "fail")


@pytest.mark.parametrize(
    "header", [{"alg": "EdDSA"}, {"alg": "EdDSA", "jwk": {"kty": "oct"}}, {"alg": "EdDSA", "kid": 4}]
)
def test_a_token_that_names_no_key_is_refused(header: dict[str, Any]) -> None:
    assert token(header).result("proof") == "fail"


@pytest.mark.parametrize(
    "claims",
    [{"iss": "did:example:other"}, {"sub": "urn:other"}, {"jti": "urn:other"}, {"nbf": 1}, {"exp": 1}],
)
def test_claims_that_contradict_the_record_are_refused(claims: dict[str, Any]) -> None:
    found = token(HEADER, **claims)
    assert found.verdict == "invalid"


def test_a_kid_may_be_shortened_to_its_fragment() -> None:
    assert token({**HEADER, "kid": f"#{KEY.public.multikey}"}).verdict == "valid"


def test_a_token_of_vc_1_1_may_say_issuer_and_dates_in_its_claims_alone() -> None:
    record = {
        "@context": ["https://www.w3.org/2018/credentials/v1"],
        "type": ["VerifiableCredential"],
        "credentialSubject": {},
    }
    header = {"alg": "EdDSA", "kid": KEY.verification_method, "typ": "JWT"}
    claims = {"iss": KEY.did, "sub": "did:example:dora", "nbf": 1_577_836_800}
    for expiry, verdict in (({}, "valid"), ({"exp": 1_577_836_900}, "invalid")):
        parts = (base64url.encode(json.dumps(part).encode()) for part in (header, {**claims, **expiry, "vc": record}))
        text = ".".join(parts)
        data = f"{text}.{base64url.encode(KEY.sign(text.encode()))}".encode()
        assert verify(data, now=NOW).verdict == verdict
