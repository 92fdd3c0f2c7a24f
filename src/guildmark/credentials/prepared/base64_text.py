"""A text with places in it, in base64url: only what differs is encoded anew.

Base64 writes three bytes as four letters, so a piece of text looks different at each of three alignments. All three are
prepared; the values between the pieces say which one is needed.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence

LONG = 96
"""Bytes from which a piece is worth preparing; shorter ones are encoded with the values beside them."""


class _Piece:
    """A long piece: for each number of bytes that go with what stands before it, the rest encoded, and what is left."""

    def __init__(self, text: bytes) -> None:
        self.heads = tuple(text[:taken] for taken in range(3))
        self.bodies: list[bytes] = []
        self.tails: list[bytes] = []
        for taken in range(3):
            end = taken + (len(text) - taken) // 3 * 3
            self.bodies.append(base64.urlsafe_b64encode(text[taken:end]))
            self.tails.append(text[end:])


class Base64Text:
    """The pieces around the places, encoded."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = tuple((text, _Piece(text) if len(text) >= LONG else None) for text in pieces)

    def filled(self, values: Sequence[bytes]) -> bytes:
        """The text in base64url without padding: each piece, and the value behind it."""
        out: list[bytes] = []
        waiting = b""
        for (text, piece), value in zip(self._pieces, values, strict=True):
            if piece is None:
                waiting += text + value
                continue
            taken = -len(waiting) % 3
            out += (base64.urlsafe_b64encode(waiting + piece.heads[taken]), piece.bodies[taken])
            waiting = piece.tails[taken] + value
        out.append(base64.urlsafe_b64encode(waiting).rstrip(b"="))
        return b"".join(out)
