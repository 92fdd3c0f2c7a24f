"""The proof over canonical linked data that goes with a key: eddsa-rdfc-2022, or ecdsa-rdfc-2019 for P-256."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import Signer
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs import ecdsa_rdfc, eddsa_rdfc


def cryptosuite_of(signer: Signer) -> str:
    """The cryptosuite that `sign` uses with this key."""
    return ecdsa_rdfc.CRYPTOSUITE if signer.alg == "ES256" else eddsa_rdfc.CRYPTOSUITE


def sign(document: Mapping[str, Any], signer: Signer, *, created: datetime, contexts: Contexts) -> JsonObject:
    """The document with its proof; raises GuildmarkError where a word of it would not be signed."""
    made = ecdsa_rdfc.sign if cryptosuite_of(signer) == ecdsa_rdfc.CRYPTOSUITE else eddsa_rdfc.sign
    return made(document, signer, created=created, contexts=contexts)
