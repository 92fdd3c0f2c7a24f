"""Both embedded proofs are byte for byte those of the W3C's vectors."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import base58
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guildmark.credentials.bounded import read_object
from guildmark.credentials.dids import assertion_key
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs import eddsa_jcs, eddsa_rdfc
from guildmark.errors import GuildmarkError

VECTORS = Path(__file__).parents[1] / "vectors"
CONTEXTS = Contexts(
    further={
        "https://www.w3.org/ns/credentials/examples/v2": (
            b'{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}'
        )
    }
)
CREATED = datetime(2023, 2, 24, 23, 36, 38, tzinfo=UTC)


def signed(suite: str) -> dict[str, Any]:
    return read_object((VECTORS / f"{suite}-signed.json").read_bytes())


def key() -> SigningKey:
    pair = read_object((VECTORS / "key-pair.json").read_bytes())
    secret = base58.b58decode(pair["privateKeyMultibase"][1:])[2:]
    return SigningKey.of(Ed25519PrivateKey.from_private_bytes(secret))


def check(document: dict[str, Any]) -> bool:
    proof = document["proof"]
    public = assertion_key(proof["verificationMethod"])
    if proof["cryptosuite"] == "eddsa-jcs-2022":
        return eddsa_jcs.check(document, proof, public)
    return eddsa_rdfc.check(document, proof, public, contexts=CONTEXTS)


def test_eddsa_rdfc_2022_signs_as_the_vector_does() -> None:
    made = eddsa_rdfc.sign(signed("eddsa-rdfc-2022"), key(), created=CREATED, contexts=CONTEXTS)
    assert made["proof"] == [signed("eddsa-rdfc-2022")["proof"]]


def test_eddsa_jcs_2022_signs_as_the_vector_does() -> None:
    made = eddsa_jcs.sign(signed("eddsa-jcs-2022"), key(), created=CREATED)
    assert made["proof"] == [signed("eddsa-jcs-2022")["proof"]]


@pytest.mark.parametrize("suite", ["eddsa-rdfc-2022", "eddsa-jcs-2022"])
def test_the_vector_is_good_and_no_changed_one_is(suite: str) -> None:
    document = signed(suite)
    assert check(document)
    assert not check({**document, "name": "Another credential"})
    assert not check({**document, "proof": {**document["proof"], "created": "2023-02-24T23:36:39Z"}})


def test_a_jcs_proof_holds_the_contexts_that_were_signed() -> None:
    document = signed("eddsa-jcs-2022")
    added = {**document, "@context": [*document["@context"], "https://example.org/more"]}
    assert check(added)
    assert not check({**document, "@context": document["@context"][:1]})


@pytest.mark.parametrize("value", [None, "", "z", "u" + "A" * 86, "z0", "z" + "1" * 200, 4, "z2"])
def test_a_proof_without_64_bytes_of_signature_is_none(value: object) -> None:
    document = signed("eddsa-rdfc-2022")
    with pytest.raises(GuildmarkError) as error:
        check({**document, "proof": {**document["proof"], "proofValue": value}})
    assert error.value.faults[0].code == "proof.value"


def test_a_time_without_a_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="time zone"):
        eddsa_jcs.sign({}, key(), created=CREATED.replace(tzinfo=None))


def test_the_zone_of_the_time_is_no_part_of_the_proof() -> None:
    from datetime import timedelta, timezone

    elsewhere = CREATED.astimezone(timezone(timedelta(hours=2)))
    assert eddsa_jcs.sign({}, key(), created=elsewhere) == eddsa_jcs.sign({}, key(), created=CREATED)
