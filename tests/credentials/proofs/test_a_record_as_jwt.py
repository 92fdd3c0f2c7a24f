"""VC-JWT: the record at the payload's top level, signed with the key's own algorithm and no other."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jwt
import pytest

from guildmark.credentials import base64url
from guildmark.credentials.keys import SigningKey, generate
from guildmark.credentials.proofs import vcjwt
from guildmark.errors import GuildmarkError
from tests.credentials import signed
from tests.credentials.signed import KEY, STRANGERS_KEY


def test_the_record_stands_at_the_top_with_its_claims() -> None:
    record = signed.full()
    token = vcjwt.read(signed.ob3_jwt(record).encode())
    assert token.header == {"alg": "EdDSA", "kid": KEY.kid, "typ": "JWT"}
    assert {claim: token.payload[claim] for claim in vcjwt.REGISTERED} == {
        "iss": KEY.did,
        "jti": record["id"],
        "nbf": 1_795_435_200,
        "sub": record["credentialSubject"]["id"],
        "exp": 1_890_129_600,
    }
    assert vcjwt.credential_of(token) == record


def test_it_is_good_for_its_key_alone() -> None:
    token = vcjwt.read(signed.ob3_jwt(signed.small()).encode())
    assert vcjwt.check(token, KEY.public)
    assert not vcjwt.check(token, STRANGERS_KEY.public)


@pytest.mark.parametrize("key", [KEY, generate("p256")], ids=["ed25519", "p256"])
def test_the_library_says_so_too_and_a_header_known_before_is_the_one_that_is_written(key: SigningKey) -> None:
    text = vcjwt.sign(signed.full(), key)
    public = jwt.PyJWK(key.public.jwk, algorithm=key.alg)
    assert json.loads(jwt.PyJWS().decode(text, public)) == vcjwt.read(text.encode()).payload
    assert text.partition(".")[0] == vcjwt.header_of(key)
    assert text.partition(".")[0] == base64url.encode(
        json.dumps({"alg": key.alg, "kid": key.kid, "typ": "JWT"}, separators=(",", ":")).encode()
    )


def remade(header: dict[str, Any]) -> vcjwt.Token:
    """A token whose header says this beside what it must, rightly signed all the same."""
    whole = {"alg": "EdDSA", "kid": KEY.kid, "typ": "JWT", **header}
    text = ".".join(base64url.encode(json.dumps(part).encode()) for part in (whole, {"iss": KEY.did}))
    return vcjwt.read(f"{text}.{base64url.encode(KEY.sign(text.encode()))}".encode())


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "HS256"},
        {"alg": "ES256"},
        {"alg": "eddsa"},
        {"alg": ["EdDSA"]},
        {"alg": None},
        {"b64": False},
        {"b64": True},
        {"b64": True, "crit": ["b64"]},
        {"b64": False, "crit": ["b64"]},
        {"crit": []},
        {"crit": ["exp"], "exp": 1},
        {"kid": 4},
        {"kid": None},
    ],
    ids=str,
)
def test_a_good_signature_under_a_header_that_wants_something_else_is_none(header: dict[str, Any]) -> None:
    assert vcjwt.check(remade({}), KEY.public)
    assert not vcjwt.check(remade(header), KEY.public)


def test_a_signature_that_is_cut_or_longer_is_none() -> None:
    token = remade({})
    for signature in (b"", token.signature[:-1], token.signature + b"\0", bytes(64)):
        assert not vcjwt.check(replace(token, signature=signature), KEY.public)


def test_a_record_of_nobody_cannot_be_one() -> None:
    record = signed.small()
    del record["credentialSubject"]["id"]
    with pytest.raises(GuildmarkError) as error:
        signed.ob3_jwt(record)
    assert error.value.faults[0].code == "jwt.subject.missing"


@pytest.mark.parametrize("data", [b"a.b", b"a.b.c.d", b"a=.b.c", b"e30.e30.e31", b"e30.!.e30", b".."])
def test_what_is_no_jwt_is_said_so(data: bytes) -> None:
    with pytest.raises(GuildmarkError) as error:
        vcjwt.read(data)
    assert error.value.faults[0].code in ("jwt.unreadable", "json.unreadable")


def old(claims: dict[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    return vcjwt.credential_of(vcjwt.Token({}, {**claims, "vc": record}, b"", b""))


def test_the_old_claim_of_vc_1_1_is_read_with_the_claims_beside_it() -> None:
    claims = {
        "iss": "did:example:x",
        "sub": "did:example:y",
        "jti": "urn:x",
        "nbf": 1_577_836_800,
        "exp": 1_600_000_000,
    }
    assert old(claims, {"type": ["VerifiableCredential"], "credentialSubject": {"name": "D"}}) == {
        "type": ["VerifiableCredential"],
        "id": "urn:x",
        "issuer": "did:example:x",
        "issuanceDate": "2020-01-01T00:00:00Z",
        "expirationDate": "2020-09-13T12:26:40Z",
        "credentialSubject": {"id": "did:example:y", "name": "D"},
    }
    assert old({"iss": "did:example:x"}, {"issuer": {"name": "X"}}) == {"issuer": {"id": "did:example:x", "name": "X"}}


def test_what_the_old_record_says_itself_is_kept() -> None:
    record = {"id": "urn:y", "issuer": "did:example:z", "issuanceDate": "2021-01-01T00:00:00Z"}
    assert old({"iss": "did:example:x", "jti": "urn:x", "nbf": 1_577_836_800}, record) == record


@pytest.mark.parametrize("time", ["soon", None, True, 1e300, -1e300, [], float("nan")])
def test_a_claim_that_is_no_time_fills_nothing_in(time: Any) -> None:
    assert old({"nbf": time}, {"type": ["VerifiableCredential"]}) == {"type": ["VerifiableCredential"]}
