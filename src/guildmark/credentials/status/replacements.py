"""What replaced a record: told by the issuer's status list to whoever has the old record, and to nobody else.

A record cannot be changed, so the list says it: for the digest of an old record's id, the id of the new one. Ids are
random, so a digest tells nothing to those who do not have the record. All of them stand in one text, packed like the
list itself, so that a list with many of them is checked as quickly as one with none.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

from guildmark.credentials import base64url

TERM = "encodedReplacements"
CLAIM = "https://w3id.org/guildmark/terms#encodedReplacements"
"""The name of the same text in a Token Status List."""
CONTEXT: Mapping[str, Any] = {TERM: CLAIM}
"""The inline context of a list that tells replacements; it is known byte for byte, like that of our records."""
LARGEST = 8_000_000
"""The most bytes that the text may have once unpacked: about 100,000 replacements."""
MOST_LETTERS = 200
"""The longest id of a record that is told."""

_GZIP = zlib.MAX_WBITS | 16


def encode(replacements: Mapping[str, str]) -> str:
    """The text that tells for each old record's id the new one's; the same pairs give the same text."""
    told = {_digest(old): new for old, new in replacements.items()}
    packed = gzip.compress(json.dumps(told, sort_keys=True, separators=(",", ":")).encode("utf-8"), mtime=0)
    return "u" + base64url.encode(packed)


def decode(text: object) -> dict[str, str]:
    """What the text tells, by the digests of old ids; nothing where it cannot be read."""
    packed = base64url.decode(text[1:]) if isinstance(text, str) and text[:1] == "u" else None
    if packed is None:
        return {}
    unpacker = zlib.decompressobj(_GZIP)
    try:
        data = unpacker.decompress(packed, LARGEST)
        told = json.loads(data) if unpacker.eof and not unpacker.unused_data else None
    except (zlib.error, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def find(told: Mapping[str, object], record_id: object) -> str | None:
    """The id of the record that replaced this one, in what `decode` read; None where it does not say."""
    found = told.get(_digest(record_id)) if told and isinstance(record_id, str) else None
    return found if isinstance(found, str) and 0 < len(found) <= MOST_LETTERS and found.isprintable() else None


def _digest(record_id: str) -> str:
    return hashlib.sha256(record_id.encode("utf-8", "surrogatepass")).hexdigest()[:40]
