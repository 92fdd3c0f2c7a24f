"""Ed25519Signature2020: what came before eddsa-rdfc-2022, found on records of VC Data Model 1.1; checked, never made.

Source: Data Integrity EdDSA Cryptosuites 1.0, 3.1 ("Ed25519Signature2020"): the same hashes in the same order, but
the type of the proof names its kind. Its context has to define that type.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guildmark.credentials.keys import PublicKey
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs.data_integrity import covered, options_of, rdfc_hash_data, verifies

TYPE = "Ed25519Signature2020"


def check(
    document: Mapping[str, Any],
    proof: Mapping[str, Any],
    key: PublicKey,
    *,
    contexts: Contexts,
    previous: Sequence[Mapping[str, Any]] = (),
) -> bool:
    """Whether `proof` is `key`'s signature over the document; as `eddsa_rdfc.check`."""
    return verifies(proof, key, rdfc_hash_data(options_of(proof), covered(document, previous), contexts))
