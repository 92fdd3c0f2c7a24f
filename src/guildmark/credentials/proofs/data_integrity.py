"""What the Data Integrity cryptosuites share: the proof object, what is hashed, and who signs it.

Source: VC Data Integrity 1.0, and Data Integrity EdDSA Cryptosuites 1.0, 3.2 and 3.3: the signature
is over SHA-256(canonical proof options) followed by SHA-256(canonical document).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import base58

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import PublicKey, Signer
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

Canonicalise = Callable[[Mapping[str, Any]], bytes]


def unsecured(document: Mapping[str, Any]) -> JsonObject:
    """The document without its proof: what the proof is about."""
    return {key: value for key, value in document.items() if key != "proof"}


def proofs_of(document: Mapping[str, Any]) -> list[object]:
    """The proofs that a document carries; Open Badges always has a list, others may have one alone."""
    proof = document.get("proof")
    return proof if isinstance(proof, list) else [] if proof is None else [proof]


def options(cryptosuite: str, signer: Signer, created: datetime) -> JsonObject:
    """A proof without its value. `created` is an aware time; seconds are kept, fractions are not."""
    if created.tzinfo is None:
        raise ValueError("created needs a time zone")
    return {
        "type": "DataIntegrityProof",
        "cryptosuite": cryptosuite,
        "created": created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "verificationMethod": signer.verification_method,
        "proofPurpose": "assertionMethod",
    }


def hash_data(proof_options: Mapping[str, Any], document: Mapping[str, Any], canonicalise: Canonicalise) -> bytes:
    """The 64 bytes that are signed: the hash of the proof's options, then that of the document."""
    return (
        hashlib.sha256(canonicalise(proof_options)).digest()
        + hashlib.sha256(canonicalise(unsecured(document))).digest()
    )


def with_proof(document: Mapping[str, Any], proof: JsonObject, signature: bytes) -> JsonObject:
    """The document with its one proof, in a list as the Open Badges schema asks."""
    value = "z" + base58.b58encode(signature).decode("ascii")
    return {**unsecured(document), "proof": [{**proof, "proofValue": value}]}


def verifies(proof: Mapping[str, Any], key: PublicKey, data: bytes) -> bool:
    """Whether the proof's value is `key`'s signature over `data`; raises GuildmarkError `proof.value`."""
    value = proof.get("proofValue")
    try:
        signature = (
            base58.b58decode(value[1:]) if isinstance(value, str) and value[:1] == "z" and len(value) < 200 else b""
        )
    except ValueError:
        signature = b""
    if len(signature) != 64:
        raise GuildmarkError(
            Fault("proof.value", say("The proof has no signature of 64 bytes in base58."), found=str(value)[:200])
        )
    return key.verifies(signature, data)
