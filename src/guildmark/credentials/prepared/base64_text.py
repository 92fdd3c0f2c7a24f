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
_WINDOW = 2_728
"""Letters that are decoded at first to find values in, in groups of four; where they do not do, all is decoded."""
_MOST_OF_VALUES = 16_000
"""Bytes of all values together; a record that has more is read whole."""
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
        self._most = (sum(map(len, pieces)) + _MOST_OF_VALUES) // 3 * 4

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

        Reads `data[start:end]`; None where that is not strictly base64url, does not begin with these pieces, or has
        values of endless length between them.
        """
        if end - start > self._most:
            return None
        try:
            return self._read(data, start, end)
        except _LongerError:
            return self._read_whole(data[start:end])

    def _read_whole(self, data: bytes) -> tuple[list[str], bytes] | None:
        """As `values`, of a text in which a value is longer than what is decoded at first."""
        text = decoded(data)
        found: list[str] = []
        here = 0
        for number, (piece, _) in enumerate(self._pieces):
            if text is None:
                return None
            if number:
                literal = literal_at(text, here)
                if literal is None:
                    return None
                found.append(literal[0])
                here = literal[1]
            if not text.startswith(piece, here):
                return None
            here += len(piece)
        return None if text is None else (found, text[here:])

    def _read(self, data: bytes, start: int, end: int) -> tuple[list[str], bytes] | None:
        """As `values`; raises _LongerError where a window into the text was too small to say."""
        found: list[str] = []
        text, here = b"" if self._pieces[0][1] else _window(data, start, end), 0
        for number, (piece_text, piece) in enumerate(self._pieces):
            if number:
                literal = literal_at(text, here)
                if literal is None:
                    break
                found.append(literal[0])
                here = literal[1]
            if piece is None:
                if len(text) < here + len(piece_text):
                    break
                if not text.startswith(piece_text, here):
                    return None
                here += len(piece_text)
                continue
            # Windows begin at a whole group of three bytes, so `here` alone says how the piece lies.
            taken = -here % 3
            if len(text) < here + taken:
                break
            body = start + (here + taken) // 3 * 4
            if text[here : here + taken] != piece.heads[taken] or not data.startswith(piece.bodies[taken], body):
                return None
            start = body + len(piece.bodies[taken])
            text, here = _window(data, start, end), len(piece.tails[taken])
            if not text.startswith(piece.tails[taken]):
                return None
        else:
            if start + _WINDOW >= end:
                return found, text[here:]
        # What is missing may stand behind what was decoded, where that was not all.
        if start + _WINDOW < end:
            raise _LongerError
        return None


class _LongerError(Exception):
    """What was looked for may stand behind what was decoded."""


def _window(data: bytes, start: int, end: int) -> bytes:
    """The bytes from here on, as many as are decoded at first; none where the text is no base64url."""
    return (decoded(data[start : min(end, start + _WINDOW)]) if start <= end else None) or b""


def decoded(text: bytes) -> bytes | None:
    """As `base64url.decode`, of long texts: strict, and the last letters the only ones that could be written."""
    padded = text.translate(_TO_STANDARD) + b"=" * (-len(text) % 4)
    try:
        data = binascii.a2b_base64(padded, strict_mode=True)
    except binascii.Error:
        return None
    last = text[len(text) // 4 * 4 :]
    return data if not last or base64url.decode(last.decode("ascii")) is not None else None
