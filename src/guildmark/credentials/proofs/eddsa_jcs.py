"""eddsa-jcs-2022: Ed25519 over the JSON itself in RFC 8785 form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import rfc8785

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import PublicKey, Signer
from guildmark.credentials.proofs import data_integrity

CRYPTOSUITE = "eddsa-jcs-2022"


def sign(document: Mapping[str, Any], signer: Signer, *, created: datetime) -> JsonObject:
    """The document with its proof, which repeats the document's `@context` (EdDSA Cryptosuites, 3.3.1)."""
    proof = data_integrity.options(CRYPTOSUITE, signer, created)
    if "@context" in document:
        proof["@context"] = document["@context"]
    return data_integrity.with_proof(document, proof, signer.sign(_hash_data(document, proof)))


def check(document: Mapping[str, Any], proof: Mapping[str, Any], key: PublicKey) -> bool:
    """Whether `proof` is `key`'s signature over the document; raises GuildmarkError `proof.value`."""
    if "@context" in proof:
        signed, shown = _entries(proof), _entries(document)
        if shown[: len(signed)] != signed:
            return False
        document = {**document, "@context": proof["@context"]}
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    return data_integrity.verifies(proof, key, _hash_data(document, options))


def _entries(value: Mapping[str, Any]) -> list[object]:
    context = value.get("@context")
    return context if isinstance(context, list) else [context]


def _hash_data(document: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
    return data_integrity.hash_data(options, document, lambda part: rfc8785.dumps(dict(part)))
