"""ecdsa-jcs-2019: ECDSA with P-256 or P-384 over the JSON itself in RFC 8785 form; checked, never made.

Source: Data Integrity ECDSA Cryptosuites 1.0, 3.3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guildmark.credentials.keys import PublicKey
from guildmark.credentials.proofs.data_integrity import (
    covered,
    in_its_own_context,
    jcs_hash_data,
    options_of,
    verifies,
)
from guildmark.credentials.proofs.ecdsa_rdfc import KEY_TYPES, hashing_of

CRYPTOSUITE = "ecdsa-jcs-2019"


def check(
    document: Mapping[str, Any],
    proof: Mapping[str, Any],
    key: PublicKey,
    *,
    previous: Sequence[Mapping[str, Any]] = (),
) -> bool:
    """Whether `proof` is `key`'s signature over the document, and over the proofs before it in a chain."""
    signed = in_its_own_context(document, proof)
    if signed is None:
        return False
    data = jcs_hash_data(options_of(proof), covered(signed, previous), hashing_of(key), as_read=True)
    return verifies(proof, key, data, KEY_TYPES)
