"""A JSON text with places in it, filled per learner."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from json.encoder import encode_basestring
from typing import Any
from uuid import NAMESPACE_OID, uuid5

MOST_BYTES, MOST_PLACES = 200_000, 64
"""Of a record from which others are recognised; ordinary ones have 25,000 bytes and a dozen places."""
_STRING = re.compile(rb'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"')


@dataclass(frozen=True, slots=True)
class TextTemplate:
    """The pieces of a text around its places, and which value belongs at each.

    `pieces` has the text at even positions and nothing at odd ones. Values are written as JSON writes texts
    without escaping more than it must, which is RFC 8785's way too.
    """

    pieces: tuple[bytes, ...]
    order: tuple[int, ...]
    _begun: Any = field(compare=False, repr=False)

    @classmethod
    def of(cls, text: bytes, marks: Sequence[str]) -> TextTemplate | None:
        """The template of a text with a mark at each place; None where one does not stand in it exactly once."""
        found = []
        for place, mark in enumerate(marks):
            quoted = f'"{mark}"'.encode()
            if text.count(quoted) != 1 or text.count(mark.encode()) != 1:
                return None
            found.append((text.index(quoted), len(quoted), place))
        found.sort()
        pieces: list[bytes] = []
        here = 0
        for start, length, _ in found:
            pieces += [text[here:start], b""]
            here = start + length
        return cls((*pieces, text[here:]), tuple(place for _, _, place in found), hashlib.sha256(text[: found[0][0]]))

    def filled(self, values: Sequence[str]) -> bytes:
        """The text with these values; UnicodeEncodeError for a lone surrogate."""
        out = list(self.pieces)
        out[1::2] = [encode_basestring(values[place]).encode("utf-8") for place in self.order]
        return b"".join(out)

    def values(self, data: bytes) -> tuple[list[str], int] | None:
        """The texts at the places of a text that begins like this one, and where its end is; None where it does not."""
        if not data.startswith(self.pieces[0]):
            return None
        here = len(self.pieces[0])
        found: list[str] = [""] * len(self.order)
        for number, place in enumerate(self.order):
            literal = literal_at(data, here)
            if literal is None:
                return None
            found[place], here = literal
            segment = self.pieces[2 * number + 2]
            if not data.startswith(segment, here):
                return None
            here += len(segment)
        return found, here

    def digest(self, values: Sequence[str]) -> bytes:
        """The SHA-256 of the filled text; what comes before the first place is hashed already."""
        hashed = self._begun.copy()
        hashed.update(memoryview(self.filled(values))[len(self.pieces[0]) :])
        digest: bytes = hashed.digest()
        return digest


def is_worth_learning(data: bytes, places: Sequence[object]) -> bool:
    """Whether a record is of a size that is met again: a stranger's endless one would only cost time and memory."""
    return len(data) <= MOST_BYTES and len(places) <= MOST_PLACES


def literal_at(data: bytes, here: int) -> tuple[str, int] | None:
    """The text that stands in quotes here, and where it ends; None where there is none."""
    literal = _STRING.match(data, here)
    if literal is None:
        return None
    text = literal[0]
    try:
        return json.loads(text) if b"\\" in text else text[1:-1].decode("utf-8"), literal.end()
    except ValueError:
        return None


def marks_for(places: Sequence[object], document_text: str) -> list[str]:
    """A mark for each place that stands nowhere in the document."""
    names = (uuid5(NAMESPACE_OID, f"guildmark place {number}").urn for number in count())
    return list(islice((name for name in names if name not in document_text), len(places)))
