"""The Digital Credentials Consortium's verifier-core, without network, accepts our `ob3` records."""

from __future__ import annotations

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from guildmark.credentials.keys import SigningKey
from guildmark.credentials.proofs import ecdsa_rdfc
from guildmark.credentials.verify import known_contexts
from tests.credentials import signed
from tests.credentials.changed import every_change
from tests.interop.conftest import VerifierCore
from tests.interop.revocable import lists, with_status

P256 = SigningKey.of(ec.derive_private_key(7, ec.SECP256R1()))


def ecdsa(document: dict[str, Any]) -> dict[str, Any]:
    made = {**document, "issuer": {**document["issuer"], "id": P256.did}}
    return ecdsa_rdfc.sign(made, P256, created=signed.NOW, contexts=known_contexts())


RECORDS = [signed.full, signed.example, signed.small]


@pytest.mark.parametrize("record", RECORDS)
def test_it_accepts_our_records(verifier_core: VerifierCore, record: Any) -> None:
    assert verifier_core.ask(signed.ob3(record()))["log"]["valid_signature"] is True
    assert verifier_core.accepts(signed.ob3(record()))


@pytest.mark.parametrize("record", [signed.example, signed.small])
def test_it_refuses_a_record_with_any_one_value_changed(verifier_core: VerifierCore, record: Any) -> None:
    accepted = [
        (path, other) for path, other, changed in every_change(signed.ob3(record())) if verifier_core.accepts(changed)
    ]
    assert accepted == []


def test_it_refuses_a_record_that_has_expired(verifier_core: VerifierCore) -> None:
    over = {"validFrom": "2020-01-01T00:00:00Z", "validUntil": "2021-01-01T00:00:00Z"}
    answer = verifier_core.ask(signed.ob3({**signed.small(), **over}))
    assert (answer["log"]["valid_signature"], answer["log"]["expiration"]) == (True, False)


def test_it_refuses_a_record_that_was_revoked(verifier_core: VerifierCore) -> None:
    record = signed.ob3(with_status(signed.example()))
    assert verifier_core.accepts(record, **lists("active"))
    for state in ("revoked", "suspended"):
        answer = verifier_core.ask(record, **lists(state))
        assert (answer["log"]["valid_signature"], answer["log"]["revocation_status"]) == (True, False)
    assert not verifier_core.accepts(record)


@pytest.mark.parametrize("record", [signed.ob3_jcs(signed.small()), ecdsa(signed.small())], ids=["jcs", "p256"])
def test_it_knows_no_other_proof_of_ours(verifier_core: VerifierCore, record: dict[str, Any]) -> None:
    assert not verifier_core.accepts(record)
