"""The vectors of W3C's cryptosuites, step by step, and signed again (W3C_DIR holds checkouts of w3c/vc-di-eddsa,
w3c/vc-di-ecdsa and w3c-ccg/citizenship-vocab).
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, NamedTuple

import base58
import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA384

from guildmark.credentials.bounded import JsonObject, read_object
from guildmark.credentials.dids import assertion_key
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.linkeddata import Contexts, canonical
from guildmark.credentials.linkeddata.canonical import Hashing
from guildmark.credentials.proofs import data_integrity
from guildmark.credentials.proofs.suites import check_of
from guildmark.credentials.verify.embedded import check_embedded
from tests.credentials.signed import NOW

W3C = Path(os.environ["W3C_DIR"])
EDDSA, ECDSA = W3C / "vc-di-eddsa" / "TestVectors", W3C / "vc-di-ecdsa" / "TestVectors"
CONTEXTS = Contexts(
    further={
        "https://www.w3.org/ns/credentials/examples/v2": (
            b'{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}'
        ),
        "https://w3id.org/citizenship/v4rc1": (
            W3C / "citizenship-vocab" / "contexts" / "citizenship-v4rc1.jsonld"
        ).read_bytes(),
    }
)


class Vector(NamedTuple):
    """Where one vector stands, how its files end, and how it is made."""

    folder: Path
    ending: str
    hashing: Hashing = "sha256"
    jcs: bool = False

    def read(self, name: str) -> str:
        return (self.folder / f"{name}{self.ending}.txt").read_text("utf-8").strip()


VECTORS = [
    Vector(EDDSA / "eddsa-rdfc-2022", "DataInt"),
    Vector(EDDSA / "eddsa-rdfc-2022" / "employ", "DataInt"),
    Vector(EDDSA / "eddsa-jcs-2022", "JCS", jcs=True),
    Vector(EDDSA / "Ed25519Signature2020", "EdSig"),
    Vector(ECDSA / "ecdsa-rdfc-2019-p256", "ECDSAP256"),
    Vector(ECDSA / "ecdsa-rdfc-2019-p256" / "employ", "ECDSAP256"),
    Vector(ECDSA / "ecdsa-rdfc-2019-p384", "ECDSAP384", "sha384"),
    Vector(ECDSA / "ecdsa-rdfc-2019-p384" / "employ", "ECDSAP384", "sha384"),
    Vector(ECDSA / "ecdsa-jcs-2019-p256", "JCSECDSAP256", jcs=True),
    Vector(ECDSA / "ecdsa-jcs-2019-p384", "JCSECDSAP384", "sha384", jcs=True),
]


def signature(vector: Vector, data: bytes) -> bytes:
    """Signed with the vectors' secret key, which only P-384 has to be done for by hand: we do not sign with it."""
    if EDDSA in vector.folder.parents:
        return SigningKey.of(Ed25519PrivateKey.from_private_bytes(secret(EDDSA / "keyPair.json", "private"))).sign(data)
    if vector.hashing == "sha256":
        number = int.from_bytes(secret(ECDSA / "p256KeyPair.json", "secret"))
        return SigningKey.of(ec.derive_private_key(number, ec.SECP256R1())).sign(data)
    private = ec.derive_private_key(int.from_bytes(secret(ECDSA / "p384KeyPair.json", "secret")), ec.SECP384R1())
    r, s = decode_dss_signature(private.sign(data, ec.ECDSA(SHA384(), deterministic_signing=True)))
    return r.to_bytes(48) + s.to_bytes(48)


def secret(file: Path, name: str) -> bytes:
    text: str = read_object(file.read_bytes())[f"{name}KeyMultibase"]
    return base58.b58decode(text[1:])[2:]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector.folder.parent.name}-{vector.folder.name}")
def test_each_step_is_that_of_the_vector_to_the_byte(vector: Vector) -> None:
    document = read_object((vector.folder / f"signed{vector.ending}.json").read_bytes())
    proof, bare = document["proof"], data_integrity.unsecured(document)
    options = data_integrity.options_of(proof)
    if vector.jcs:
        lines = [rfc8785.dumps(part).decode() for part in (bare, options)]
        data = data_integrity.jcs_hash_data(options, bare, vector.hashing)
    else:
        in_context = {**options, "@context": bare["@context"]}
        lines = [canonical(part, CONTEXTS, hashing=vector.hashing) for part in (bare, in_context)]
        data = data_integrity.rdfc_hash_data(options, bare, CONTEXTS, vector.hashing)
    assert [line.strip() for line in lines] == [vector.read("canonDoc"), vector.read("proofCanon")]
    digests = [hashlib.new(vector.hashing, line.encode()).hexdigest() for line in lines]
    assert digests == [vector.read("docHash"), vector.read("proofHash")]
    assert data.hex() == vector.read("combinedHash")
    made = signature(vector, data)
    assert made.hex() == vector.read("sigHex")
    assert "z" + base58.b58encode(made).decode() == vector.read("sigBTC58") == proof["proofValue"]
    check = check_of(proof)
    assert check is not None
    assert check(document, proof, assertion_key(proof["verificationMethod"]), CONTEXTS, ())


@pytest.mark.parametrize("name", ["signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"])
def test_sets_and_chains_are_good_and_signed_the_same(name: str) -> None:
    folder = EDDSA / "proof-set-chain"
    document = read_object((folder / f"{name}.json").read_bytes())
    proofs: list[JsonObject] = document["proof"] if isinstance(document["proof"], list) else [document["proof"]]
    outcomes = check_embedded(document, proofs, now=NOW, contexts=CONTEXTS, fetch=None)
    assert [outcome.result for outcome in outcomes] == ["pass"] * len(proofs)
    pairs: dict[str, Any] = read_object((folder / "multiKeyPairs.json").read_bytes())
    for proof in proofs:
        pair = next(pair for pair in pairs.values() if pair["publicKeyMultibase"] in proof["verificationMethod"])
        private = Ed25519PrivateKey.from_private_bytes(base58.b58decode(pair["privateKeyMultibase"][1:])[2:])
        named = proof.get("previousProof", [])
        names = named if isinstance(named, list) else [named]
        before = [next(other for other in proofs if other.get("id") == one) for one in names]
        over = data_integrity.covered(document, before)
        data = data_integrity.rdfc_hash_data(data_integrity.options_of(proof), over, CONTEXTS)
        assert "z" + base58.b58encode(private.sign(data)).decode() == proof["proofValue"]
