"""Presentations for tests: signed to show, not to assert."""

from __future__ import annotations

from typing import Any

from guildmark.credentials.keys import SigningKey
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs import eddsa_rdfc
from guildmark.credentials.proofs.data_integrity import options, rdfc_hash_data, unsecured, with_proof
from guildmark.credentials.verify import known_contexts
from tests.credentials.signed import KEY, NOW

V2 = "https://www.w3.org/ns/credentials/v2"


def presentation(*credentials: Any, **members: Any) -> dict[str, Any]:
    """A presentation of these credentials, not yet signed."""
    return {
        "@context": [V2],
        "type": ["VerifiablePresentation"],
        "holder": KEY.did,
        "verifiableCredential": list(credentials),
        **members,
    }


def shown(document: dict[str, Any], *, key: SigningKey = KEY, contexts: Contexts | None = None, **said: Any) -> Any:
    """The presentation with a proof for authentication; `said` is its challenge and domain."""
    proof = {**options(eddsa_rdfc.CRYPTOSUITE, key, NOW), "proofPurpose": "authentication", **said}
    data = rdfc_hash_data(proof, unsecured(document), contexts or known_contexts())
    return with_proof(document, proof, key.sign(data))


def credential(**members: Any) -> dict[str, Any]:
    """A credential that is no badge, not yet signed."""
    return {
        "@context": [V2],
        "type": ["VerifiableCredential"],
        "issuer": KEY.did,
        "credentialSubject": {"id": "did:example:subject"},
        **members,
    }
