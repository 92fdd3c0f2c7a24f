"""An embedded proof cannot choose what it is checked for."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.credentials.verify import Verification, verify
from tests.credentials import signed
from tests.credentials.signed import NOW, STRANGERS_KEY, as_bytes, ob3, ob3_jcs


def with_proofs(*proofs: Any) -> Verification:
    return verify(as_bytes({**signed.small(), "proof": list(proofs)}), now=NOW)


def good() -> dict[str, Any]:
    (proof,) = ob3(signed.small())["proof"]
    return dict(proof)


def test_a_proof_may_stand_alone_or_in_a_list() -> None:
    assert with_proofs(good()).verdict == "valid"
    assert verify(as_bytes({**signed.small(), "proof": good()}), now=NOW).verdict == "valid"


@pytest.mark.parametrize("purpose", ["authentication", "", None, 4, ["assertionMethod"]])
def test_a_proof_for_another_purpose_is_refused(purpose: Any) -> None:
    assert with_proofs({**good(), "proofPurpose": purpose}).result("proof") == "fail"


def test_proofs_of_other_kinds_cannot_be_checked_yet() -> None:
    found = with_proofs({**good(), "cryptosuite": "ecdsa-rdfc-2019"})
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")
    assert with_proofs({**good(), "type": "Ed25519Signature2020"}).result("proof") == "not_checked"


@pytest.mark.parametrize("proof", ["x", 4, None, [], {}, {"type": "DataIntegrityProof"}, {"verificationMethod": 4}])
def test_what_is_no_proof_is_refused(proof: Any) -> None:
    assert with_proofs(proof).verdict == "invalid"


def test_one_bad_proof_beside_a_good_one_is_too_much() -> None:
    assert with_proofs(good(), {**good(), "created": "2020-01-01T00:00:00Z"}).result("proof") == "fail"


def test_a_proof_that_cannot_be_checked_beside_a_good_one_does_no_harm() -> None:
    assert with_proofs(good(), {**good(), "cryptosuite": "bbs-2023"}).verdict == "valid"


def test_a_strangers_proof_beside_the_issuers_does_no_harm_and_no_good() -> None:
    (strangers,) = ob3(signed.small(), STRANGERS_KEY)["proof"]
    assert with_proofs(good(), strangers).verdict == "valid"
    assert with_proofs(strangers).result("issuer") == "fail"


def test_an_unchecked_proof_in_the_issuers_name_does_not_vouch_for_a_strangers() -> None:
    (strangers,) = ob3(signed.small(), STRANGERS_KEY)["proof"]
    found = with_proofs(strangers, {**good(), "cryptosuite": "bbs-2023"})
    assert found.verdict != "valid"


def test_more_proofs_than_anyone_needs_are_not_checked() -> None:
    found = with_proofs(*[good()] * 5)
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")


def test_a_proof_that_has_expired_is_refused() -> None:
    assert with_proofs({**good(), "expires": "2026-01-01T00:00:00Z"}).result("proof") == "fail"


def test_a_key_that_is_not_the_dids_own_is_refused() -> None:
    other = f"{signed.KEY.did}#{STRANGERS_KEY.public.multikey}"
    assert with_proofs({**good(), "verificationMethod": other}).verdict == "invalid"


def test_a_record_that_would_cost_too_much_is_not_checked() -> None:
    record = signed.small()
    record["evidence"] = [{"type": ["Evidence"], "name": "x", "audience": "y"} for _ in range(1_100)]
    found = verify(as_bytes(ob3_jcs(record)), now=NOW)
    assert (found.verdict, found.result("context")) == ("undetermined", "not_checked")
    assert verify(as_bytes({**record, "proof": [good()]}), now=NOW).result("proof") == "not_checked"
