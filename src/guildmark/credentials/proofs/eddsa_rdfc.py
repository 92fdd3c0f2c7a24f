"""eddsa-rdfc-2022: Ed25519 over the canonical linked data; what Open Badges asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import PublicKey, Signer
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs.data_integrity import (
    covered,
    options,
    options_of,
    rdfc_hash_data,
    unsecured,
    verifies,
    with_proof,
)

CRYPTOSUITE = "eddsa-rdfc-2022"


def sign(document: Mapping[str, Any], signer: Signer, *, created: datetime, contexts: Contexts) -> JsonObject:
    """The document with its proof; raises GuildmarkError where a word of it would not be signed."""
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
    """Whether `proof` is `key`'s signature over the document, and over the proofs before it in a chain.

    Raises UnknownContextError where nobody can say, GuildmarkError where the document has words that no
    signature covers, or the proof a value or key of the wrong kind.
    """
    return verifies(proof, key, rdfc_hash_data(options_of(proof), covered(document, previous), contexts))
