"""Records of VC Data Model 1.1: JSON with the proofs of that time, or a JWT with the record in its `vc` claim."""

from __future__ import annotations

import json
from typing import Any

import base58
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from guildmark.credentials import base64url
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.proofs import data_integrity, ed25519_2020, rdfc
from guildmark.credentials.verify import Verification, known_contexts, verify
from tests.credentials.signed import KEY, NOW, STRANGERS_KEY, as_bytes

P256 = SigningKey.of(ec.derive_private_key(7, ec.SECP256R1()))
V1 = "https://www.w3.org/2018/credentials/v1"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"


def record(**members: Any) -> dict[str, Any]:
    return {
        "@context": [V1, OPEN_BADGES, ED25519_2020],
        "id": "urn:uuid:5f0a6fb1-4f5c-4a9c-9f93-3c7c0a1c2f10",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Stage rigging",
        "issuer": {"id": KEY.did, "type": ["Profile"], "name": "Vltava Academy"},
        "issuanceDate": "2026-01-01T00:00:00Z",
        "expirationDate": "2027-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:dora",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:example:rigging",
                "type": ["Achievement"],
                "name": "Stage rigging",
                "description": "Hangs loads safely.",
                "criteria": {"narrative": "A supervised rig."},
            },
        },
        **members,
    }


def signed(document: dict[str, Any], key: SigningKey = KEY, **changed: Any) -> dict[str, Any]:
    options = {
        "type": ed25519_2020.TYPE,
        "created": "2026-01-01T00:00:00Z",
        "verificationMethod": key.kid,
        "proofPurpose": "assertionMethod",
        **changed,
    }
    data = data_integrity.rdfc_hash_data(options, document, known_contexts())
    return {**document, "proof": {**options, "proofValue": "z" + base58.b58encode(key.sign(data)).decode()}}


def judged(document: dict[str, Any]) -> Verification:
    return verify(as_bytes(document), now=NOW)


def test_a_badge_of_that_time_is_good_and_is_read() -> None:
    found = judged(signed(record()))
    assert (found.verdict, found.format) == ("valid", "ob3")
    assert found.record["title"] == "Stage rigging"
    assert found.record["date_of_issuing"] == "2026-01-01T00:00:00Z"
    assert found.record["valid_until"] == "2027-01-01T00:00:00Z"
    assert "workload" in found.elements["mandatory"]["missing"]


@pytest.mark.parametrize("change", [{"name": "Stage magic"}, {"expirationDate": "2099-01-01T00:00:00Z"}])
def test_a_changed_one_is_not(change: dict[str, Any]) -> None:
    assert judged({**signed(record()), **change}).result("proof") == "fail"


@pytest.mark.parametrize(
    ("members", "check"),
    [
        ({"expirationDate": "2026-02-01T00:00:00Z"}, "validity"),
        ({"issuanceDate": "2026-12-01T00:00:00Z"}, "validity"),
        ({"issuer": {"id": STRANGERS_KEY.did}}, "issuer"),
    ],
)
def test_its_own_dates_and_issuer_are_judged(members: dict[str, Any], check: str) -> None:
    found = judged(signed(record(**members)))
    assert (found.verdict, found.result("proof"), found.result(check)) == ("invalid", "pass", "fail")


def test_it_needs_its_date_of_issuing() -> None:
    document = record()
    del document["issuanceDate"]
    assert judged(signed(document)).result("schema") == "fail"


def test_a_proof_whose_type_no_context_defines_proves_nothing() -> None:
    with_its_context = signed(record())
    without = {**with_its_context, "@context": [V1, OPEN_BADGES]}
    assert judged(without).verdict == "invalid"


@pytest.mark.parametrize("changed", [{"proofPurpose": "authentication"}, {"verificationMethod": P256.kid}])
def test_neither_another_purpose_nor_another_type_of_key_will_do(changed: dict[str, Any]) -> None:
    assert judged(signed(record(), **changed)).result("proof") == "fail"


@pytest.mark.parametrize("key", [KEY, P256])
def test_todays_proofs_stand_on_records_of_that_time_too(key: SigningKey) -> None:
    document = record(issuer={"id": key.did})
    document["@context"] = [V1, OPEN_BADGES, "https://w3id.org/security/data-integrity/v2"]
    made = rdfc.sign(document, key, created=NOW, contexts=known_contexts())
    assert judged(made).verdict == "valid"


@pytest.mark.parametrize("key", [KEY, P256])
def test_a_token_of_that_time_is_good(key: SigningKey) -> None:
    document = record(issuer={"id": key.did})
    del document["issuanceDate"], document["expirationDate"]
    claims = {"iss": key.did, "sub": "did:example:dora", "jti": document["id"], "nbf": 1767225600, "vc": document}

    def token(**more: Any) -> bytes:
        header = {"alg": key.alg, "typ": "JWT", "kid": key.kid}
        text = ".".join(base64url.encode(json.dumps(part).encode()) for part in (header, {**claims, **more}))
        return f"{text}.{base64url.encode(key.sign(text.encode()))}".encode()

    found = verify(token(), now=NOW)
    assert (found.verdict, found.format) == ("valid", "ob3-jwt")
    assert found.record["date_of_issuing"] == "2026-01-01T00:00:00Z"
    assert verify(token(exp=1767225700), now=NOW).result("validity") == "fail"
    assert verify(token(iss=STRANGERS_KEY.did), now=NOW).verdict == "invalid"
    assert verify(token(sub="did:example:bob"), now=NOW).verdict == "invalid"
