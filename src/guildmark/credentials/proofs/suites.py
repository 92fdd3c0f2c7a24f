"""The kinds of embedded proof that are checked, by the name that a proof gives its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from guildmark.credentials.keys import PublicKey
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs import ecdsa_jcs, ecdsa_rdfc, ed25519_2020, eddsa_jcs, eddsa_rdfc
from guildmark.credentials.proofs.data_integrity import DATA_INTEGRITY

Proof = Mapping[str, Any]
CheckProof = Callable[[Mapping[str, Any], Proof, PublicKey, Contexts, Sequence[Proof]], bool]
"""A document, one of its proofs, its key, the contexts that are known, and the proofs before it in a chain."""

_SUITES: dict[str, CheckProof] = {
    eddsa_rdfc.CRYPTOSUITE: lambda document, proof, key, contexts, previous: eddsa_rdfc.check(
        document, proof, key, contexts=contexts, previous=previous
    ),
    eddsa_jcs.CRYPTOSUITE: lambda document, proof, key, _contexts, previous: eddsa_jcs.check(
        document, proof, key, previous=previous
    ),
    ecdsa_rdfc.CRYPTOSUITE: lambda document, proof, key, contexts, previous: ecdsa_rdfc.check(
        document, proof, key, contexts=contexts, previous=previous
    ),
    ecdsa_jcs.CRYPTOSUITE: lambda document, proof, key, _contexts, previous: ecdsa_jcs.check(
        document, proof, key, previous=previous
    ),
}
_TYPES: dict[str, CheckProof] = {
    ed25519_2020.TYPE: lambda document, proof, key, contexts, previous: ed25519_2020.check(
        document, proof, key, contexts=contexts, previous=previous
    ),
}

SHA256_RDFC: Mapping[str, tuple[str, ...]] = {
    eddsa_rdfc.CRYPTOSUITE: ("ed25519",),
    ecdsa_rdfc.CRYPTOSUITE: ("p256",),
}
"""The kinds, each with its types of key, that sign the SHA-256 of canonical linked data."""

SHA256_KNOWN: Mapping[str, tuple[str, ...]] = {**SHA256_RDFC, eddsa_jcs.CRYPTOSUITE: ("ed25519",)}
"""Those of which a batch knows what is signed, once it has recognised a record."""

JCS = frozenset({eddsa_jcs.CRYPTOSUITE, ecdsa_jcs.CRYPTOSUITE})
"""The kinds that sign the JSON itself."""


def kind_of(proof: Proof) -> str:
    """The name of a proof's kind: its cryptosuite, or the type of an older one; empty where that is no text."""
    kind = proof.get("cryptosuite") if proof.get("type") == DATA_INTEGRITY else proof.get("type")
    return kind if isinstance(kind, str) else ""


def check_of(proof: Proof) -> CheckProof | None:
    """How a proof of this kind is checked; None for kinds that are not."""
    return (_SUITES if proof.get("type") == DATA_INTEGRITY else _TYPES).get(kind_of(proof))
