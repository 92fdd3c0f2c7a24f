"""A JWT's header cannot choose how, or whether, it is checked."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from guildmark.credentials import base64url, openbadges
from guildmark.credentials.keys import PublicKey, generate
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


HEADER = {"alg": "EdDSA", "kid": KEY.kid, "typ": "JWT"}


def test_the_header_as_it_should_be() -> None:
    assert token(HEADER).verdict == "valid"


@pytest.mark.parametrize("kind", ["JWT", "jwt", "vc+jwt", "vc+ld+jwt"])
def test_types_that_records_have(kind: str) -> None:
    assert token({**HEADER, "typ": kind}).verdict == "valid"


@pytest.mark.parametrize("algorithm", ["none", "None", "", None, 4, ["EdDSA"], {"EdDSA": 1}])
def test_no_signature_at_all_is_refused(algorithm: Any) -> None:
    assert token({**HEADER, "alg": algorithm}, lambda _data: b"").result("proof") == "fail"


def test_a_public_key_is_no_shared_secret() -> None:
    def forged(data: bytes) -> bytes:
        return hmac.new(KEY.public.raw, data, hashlib.sha256).digest()

    assert token({**HEADER, "alg": "HS256"}, forged).result("proof") == "fail"


@pytest.mark.parametrize("algorithm", ["ES256", "ES384", "RS256"])
def test_another_algorithm_than_the_keys_is_refused(algorithm: str) -> None:
    assert token({**HEADER, "alg": algorithm}).result("proof") == "fail"


@pytest.mark.parametrize("algorithm", ["PS256", "ES512"])
def test_algorithms_of_others_cannot_be_checked_yet(algorithm: str) -> None:
    found = token({**HEADER, "alg": algorithm})
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")


@pytest.mark.parametrize("extension", [{"crit": ["b64"], "b64": False}, {"b64": False}, {"crit": ["b64"], "b64": True}])
def test_extensions_that_must_be_understood_are_not(extension: dict[str, Any]) -> None:
    assert token({**HEADER, **extension}).result("proof") == "fail"


@pytest.mark.parametrize("kind", [["JWT"], {"JWT": 1}, 4, None])
def test_a_type_that_is_no_text_is_refused(kind: Any) -> None:
    assert token({**HEADER, "typ": kind}).result("proof") == "fail"


@pytest.mark.parametrize("claim", ["exp", "nbf"])
@pytest.mark.parametrize("value", ["1600000000", [1_600_000_000], None, True, 10**15, -(10**15)])
def test_a_time_that_is_none_is_not_passed_over(claim: str, value: Any) -> None:
    assert token(HEADER, **{claim: value}).result("validity") == "fail"


def test_an_end_before_1970_has_passed() -> None:
    assert token(HEADER, exp=-1).result("validity") == "fail"


def test_another_type_of_token_is_refused() -> None:
    assert token({**HEADER, "typ": "openid4vci-proof+jwt"}).result("proof") == "fail"


def test_a_token_of_a_stranger_is_not_the_issuers() -> None:
    found = token({**HEADER, "kid": STRANGERS_KEY.kid}, STRANGERS_KEY)
    assert (found.result("proof"), found.result("issuer")) == ("pass", "fail")
    assert token(HEADER, STRANGERS_KEY).result("proof") == "fail"


def test_a_key_in_the_header_is_only_whose_it_is() -> None:
    own = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(KEY.public.raw)}
    strangers = {**own, "x": base64url.encode(STRANGERS_KEY.public.raw)}
    assert token({"alg": "EdDSA", "jwk": own}).verdict == "valid"
    found = token({"alg": "EdDSA", "jwk": strangers}, STRANGERS_KEY)
    assert (found.verdict, found.result("proof"), found.result("issuer")) == ("invalid", "pass", "fail")


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "EdDSA"},
        {"alg": "EdDSA", "jwk": {"kty": "oct"}},
        {"alg": "EdDSA", "kid": 4},
        {"alg": "EdDSA", "kid": 4, "jwk": KEY.public.jwk},
    ],
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
    header = {"alg": "EdDSA", "kid": KEY.kid, "typ": "JWT"}
    claims = {"iss": KEY.did, "sub": "did:example:dora", "nbf": 1_577_836_800}
    for expiry, verdict in (({}, "valid"), ({"exp": 1_577_836_900}, "invalid")):
        parts = (base64url.encode(json.dumps(part).encode()) for part in (header, {**claims, **expiry, "vc": record}))
        text = ".".join(parts)
        data = f"{text}.{base64url.encode(KEY.sign(text.encode()))}".encode()
        assert verify(data, now=NOW).verdict == verdict


WEB = "did:web:academy.example"


def web(jwk: dict[str, Any]) -> Any:
    """What fetches a did:web's document that holds this key, under the name #rsa."""
    entry = {"id": f"{WEB}#rsa", "type": "JsonWebKey", "controller": WEB, "publicKeyJwk": jwk}
    document = {"id": WEB, "verificationMethod": [entry], "assertionMethod": [f"{WEB}#rsa"]}
    return lambda _address: json.dumps(document).encode()


