"""eddsa-jcs-2022: Ed25519 over the JSON itself in RFC 8785 form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import PublicKey, Signer
from guildmark.credentials.proofs.data_integrity import (
    covered,
    in_its_own_context,
    jcs_hash_data,
    options,
    options_of,
    unsecured,
    verifies,
    with_proof,
)

CRYPTOSUITE = "eddsa-jcs-2022"


def sign(document: Mapping[str, Any], signer: Signer, *, created: datetime) -> JsonObject:
    """The document with its proof, which repeats the document's `@context` (EdDSA Cryptosuites, 3.3.1)."""
    proof = options(CRYPTOSUITE, signer, created)
    if "@context" in document:
        proof["@context"] = document["@context"]
    return with_proof(document, proof, signer.sign(jcs_hash_data(proof, unsecured(document))))


def check(
    document: Mapping[str, Any],
    proof: Mapping[str, Any],
    key: PublicKey,
    *,
    previous: Sequence[Mapping[str, Any]] = (),
) -> bool:
    """Whether `proof` is `key`'s signature over the document, and over the proofs before it in a chain.

    Raises GuildmarkError `proof.value` and `proof.key.type`.
    """
    signed = in_its_own_context(document, proof)
    if signed is None:
        return False
    return verifies(proof, key, jcs_hash_data(options_of(proof), covered(signed, previous), as_read=True))
