"""What one proof over linked data is over, found in one walk over the record where the quick way knows its words."""

from __future__ import annotations

import hashlib

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.linkeddata.compiled import quick_canonical, quick_unsecured
from guildmark.credentials.proofs.data_integrity import options_of, proofs_of
from guildmark.credentials.proofs.suites import SHA256_RDFC, kind_of


def stated(document: JsonObject, contexts: Contexts) -> tuple[bytes | None, bool]:
    """The bytes that the record's only proof signs (None where only the general way can say).

    And whether it was seen on the way that every word of the record has a meaning.
    """
    proofs = proofs_of(document)
    proof = proofs[0] if len(proofs) == 1 else None
    if not isinstance(proof, dict) or kind_of(proof) not in SHA256_RDFC:
        return None, False
    text = quick_unsecured(document, contexts)
    if text is None:
        return None, False
    options = quick_canonical({**options_of(proof), "@context": document.get("@context")}, contexts)
    if options is None:
        return None, True
    parts = (options, text)
    return b"".join(hashlib.sha256(part.encode("utf-8")).digest() for part in parts), True
