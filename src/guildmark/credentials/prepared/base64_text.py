"""A text with places in it, in base64url: only what differs is encoded anew, or decoded.

Base64 writes three bytes as four letters, so a piece of text looks different at each of three alignments. All three are
prepared; the values between the pieces say which one is needed.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

from guildmark.credentials import base64url
from guildmark.credentials.prepared.text import literal_at

LONG = 96
"""Bytes from which a piece is worth preparing; shorter ones are encoded with the values beside them."""
LONG_TO_READ = 1_024
"""Bytes from which a piece is compared in base64; shorter ones are decoded with the values beside them."""
_WINDOW = 2_046
"""Bytes that are decoded at first to find values in; where they do not fit, all that is left is decoded."""
_TO_STANDARD = bytes.maketrans(b"-_+/=", b"+/\0\0\0")
"""The letters that base64url has in place of two, which are none of it, as is the padding."""


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
    """The pieces around the places, encoded; `long` is from how many bytes on one is prepared."""

    def __init__(self, pieces: Sequence[bytes], long: int = LONG) -> None:
        self._pieces = tuple((text, _Piece(text) if len(text) >= long else None) for text in pieces)

    def filled(self, values: Sequence[bytes], begin: bytes = b"") -> bytes:
        """The text in base64url without padding: each piece, and the value behind it. `begin` comes first as it is."""
        out = [begin]
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

    def values(self, data: bytes, start: int, end: int) -> tuple[list[str], bytes] | None:
        """The JSON texts between the pieces, in their order, and what stands behind the last piece, decoded.

        Reads `data[start:end]`; None where that is not strictly base64url, or does not begin with these pieces.
        """
        return self._read(data, start, end, _WINDOW) or self._read(data, start, end, end - start)

    def _read(self, data: bytes, start: int, end: int, window: int) -> tuple[list[str], bytes] | None:
        found: list[str] = []
        text: bytes | None = b""
        if self._pieces[0][1] is None:
            text = decoded(data[start : min(end, start + window // 3 * 4)])
        here = 0
        last = len(self._pieces) - 1
        for number, (piece_text, piece) in enumerate(self._pieces):
            if text is None:
                return None
            if piece is None:
                if not text.startswith(piece_text, here):
                    return None
                here += len(piece_text)
            else:
                # Windows begin at a whole group of three bytes, so `here` alone says how the piece lies.
                taken = -here % 3
                start += (here + taken) // 3 * 4
                if text[here : here + taken] != piece.heads[taken] or not data.startswith(piece.bodies[taken], start):
                    return None
                start += len(piece.bodies[taken])
                text = decoded(data[start : min(end, start + window // 3 * 4)]) if start <= end else None
                if text is None or not text.startswith(piece.tails[taken]):
                    return None
                here = len(piece.tails[taken])
            if number < last:
                literal = literal_at(text, here)
                if literal is None:
                    return None
                found.append(literal[0])
                here = literal[1]
        if text is None or start + window // 3 * 4 < end:
            return None
        return found, text[here:]


def decoded(text: bytes) -> bytes | None:
    """As `base64url.decode`, of long texts: strict, and the last letters the only ones that could be written."""
    padded = text.translate(_TO_STANDARD) + b"=" * (-len(text) % 4)
    try:
        data = binascii.a2b_base64(padded, strict_mode=True)
    except binascii.Error:
        return None
    last = text[len(text) // 4 * 4 :]
    return data if not last or base64url.decode(last.decode("ascii")) is not None else None
