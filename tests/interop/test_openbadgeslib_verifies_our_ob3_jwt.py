"""openbadgeslib accepts our `ob3-jwt` records; what it says of our `ob3` records is pinned."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier

from guildmark.credentials import base64url
from guildmark.credentials.proofs import vcjwt
from tests.credentials import signed
from tests.credentials.changed import every_change

RECORDS = [signed.full, signed.example, signed.small]


def accepts(token: str) -> bool:
    try:
        OB3Verifier.for_issuer_did(signed.KEY.did).verify(token)
    except OB3VerificationError:
        return False
    return True


@pytest.mark.parametrize("record", RECORDS)
def test_it_accepts_our_records(record: Any) -> None:
    found = OB3Verifier.for_issuer_did(signed.KEY.did).verify(signed.ob3_jwt(record()))
    assert found.id == record()["id"]


@pytest.mark.parametrize("record", RECORDS)
def test_it_refuses_a_record_with_any_one_value_changed(record: Any) -> None:
    token = signed.ob3_jwt(record())
    header, payload, signature = token.split(".")
    taken_apart = vcjwt.read(token.encode())
    accepted = [
        (path, other)
        for path, other, changed in every_change({"header": taken_apart.header, "payload": taken_apart.payload})
        if accepts(f"{encoded(changed['header'])}.{encoded(changed['payload'])}.{signature}")
    ]
    assert accepted == []
    assert accepts(f"{header}.{payload}.{signature}")


def test_it_refuses_inline_contexts_in_our_ob3_records() -> None:
    with pytest.raises(OB3VerificationError, match="inline @context object"):
        OB3LdpVerifier.for_issuer_did(signed.KEY.did).verify(json.dumps(signed.ob3(signed.full())))


def test_it_accepts_our_ob3_proof_where_no_term_of_ours_is_used() -> None:
    document = signed.ob3(plain_badge())
    found = OB3LdpVerifier.for_issuer_did(signed.KEY.did).verify(json.dumps(document))
    assert found.id == document["id"]


def plain_badge() -> dict[str, Any]:
    """A badge in the published terms alone."""
    return {
        "@context": signed.full()["@context"][:2],
        "id": "urn:uuid:5f1c1d6e-0000-4000-8000-000000000000",
        "type": ["VerifiableCredential", "AchievementCredential"],
        "issuer": {"id": signed.KEY.did, "type": ["Profile"], "name": "Vltava Academy of Stagecraft"},
        "validFrom": "2026-11-23T12:00:00Z",
        "credentialSubject": {
            "id": "urn:uuid:5f1c1d6e-0000-4000-8000-000000000001",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:5f1c1d6e-0000-4000-8000-000000000002",
                "type": ["Achievement"],
                "name": "Light",
                "description": "Light for small stages",
                "criteria": {"narrative": "Show it"},
            },
        },
    }


def encoded(value: dict[str, Any]) -> str:
    return base64url.encode(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
