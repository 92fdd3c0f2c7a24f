"""VC-JWT: the record at the payload's top level, signed with the key's own algorithm and no other."""

from __future__ import annotations

import pytest

from guildmark.credentials.proofs import vcjwt
from guildmark.errors import GuildmarkError
from tests.credentials import signed
from tests.credentials.signed import KEY, STRANGERS_KEY


def test_the_record_stands_at_the_top_with_its_claims() -> None:
    record = signed.full()
    token = vcjwt.read(signed.ob3_jwt(record).encode())
    assert token.header == {"alg": "EdDSA", "kid": KEY.verification_method, "typ": "JWT"}
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


def test_the_old_claim_of_vc_1_1_is_read() -> None:
    token = vcjwt.Token({}, {"vc": {"type": ["VerifiableCredential"]}, "iss": "did:example:x"}, b"", b"")
    assert vcjwt.credential_of(token) == {"type": ["VerifiableCredential"]}
