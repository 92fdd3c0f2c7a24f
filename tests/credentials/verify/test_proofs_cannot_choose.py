"""An embedded proof cannot choose what it is checked for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from guildmark.credentials.proofs import eddsa_rdfc
from guildmark.credentials.verify import Verification, known_contexts, verify
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


@pytest.mark.parametrize(
    ("member", "words"),
    [("proofPurpose", "does not say what it was made for"), ("cryptosuite", "does not say of which kind it is")],
)
def test_what_a_proof_does_not_say_is_told_in_words(member: str, words: str) -> None:
    found = with_proofs({name: value for name, value in good().items() if name != member})
    said = [str(check.sentence) for check in found.checks]
    assert any(words in sentence for sentence in said)
    assert not any("None" in sentence for sentence in said)
    assert found.verdict != "valid"


@pytest.mark.parametrize(
    "kind",
    [
        {"cryptosuite": "bbs-2023"},
        {"cryptosuite": "ecdsa-sd-2023"},
        {"cryptosuite": ["eddsa-rdfc-2022"]},
        {"cryptosuite": None},
        {"type": "JsonWebSignature2020"},
        {"type": "Ed25519Signature2018"},
        {"type": ["DataIntegrityProof"]},
    ],
)
def test_proofs_of_other_kinds_cannot_be_checked(kind: dict[str, Any]) -> None:
    found = with_proofs({**good(), **kind})
    assert found.result("proof") == "not_checked"
    assert found.verdict != "valid"


@pytest.mark.parametrize("suite", ["ecdsa-rdfc-2019", "ecdsa-jcs-2019"])
def test_a_key_of_the_wrong_type_makes_no_proof(suite: str) -> None:
    assert with_proofs({**good(), "cryptosuite": suite}).result("proof") == "fail"


def test_one_suites_signature_is_not_anothers() -> None:
    assert with_proofs({**good(), "cryptosuite": "eddsa-jcs-2022"}).result("proof") == "fail"
    older = {name: value for name, value in good().items() if name != "cryptosuite"}
    assert with_proofs({**older, "type": "Ed25519Signature2020"}).result("proof") == "fail"


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
    found = with_proofs(*[good()] * 9)
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")


def test_a_proof_that_has_expired_is_refused() -> None:
    assert with_proofs({**good(), "expires": "2026-01-01T00:00:00Z"}).result("proof") == "fail"


def test_clocks_may_differ_a_little_but_nothing_is_signed_tomorrow() -> None:
    def made(after: timedelta) -> Verification:
        record = signed.small()
        return verify(
            as_bytes(eddsa_rdfc.sign(record, signed.KEY, created=NOW + after, contexts=known_contexts())), now=NOW
        )

    assert made(timedelta(minutes=5)).verdict == "valid"
    assert made(timedelta(minutes=6)).result("proof") == "fail"


@pytest.mark.parametrize("time", ["2026-11-23", "yesterday", 4, None, "2026-02-30T00:00:00Z"])
def test_a_proof_with_a_time_that_is_none_is_refused(time: Any) -> None:
    assert with_proofs({**good(), "created": time}).result("proof") == "fail"
    assert with_proofs({**good(), "expires": time}).result("proof") == "fail"


def test_a_signature_over_another_record_is_refused() -> None:
    (of_another,) = ob3({**signed.small(), "name": "Another"})["proof"]
    assert with_proofs(of_another).result("proof") == "fail"


@pytest.mark.parametrize("shape", [lambda value: value[1:], lambda value: f"u{value[1:]}", lambda value: value[:-4]])
def test_a_signature_in_another_writing_or_length_is_refused(shape: Any) -> None:
    assert with_proofs({**good(), "proofValue": shape(good()["proofValue"])}).result("proof") == "fail"


def test_a_key_that_is_not_the_dids_own_is_refused() -> None:
    other = f"{signed.KEY.did}#{STRANGERS_KEY.public.multikey}"
    assert with_proofs({**good(), "verificationMethod": other}).verdict == "invalid"


def test_a_record_that_would_cost_too_much_is_not_checked() -> None:
    record = signed.small()
    record["evidence"] = [{"type": ["Evidence"], "name": "x", "audience": "y"} for _ in range(1_100)]
    found = verify(as_bytes(ob3_jcs(record)), now=NOW)
    assert (found.verdict, found.result("context")) == ("undetermined", "not_checked")
    assert verify(as_bytes({**record, "proof": [good()]}), now=NOW).result("proof") == "not_checked"
