"""What somebody could try with keys, signatures and the text that is signed."""

from __future__ import annotations

import json
from typing import Any

import base58
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from guildmark.credentials import base64url
from guildmark.credentials.keys import PublicKey, SigningKey
from guildmark.credentials.proofs import rdfc
from guildmark.credentials.verify import Verification, known_contexts, verify
from guildmark.errors import GuildmarkError
from tests.credentials import signed
from tests.credentials.signed import KEY, NOW, as_bytes, ob3, ob3_jwt

P256 = SigningKey.of(ec.derive_private_key(7, ec.SECP256R1()))
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
EVERYTHING_FITS = bytes([1]) + bytes(31)
"""The neutral point of Ed25519: as a public key it makes the signature (itself, 0) good for every record."""


def by(key: SigningKey, **changed: Any) -> dict[str, Any]:
    """A small record of this key's."""
    document = {**signed.small(), **changed}
    document["issuer"] = {**document["issuer"], "id": key.did}
    return rdfc.sign(document, key, created=NOW, contexts=known_contexts())


def with_proof(document: dict[str, Any], **changed: Any) -> Verification:
    return verify(as_bytes({**document, "proof": [{**document["proof"][0], **changed}]}), now=NOW)


def value(signature: bytes) -> str:
    return "z" + base58.b58encode(signature).decode()


def test_a_p256_record_as_it_should_be() -> None:
    found = verify(as_bytes(by(P256)), now=NOW)
    assert (found.verdict, found.format) == ("valid", "ob3")


def test_a_key_that_fits_everything_signs_nothing() -> None:
    nobody = PublicKey(EVERYTHING_FITS).did
    document = ob3(signed.small())
    document["issuer"] = {**document["issuer"], "id": nobody}
    method = f"{nobody}#{nobody.removeprefix('did:key:')}"
    found = with_proof(document, verificationMethod=method, proofValue=value(EVERYTHING_FITS + bytes(32)))
    assert (found.verdict, found.result("proof"), found.result("issuer")) == ("invalid", "fail", "fail")


@pytest.mark.parametrize("key", [KEY, P256])
@pytest.mark.parametrize("signature", [bytes(64), b"\xff" * 64, EVERYTHING_FITS + bytes(32), bytes(63), bytes(65)])
def test_made_up_signatures_are_refused(key: SigningKey, signature: bytes) -> None:
    assert with_proof(by(key), proofValue=value(signature)).result("proof") == "fail"


@pytest.mark.parametrize("writing", ["", "z", "zz", "m", "u", "f00"])
@pytest.mark.parametrize("key", [KEY, P256])
def test_a_signature_in_another_writing_is_refused(key: SigningKey, writing: str) -> None:
    signature = base58.b58decode(by(key)["proof"][0]["proofValue"][1:])
    for text in (writing, writing + base64url.encode(signature), writing + signature.hex(), [value(signature)]):
        assert with_proof(by(key), proofValue=text).result("proof") == "fail"


def test_an_ecdsa_signature_in_der_is_refused() -> None:
    der = ec.derive_private_key(7, ec.SECP256R1()).sign(b"data", ec.ECDSA(SHA256()))
    assert with_proof(by(P256), proofValue=value(der)).result("proof") == "fail"


def test_the_other_s_of_a_signature_says_the_same_and_changes_nothing() -> None:
    document = by(P256)
    signature = base58.b58decode(document["proof"][0]["proofValue"][1:])
    other = signature[:32] + (P256_ORDER - int.from_bytes(signature[32:])).to_bytes(32)
    assert with_proof(document, proofValue=value(other)).verdict == "valid"


@pytest.mark.parametrize(("key", "others"), [(KEY, P256), (P256, KEY)])
def test_a_key_of_the_wrong_type_is_refused(key: SigningKey, others: SigningKey) -> None:
    found = with_proof(by(key), verificationMethod=others.kid)
    assert found.result("proof") == "fail"


@pytest.mark.parametrize(
    "key",
    [
        "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",  # X25519
        "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",  # secp256k1
    ],
)
def test_keys_that_are_not_for_this_are_left_open(key: str) -> None:
    found = with_proof(ob3(signed.small()), verificationMethod=f"did:key:{key}#{key}")
    assert found.verdict != "valid"
    assert found.result("proof") == "not_checked"


@pytest.mark.parametrize("key", [KEY, P256])
def test_blank_nodes_that_all_know_each_other_cost_no_work(key: SigningKey) -> None:
    document = by(key)
    nodes = [f"_:n{number}" for number in range(12)]
    document["evidence"] = [
        {"id": node, "type": ["VerifiableCredential"], "evidence": [other for other in nodes if other != node]}
        for node in nodes
    ]
    found = verify(as_bytes(document), now=NOW)
    assert found.result("proof") == "not_checked"
    assert found.verdict != "valid"


TEXT = json.dumps(signed.small(), ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT.replace('"issuer":', '"issuer": "did:example:x", "issuer":', 1), "json.key.doubled"),
        (TEXT.replace('"issuer":', '"description": "\\ud83d", "issuer":', 1), "json.text.lone_surrogate"),
        (TEXT.replace('"issuer":', '"\\udc00": "x", "issuer":', 1), "json.text.lone_surrogate"),
        (TEXT.replace('"issuer":', '"creditsEarned": 9007199254740993, "issuer":', 1), "json.number.unsafe"),
        (TEXT.replace('"issuer":', '"creditsEarned": 1e400, "issuer":', 1), "json.number.unsafe"),
        (TEXT.replace('"issuer":', '"creditsEarned": NaN, "issuer":', 1), "json.number.unsafe"),
    ],
)
def test_text_that_two_readers_could_understand_differently_is_not_read(text: str, code: str) -> None:
    header, _payload, _signature = ob3_jwt(signed.small()).split(".")
    unsigned = f"{header}.{base64url.encode(text.encode())}"
    token = f"{unsigned}.{base64url.encode(KEY.sign(unsigned.encode()))}"
    for data in (text.encode(), token.encode()):
        with pytest.raises(GuildmarkError) as error:
            verify(data, now=NOW)
        assert error.value.faults[0].code == code
