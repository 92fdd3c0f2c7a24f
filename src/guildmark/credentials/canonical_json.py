"""The one form of a JSON value that is signed (RFC 8785), written by the JSON library itself where that is the same.

Python's library differs from RFC 8785 in three things: numbers that are large, tiny or whole and written with a point,
keys that UTF-16 orders otherwise, and values that no JSON may hold. Whatever could be one of them goes the slow way.
"""

from __future__ import annotations

import json
from typing import Any

import rfc8785

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False).encode
_OTHER_NUMBERS = (b".0,", b".0}", b".0]", b"e+", b"e-0", b"e-1", b"e-2", b"e-3")
_HIGH = tuple(bytes([first]) for first in range(0xF0, 0xF5))
"""What begins the characters that UTF-16 writes in two parts, in UTF-8."""


def canonical_json(value: Any) -> bytes:
    """The bytes of a value whose numbers `bounded` has read; raises what `rfc8785.dumps` raises."""
    try:
        text = _encode(value).encode("utf-8")
    except (TypeError, ValueError):
        return rfc8785.dumps(value)
    if not isinstance(value, dict) or any(number in text for number in _OTHER_NUMBERS):
        return rfc8785.dumps(value)
    if (b"\xee" in text or b"\xef" in text) and any(first in text for first in _HIGH):
        return rfc8785.dumps(value)
    return text
