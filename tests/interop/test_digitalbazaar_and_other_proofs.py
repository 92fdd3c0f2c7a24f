"""@digitalbazaar/vc on our other proofs, our status lists and our end dates."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.credentials import keys
from guildmark.credentials.proofs import ecdsa_rdfc
from guildmark.credentials.verify import known_contexts
from tests.credentials import signed
from tests.credentials.changed import every_change
from tests.interop.conftest import JsPeer
from tests.interop.revocable import lists, with_status
from tests.interop.test_openbadgeslib_verifies_our_ob3_jwt import plain_badge

P256 = keys.generate("p256")
GOOD = {"verified": True, "because": []}


def test_it_refuses_a_record_that_has_expired(digitalbazaar: JsPeer) -> None:
    record = signed.ob3(signed.example())
    assert digitalbazaar.ask(record, now="2027-01-01T00:00:00Z") == GOOD
    refused = digitalbazaar.ask(record, now="2040-01-01T00:00:00Z")
    assert not refused["verified"]
    assert 'is after "validUntil"' in refused["because"][0]


def test_it_refuses_a_record_that_was_revoked_or_suspended(digitalbazaar: JsPeer) -> None:
    record = signed.ob3(with_status(signed.example()))
    assert digitalbazaar.ask(record, lookUp=True, documents=lists("active")) == GOOD
    for state in ("revoked", "suspended"):
        assert not digitalbazaar.accepts(record, lookUp=True, documents=lists(state))
    assert not digitalbazaar.accepts(record, lookUp=True)


def test_it_accepts_our_jcs_proof_where_no_context_stands_inline(digitalbazaar: JsPeer) -> None:
    assert digitalbazaar.ask(signed.ob3_jcs(plain_badge())) == GOOD
    accepted = [
        (path, other)
        for path, other, changed in every_change(signed.ob3_jcs(plain_badge()))
        if digitalbazaar.accepts(changed)
    ]
    assert accepted == []


@pytest.mark.parametrize("record", [signed.full, signed.small])
def test_its_jcs_takes_no_inline_context(digitalbazaar: JsPeer, record: Any) -> None:
    # It compares the contexts of proof and document by identity, so that no object ever equals another.
    refused = digitalbazaar.ask(signed.ob3_jcs(record()))
    assert "document.@context does not start with proof.@context" in refused["because"][0]


@pytest.mark.parametrize("record", [signed.full, signed.example, signed.small])
def test_it_accepts_our_records_under_a_p256_key(digitalbazaar: JsPeer, record: Any) -> None:
    assert digitalbazaar.ask(under_p256(record())) == GOOD


def test_it_refuses_a_record_under_a_p256_key_with_any_one_value_changed(digitalbazaar: JsPeer) -> None:
    accepted = [
        (path, other)
        for path, other, changed in every_change(under_p256(signed.small()))
        if digitalbazaar.accepts(changed)
    ]
    assert accepted == []


def under_p256(document: dict[str, Any]) -> dict[str, Any]:
    """The record with an ecdsa-rdfc-2019 proof, issued by the key's own did:key."""
    issuer = document["issuer"]
    named = {**document, "issuer": {**issuer, "id": P256.did}}
    return ecdsa_rdfc.sign(named, P256, created=signed.NOW, contexts=known_contexts())
