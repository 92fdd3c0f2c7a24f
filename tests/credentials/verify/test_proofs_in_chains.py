"""Several proofs: side by side each stands alone; in a chain each is over the ones before it."""

from __future__ import annotations

from typing import Any

import base58
import pytest

from guildmark.credentials.keys import SigningKey
from guildmark.credentials.proofs import data_integrity, eddsa_jcs, eddsa_rdfc
from guildmark.credentials.verify import Verification, known_contexts, verify
from tests.credentials import signed
from tests.credentials.signed import KEY, NOW, STRANGERS_KEY, as_bytes

Proof = dict[str, Any]
SUITES = [eddsa_rdfc.CRYPTOSUITE, eddsa_jcs.CRYPTOSUITE]


def link(
    *before: Proof, key: SigningKey = KEY, suite: str = eddsa_rdfc.CRYPTOSUITE, named: str | None = None, **members: Any
) -> Proof:
    """A proof over the small record and the proofs before it."""
    record = signed.small()
    options = {
        **data_integrity.options(suite, key, NOW),
        "id": named or f"urn:proof:{len(before)}:{key.did}",
        **members,
    }
    if before and "previousProof" not in options:
        options["previousProof"] = [proof["id"] for proof in before]
    over = data_integrity.covered(record, before)
    if suite == eddsa_jcs.CRYPTOSUITE:
        data = data_integrity.jcs_hash_data(options, over)
    else:
        data = data_integrity.rdfc_hash_data(options, over, known_contexts())
    return {**options, "proofValue": "z" + base58.b58encode(key.sign(data)).decode()}


def with_proofs(*proofs: Any) -> Verification:
    return verify(as_bytes({**signed.small(), "proof": list(proofs)}), now=NOW)


@pytest.mark.parametrize("suite", SUITES)
def test_a_chain_is_good_in_whatever_order_its_links_stand(suite: str) -> None:
    first = link(suite=suite)
    second = link(first, key=STRANGERS_KEY, suite=suite)
    third = link(first, second, suite=suite)
    assert with_proofs(first, second, third).verdict == "valid"
    assert with_proofs(third, second, first).verdict == "valid"


def test_one_proof_may_be_named_without_a_list() -> None:
    first = link()
    assert with_proofs(first, link(first, previousProof=first["id"])).verdict == "valid"


@pytest.mark.parametrize("suite", SUITES)
def test_a_link_whose_previous_proof_is_missing_or_another_is_bad(suite: str) -> None:
    first = link(suite=suite)
    second = link(first, suite=suite)
    other = link(suite=suite, created="2026-01-01T00:00:00Z")
    assert with_proofs(second).result("proof") == "fail"
    assert with_proofs(other, second).result("proof") == "fail"
    assert with_proofs(first, {**second, "previousProof": []}).result("proof") == "fail"


def test_a_proof_that_two_carry_the_name_of_is_not_known() -> None:
    first = link()
    assert with_proofs(first, first, link(first)).result("proof") == "fail"


@pytest.mark.parametrize("previous", [4, {}, [4], [[]], ["urn:a"] * 50, "", None])
def test_names_that_are_none_are_refused(previous: Any) -> None:
    found = with_proofs(link(), {**link(named="urn:b"), "previousProof": previous})
    assert found.result("proof") == ("pass" if previous is None else "fail")


def test_proofs_that_rest_on_each_other_in_a_circle_are_refused() -> None:
    alone = link(named="urn:a", previousProof="urn:a")
    assert with_proofs(alone).result("proof") == "fail"
    ring = [link(named=f"urn:{n}", previousProof=f"urn:{(n + 1) % 3}") for n in range(3)]
    found = with_proofs(*ring)
    assert found.result("proof") == "fail"
    assert "circle" in next(check.sentence for check in found.checks if check.check == "proof").text("en")


def test_a_link_counts_only_if_what_it_rests_on_can_be_checked() -> None:
    unknown = {**link(), "cryptosuite": "bbs-2023"}
    found = with_proofs(unknown, link(unknown))
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")


def test_a_strangers_last_link_does_not_make_a_record_the_issuers() -> None:
    first = link(key=STRANGERS_KEY)
    assert with_proofs(first, link(first, key=STRANGERS_KEY)).result("issuer") == "fail"
    assert with_proofs(first, link(first)).verdict == "valid"
