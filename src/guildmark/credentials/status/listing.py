"""The list that is published: a signed credential of its own, the same for whoever asks, and cacheable."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from guildmark.credentials.keys import Signer
from guildmark.credentials.linkeddata import CREDENTIALS_V2, Contexts
from guildmark.credentials.proofs import rdfc
from guildmark.credentials.status.bitstring import LENGTH, Bitstring, encode
from guildmark.credentials.status.replacements import CONTEXT, TERM
from guildmark.credentials.status.replacements import encode as encode_replacements
from guildmark.credentials.status.statuses import PURPOSE, SIZE

TTL = 300
"""Seconds after which a verifier should ask again; the web serves the list with the same max-age."""


def list_document(
    url: str,
    issuer_id: str,
    codes: Mapping[int, int],
    *,
    valid_from: datetime,
    entries: int = LENGTH,
    ttl: int = TTL,
    replacements: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The list, not yet signed. `codes`: for each place that is not active, its code; decoys among them.

    `replacements`: for the id of a record that another one replaced, that one's id (`replacements.py`).
    It has no `validUntil`: what was issued outlives its issuer, and an old list is better than none.
    """
    told = {} if not replacements else {TERM: encode_replacements(replacements)}
    return {
        "@context": [CREDENTIALS_V2, dict(CONTEXT)] if told else [CREDENTIALS_V2],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer_id,
        "validFrom": valid_from.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": PURPOSE,
            "encodedList": encode(_bits(codes, entries)),
            "ttl": ttl * 1000,
            **told,
        },
    }


def signed_list(
    url: str,
    issuer_id: str,
    codes: Mapping[int, int],
    signer: Signer,
    *,
    created: datetime,
    contexts: Contexts,
    entries: int = LENGTH,
    replacements: Mapping[str, str] | None = None,
) -> bytes:
    """The list as it is published: JSON, with an eddsa-rdfc-2022 proof of the issuer's key."""
    document = list_document(url, issuer_id, codes, valid_from=created, entries=entries, replacements=replacements)
    signed = rdfc.sign(document, signer, created=created, contexts=contexts)
    return json.dumps(signed, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def _bits(codes: Mapping[int, int], entries: int) -> Bitstring:
    bits = Bitstring.empty(entries, SIZE)
    for index, code in codes.items():
        bits[index] = code
        bits.set_bit(index, code != 0)
    return bits
