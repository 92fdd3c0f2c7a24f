"""eddsa-rdfc-2022: Ed25519 over the canonical linked data; what Open Badges asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import PublicKey, Signer
from guildmark.credentials.linkeddata import Contexts, canonical
from guildmark.credentials.proofs import data_integrity

CRYPTOSUITE = "eddsa-rdfc-2022"


def sign(document: Mapping[str, Any], signer: Signer, *, created: datetime, contexts: Contexts) -> JsonObject:
    """The document with its proof; raises GuildmarkError where a word of it would not be signed."""
    proof = data_integrity.options(CRYPTOSUITE, signer, created)
    return data_integrity.with_proof(document, proof, signer.sign(_hash_data(document, proof, contexts)))


def check(document: Mapping[str, Any], proof: Mapping[str, Any], key: PublicKey, *, contexts: Contexts) -> bool:
    """Whether `proof` is `key`'s signature over the document.

    Raises UnknownContextError where nobody can say, GuildmarkError where the document has words that no
    signature covers.
    """
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    return data_integrity.verifies(proof, key, _hash_data(document, options, contexts))


def _hash_data(document: Mapping[str, Any], options: Mapping[str, Any], contexts: Contexts) -> bytes:
    in_context = {**options, "@context": document.get("@context")}
    return data_integrity.hash_data(in_context, document, lambda part: canonical(part, contexts).encode("utf-8"))
