"""The bits of a status list: read and set by entry, and the text that stands in the signed list.

Bitstring Status List 1.0, 3.3 and 3.4: the first bit is the left-most of the first byte; GZIP, then base64url with
the multibase prefix "u". openvc-core knows entries of one bit only and takes them without the prefix too, so
these few lines are ours.
"""

from __future__ import annotations

import gzip
import zlib

from guildmark.credentials import base64url
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

LENGTH = 131_072
"""The least number of entries that a list may have (Bitstring Status List 1.0, 3.2: 16 KB at one bit each)."""
LARGEST = 4_000_000
"""The most bytes that a list may have once unpacked: 32 million records at one bit."""

_GZIP = zlib.MAX_WBITS | 16


class Bitstring:
    """Entries of `size` bits each, the first bit of each entry the highest."""

    def __init__(self, data: bytes, size: int = 1) -> None:
        self._data = bytearray(data)
        self.size = size

    @classmethod
    def empty(cls, entries: int = LENGTH, size: int = 1) -> Bitstring:
        """All zero; ValueError below the standard's minimum."""
        if entries < LENGTH:
            raise ValueError(f"a list has at least {LENGTH} entries")
        return cls(bytes(-(-entries * size // 8)), size)

    def __len__(self) -> int:
        return len(self._data) * 8 // self.size

    def __bytes__(self) -> bytes:
        return bytes(self._data)

    def __getitem__(self, index: int) -> int:
        """The value of an entry; IndexError beyond the list."""
        self._check(index)
        value = 0
        for position in range(index * self.size, (index + 1) * self.size):
            value = value << 1 | self.bit(position)
        return value

    def __setitem__(self, index: int, value: int) -> None:
        self._check(index)
        if not 0 <= value < 1 << self.size:
            raise ValueError(f"{value} does not fit into {self.size} bits")
        for offset in range(self.size):
            self.set_bit(index * self.size + offset, bool(value >> (self.size - 1 - offset) & 1))

    def bit(self, position: int) -> int:
        """One bit, whatever entry it belongs to."""
        return self._data[position // 8] >> (7 - position % 8) & 1

    def set_bit(self, position: int, value: bool) -> None:
        """Set or clear one bit."""
        mask = 0x80 >> position % 8
        if value:
            self._data[position // 8] |= mask
        else:
            self._data[position // 8] &= ~mask

    def _check(self, index: int) -> None:
        if not 0 <= index < len(self):
            raise IndexError(f"the list has no entry {index}")


def encode(bits: Bitstring) -> str:
    """The text for `encodedList`; the same bits give the same text."""
    return "u" + base64url.encode(gzip.compress(bytes(bits), mtime=0))


def decode(text: object, size: int = 1) -> Bitstring:
    """The bits of an `encodedList`; raises GuildmarkError `status.list.unreadable` or `.size`.

    Unpacks `LARGEST` bytes at most, whatever the text promises.
    """
    packed = base64url.decode(text[1:]) if isinstance(text, str) and text[:1] == "u" else None
    if packed is None:
        raise _unreadable()
    unpacker = zlib.decompressobj(_GZIP)
    try:
        data = unpacker.decompress(packed, LARGEST + 1)
    except zlib.error as error:
        raise _unreadable() from error
    if len(data) > LARGEST:
        sentence = say("The status list unpacks to more than {most} bytes; it was not read.", most=LARGEST)
        raise GuildmarkError(Fault("status.list.size", sentence))
    if not unpacker.eof or unpacker.unused_data:
        raise _unreadable()
    bits = Bitstring(data, size)
    if len(bits) < LENGTH:
        sentence = say(
            "The status list has {found} entries; the standard asks for {least} at least, so that nobody stands out.",
            found=len(bits),
            least=LENGTH,
        )
        raise GuildmarkError(Fault("status.list.size", sentence))
    return bits


def _unreadable() -> GuildmarkError:
    return GuildmarkError(
        Fault("status.list.unreadable", say("The bits of the status list cannot be read (base64url of GZIP)."))
    )
