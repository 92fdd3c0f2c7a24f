"""The bits of a status list: read and set by entry, and the text that stands in the signed list.

Bitstring Status List 1.0, 3.3 and 3.4: the first bit is the left-most of the first byte; GZIP, then base64url with
the multibase prefix "u". openvc-core packs, unpacks and finds each bit; entries of several bits are put together here.
"""

from __future__ import annotations

from typing import cast

from openvc.status import (
    StatusListError,
    decode_bitstring,
    encode_bitstring,
    get_status_bit,
    new_bitstring,
    set_status_bit,
)

from guildmark.credentials.status.packed import is_whole
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

LENGTH = 131_072
"""The least number of entries that a list may have (Bitstring Status List 1.0, 3.2: 16 KB at one bit each)."""


class Bitstring:
    """Entries of `size` bits each, the first bit of each entry the highest."""

    def __init__(self, data: bytes | bytearray, size: int = 1) -> None:
        self._data = bytearray(data)
        # The library reads any bytes and declares the immutable ones; a copy for each bit would take too long.
        self._read = cast("bytes", self._data)
        self.size = size

    @classmethod
    def empty(cls, entries: int = LENGTH, size: int = 1) -> Bitstring:
        """All zero; ValueError below the standard's minimum."""
        if entries < LENGTH:
            raise ValueError(f"a list has at least {LENGTH} entries")
        return cls(new_bitstring(entries * size), size)

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
        """One bit, whatever entry it belongs to; IndexError beyond the list."""
        try:
            return get_status_bit(self._read, position)
        except StatusListError as error:
            raise IndexError(f"the list has no bit {position}") from error

    def set_bit(self, position: int, value: bool) -> None:
        """Set or clear one bit; IndexError beyond the list."""
        try:
            set_status_bit(self._data, position, value)
        except StatusListError as error:
            raise IndexError(f"the list has no bit {position}") from error

    def _check(self, index: int) -> None:
        if not 0 <= index < len(self):
            raise IndexError(f"the list has no entry {index}")


def encode(bits: Bitstring) -> str:
    """The text for `encodedList`; the same bits give the same text."""
    return encode_bitstring(bytes(bits))


def decode(text: object, size: int = 1) -> Bitstring:
    """The bits of an `encodedList`; raises GuildmarkError `status.list.unreadable` or `.size`."""
    if not isinstance(text, str) or text[:1] != "u" or not is_whole(text[1:], "gzip"):
        raise _unreadable()
    try:
        bits = Bitstring(decode_bitstring(text), size)
    except StatusListError as error:
        raise _unreadable() from error
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
