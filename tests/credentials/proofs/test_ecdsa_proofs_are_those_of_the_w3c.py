"""ECDSA proofs, and the older Ed25519Signature2020, have the values that the recommendations print."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import base58
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials.bounded import read_object
from guildmark.credentials.dids import assertion_key
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.linkeddata import UnknownContextError
from guildmark.credentials.proofs import ecdsa_rdfc, eddsa_jcs, eddsa_rdfc, rdfc
from guildmark.credentials.proofs.suites import check_of
from guildmark.errors import GuildmarkError
from tests.credentials.proofs.test_proofs_are_those_of_the_w3c import CONTEXTS, CREATED, VECTORS
from tests.credentials.signed import KEY

# Data Integrity ECDSA Cryptosuites 1.0, B.1 to B.5, and EdDSA Cryptosuites 1.0, B.1: one document, many proofs.
P256_SECRET = "z42twTcNeSYcnqg1FLuSFs2bsGH3ZqbRHFmvS9XMsYhjxvHN"
P256_KEY = "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"
P384_KEY = "z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ"
PRINTED = [
    (
        "ecdsa-rdfc-2019",
        P256_KEY,
        "zaHXrr7AQdydBk3ahpCDpWbxfLokDqmCToYm2dyWvpcFVyWooC2he63w1f7UNQoAMKdhaRtcnaE2KTo5o5vTCcfw",
    ),
    (
        "ecdsa-rdfc-2019",
        P384_KEY,
        "z967Mvv5bxtmLNqTzPZ8KmJjFmFXaAKeQNzq7GWnQkMcLtaGSSmuozE5WtJ8PipMe178B1tE28K1vsJur9bGVJhz6j"
        "gSJsRHFSQeqgH8hhjcg8gZDFJC1b9FsR5ggNmDBqHv",
    ),
    (
        "ecdsa-jcs-2019",
        P256_KEY,
        "z5ptCet75SaEgzG4v4zJhbJtfNi74Wv7Fq15hhKouJQQjEPQvPZKaYxcMXAMLPQS2FXrkCWokNJkFVkwxNzZfD5oT",
    ),
    (
        "ecdsa-jcs-2019",
        P384_KEY,
        "zq3EuTeLiGurmB2JR5oL8oWEsT7u2tba4HT1oZbiMYWc5qzsoW2kLYcBcF4HM5vCpJyTkceULKrVXuJQkXeN5seL4u"
        "XrFNFRMm53GWy1Yrto8rTWxZi9DkNeWP7yUPs7ELAm",
    ),
]


def document() -> dict[str, Any]:
    made = read_object((VECTORS / "eddsa-rdfc-2022-signed.json").read_bytes())
    del made["proof"]
    return made


def proof(suite: str, key: str, value: str) -> dict[str, Any]:
    made = {
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": f"did:key:{key}#{key}",
        "proofPurpose": "assertionMethod",
        "proofValue": value,
    }
    return made | ({"@context": document()["@context"]} if suite == "ecdsa-jcs-2019" else {})


def check(shown: dict[str, Any], made: dict[str, Any]) -> bool:
    checking = check_of(made)
    assert checking is not None
    return checking(shown, made, assertion_key(made["verificationMethod"]), CONTEXTS, ())


def test_ecdsa_rdfc_2019_signs_as_printed() -> None:
    key = SigningKey.of(ec.derive_private_key(int.from_bytes(base58.b58decode(P256_SECRET[1:])[2:]), ec.SECP256R1()))
    made = ecdsa_rdfc.sign(document(), key, created=CREATED, contexts=CONTEXTS)
    assert made["proof"] == [proof(*PRINTED[0])]
    assert rdfc.sign(document(), key, created=CREATED, contexts=CONTEXTS) == made


@pytest.mark.parametrize("printed", PRINTED)
def test_what_is_printed_is_good_and_nothing_else_is(printed: tuple[str, str, str]) -> None:
    made = proof(*printed)
    assert check(document(), made)
    assert not check({**document(), "name": "Another credential"}, made)
    assert not check(document(), {**made, "created": "2023-02-24T23:36:39Z"})
    other_length = 64 if printed[1] == P384_KEY else 96
    for value in ("z" + base58.b58encode(bytes(other_length)).decode(), "z", None, printed[2][1:]):
        with pytest.raises(GuildmarkError, match="no signature of"):
            check(document(), {**made, "proofValue": value})


def test_ed25519_signature_2020_is_that_of_the_recommendation() -> None:
    shown, older_key = document(), "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    older = {
        "type": "Ed25519Signature2020",
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": f"did:key:{older_key}#{older_key}",
        "proofPurpose": "assertionMethod",
        "proofValue": "z57Mm1vboMtZiCyJ4aReZsv8co4Re64Y8GEjL1ZARzMbXZgkARFLqFs1P345NpPGG2hgCrS4nNdvJhpwnrNyG3kEF",
    }
    shown["@context"] = [*shown["@context"], "https://w3id.org/security/suites/ed25519-2020/v1"]
    assert check(shown, older)
    assert not check({**shown, "name": "Another credential"}, older)
    with pytest.raises(UnknownContextError):
        check({**shown, "@context": [*shown["@context"], "https://example.org/unknown"]}, older)


@pytest.mark.parametrize("sign", [eddsa_rdfc.sign, ecdsa_rdfc.sign])
def test_a_key_makes_no_proof_of_another_kind(sign: Any) -> None:
    key = KEY if sign is ecdsa_rdfc.sign else SigningKey.of(ec.derive_private_key(7, ec.SECP256R1()))
    with pytest.raises(GuildmarkError) as error:
        sign(document(), key, created=datetime.now(UTC), contexts=CONTEXTS)
    assert error.value.faults[0].code == "key.type.unfit"
    with pytest.raises(GuildmarkError):
        eddsa_jcs.sign(document(), SigningKey.of(ec.derive_private_key(7, ec.SECP256R1())), created=datetime.now(UTC))


@given(st.integers(min_value=1, max_value=2**255))
def test_any_p256_key_signs_what_is_then_good(secret: int) -> None:
    key = SigningKey.of(ec.derive_private_key(secret, ec.SECP256R1()))
    made = rdfc.sign(document(), key, created=CREATED, contexts=CONTEXTS)
    assert check(made, made["proof"][0])