def rsa_token(key: rsa.RSAPrivateKey, jwk: dict[str, Any], algorithm: str = "RS256") -> Verification:
    record = signed.small()
    record["issuer"] = {**record["issuer"], "id": WEB}
    header = {"alg": algorithm, "kid": f"{WEB}#rsa", "typ": "JWT"}
    claims = {**record, "iss": WEB, "jti": record["id"], "sub": record["credentialSubject"]["id"]}
    data = ".".join(base64url.encode(json.dumps(part).encode()) for part in (header, claims)).encode()
    signature = key.sign(data, padding.PKCS1v15(), SHA256())
    return verify(data + b"." + base64url.encode(signature).encode(), now=NOW, fetch=web(jwk))


def jwk_of(key: rsa.RSAPrivateKey) -> dict[str, Any]:
    numbers = key.public_key().public_numbers()
    n, e = (base64url.encode(part.to_bytes((part.bit_length() + 7) // 8)) for part in (numbers.n, numbers.e))
    return {"kty": "RSA", "n": n, "e": e}


@pytest.fixture(scope="module")
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65_537, 2_048)


def test_an_rsa_key_in_the_issuers_document_is_good_enough(rsa_key: rsa.RSAPrivateKey) -> None:
    found = rsa_token(rsa_key, jwk_of(rsa_key))
    assert (found.verdict, found.result("proof"), found.result("issuer")) == ("valid", "pass", "pass")
    assert PublicKey.from_jwk(jwk_of(rsa_key)).jwk == jwk_of(rsa_key)


def test_an_rsa_key_of_1024_bits_is_too_weak() -> None:
    key = rsa.generate_private_key(65_537, 1_024)
    assert rsa_token(key, jwk_of(key)).result("proof") == "fail"


@pytest.mark.parametrize("e", [1, 2**40 + 1])
def test_an_rsa_key_with_an_odd_exponent_is_refused(rsa_key: rsa.RSAPrivateKey, e: int) -> None:
    jwk = {**jwk_of(rsa_key), "e": base64url.encode(e.to_bytes((e.bit_length() + 7) // 8))}
    assert rsa_token(rsa_key, jwk).result("proof") == "fail"


def test_an_rsa_key_is_not_taken_for_another_kind(rsa_key: rsa.RSAPrivateKey) -> None:
    assert rsa_token(rsa_key, jwk_of(rsa_key), "ES256").result("proof") == "fail"
    assert rsa_token(rsa_key, {**jwk_of(rsa_key), "kty": "EC", "crv": "P-256"}).result("proof") == "fail"
    assert rsa_token(rsa_key, KEY.public.jwk).result("proof") == "fail"


def test_a_p256_key_makes_an_es256_record() -> None:
    key = generate("p256")
    record = signed.small()
    record["issuer"] = {**record["issuer"], "id": key.did}
    text = vcjwt.sign(record, key)
    assert vcjwt.read(text.encode()).header["alg"] == "ES256"
    found = verify(text.encode(), now=NOW)
    assert (found.verdict, found.format) == ("valid", "ob3-jwt")
    assert found.record == openbadges.read(record)
