"""ecdsa-rdfc-2019: ECDSA with P-256 (checked with P-384 too) over the canonical linked data.

Source: Data Integrity ECDSA Cryptosuites 1.0, 3.2. A P-256 key hashes with SHA-256, a P-384 key with SHA-384, in
the canonical form too. Signatures are made deterministically (RFC 6979). Of the two values of `s` that fit a
signature, either is accepted, as the standard has it: nothing here takes a signature for a record's name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import PublicKey, Signer
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.linkeddata.canonical import Hashing
from guildmark.credentials.proofs.data_integrity import (
    covered,
    options,
    options_of,
    rdfc_hash_data,
    unsecured,
    verifies,
    with_proof,
)

CRYPTOSUITE = "ecdsa-rdfc-2019"
KEY_TYPES = ("p256", "p384")


def hashing_of(key: PublicKey) -> Hashing:
    """The hash that goes with a key."""
    return "sha384" if key.type == "p384" else "sha256"


def sign(document: Mapping[str, Any], signer: Signer, *, created: datetime, contexts: Contexts) -> JsonObject:
    """The document with its proof by a P-256 key; raises GuildmarkError where a word of it would not be signed."""
    proof = options(CRYPTOSUITE, signer, created)
    return with_proof(document, proof, signer.sign(rdfc_hash_data(proof, unsecured(document), contexts)))


def check(
    document: Mapping[str, Any],
    proof: Mapping[str, Any],
    key: PublicKey,
    *,
    contexts: Contexts,
    previous: Sequence[Mapping[str, Any]] = (),
) -> bool:
    """Whether `proof` is `key`'s signature over the document, and over the proofs before it; as `eddsa_rdfc.check`."""
    data = rdfc_hash_data(options_of(proof), covered(document, previous), contexts, hashing_of(key))
    return verifies(proof, key, data, KEY_TYPES)
