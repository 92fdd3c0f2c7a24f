"""openbadgeslib on our end dates and status lists; and ourselves on what openbadgeslib issues."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from openbadgeslib.ob3 import Achievement, Issuer, OB3LdpSigner, OB3Signer, OpenBadgeCredential, did_key_from_pem
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier

from guildmark.credentials.keys import SigningKey
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify import Verification, verify
from tests.credentials import signed
from tests.credentials.changed import every_change
from tests.interop.revocable import lists, with_status
from tests.interop.test_openbadgeslib_verifies_our_ob3_jwt import accepts, encoded

P256 = derive_private_key(7, SECP256R1())
KEYS = {"EdDSA": signed.KEY.private, "ES256": P256}


def test_it_refuses_a_record_that_has_expired() -> None:
    over = {"validFrom": "2020-01-01T00:00:00Z", "validUntil": "2021-01-01T00:00:00Z"}
    assert accepts(signed.ob3_jwt(signed.small()))
    assert not accepts(signed.ob3_jwt({**signed.small(), **over}))


@pytest.mark.parametrize("state", ["active", "suspended", "revoked"])
def test_it_knows_a_status_of_one_bit_only_and_relies_on_no_record_whose_status_it_cannot_read(state: str) -> None:
    token, stands = signed.ob3_jwt(with_status(signed.example())), lists(state)
    assert accepts(token)
    with pytest.raises(OB3VerificationError, match="unsupported statusSize 3"):
        OB3Verifier.for_issuer_did(signed.KEY.did).verify(
            token, check_status=True, verify_status_list=False, download=lambda url: json.dumps(stands[url]).encode()
        )


@pytest.mark.parametrize("record", [signed.full, signed.example, signed.small])
def test_it_accepts_our_tokens_under_a_p256_key(record: Callable[[], dict[str, Any]]) -> None:
    key = SigningKey.of(P256)
    document = record()
    token = vcjwt.sign({**document, "issuer": {**document["issuer"], "id": key.did}}, key)
    assert OB3Verifier.for_issuer_did(key.did).verify(token).id == document["id"]
    head, _, signature = token.split(".")
    payload = {**vcjwt.read(token.encode()).payload, "name": "Dark"}
    with pytest.raises(OB3VerificationError):
        OB3Verifier.for_issuer_did(key.did).verify(f"{head}.{encoded(payload)}.{signature}")


def theirs(key: Any) -> OpenBadgeCredential:
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return OpenBadgeCredential(
        issuer=Issuer(did_key_from_pem(public), "Another Academy"),
        recipient_id="mailto:dora@example.org",
        achievement=Achievement("https://another.example.org/light", "Light", "Light for stages", "Show it"),
        id="urn:uuid:5f1c1d6e-0000-4000-8000-000000000000",
        issuance_date=datetime(2026, 11, 23, 12, tzinfo=UTC),
        expiration_date=datetime(2026, 12, 24, 12, tzinfo=UTC),
    )


def pem(key: Any) -> bytes:
    made: bytes = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return made


def judged(record: Any, now: datetime = signed.NOW) -> Verification:
    return verify(signed.as_bytes(record), now=now)


@pytest.mark.parametrize("algorithm", KEYS)
def test_their_tokens_are_accepted_here_until_they_expire(algorithm: str) -> None:
    token = OB3Signer(pem(KEYS[algorithm]), algorithm).sign(theirs(KEYS[algorithm]))
    assert judged(token).verdict == "valid"
    assert judged(token).record["title"] == "Light"
    assert judged(token, now=signed.NOW.replace(year=2027)).verdict == "invalid"
    head, _, signature = token.split(".")
    payload = {**vcjwt.read(token.encode()).payload, "name": "Dark"}
    assert judged(f"{head}.{encoded(payload)}.{signature}").verdict == "invalid"


def test_their_embedded_proofs_are_accepted_here_and_no_change_of_them() -> None:
    document = OB3LdpSigner(pem(signed.KEY.private)).sign(theirs(signed.KEY.private), created=signed.NOW)
    assert judged(document).verdict == "valid"
    accepted = [(path, other) for path, other, changed in every_change(document) if judged(changed).verdict == "valid"]
    assert accepted == []
