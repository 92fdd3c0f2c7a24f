"""Token Status List: the status of tokens, in a list that is a token itself (draft-ietf-oauth-status-list).

Not to be mixed up with the Bitstring Status List: here the first entry stands in the lowest bits of the first byte,
the bits are packed by zlib, and each value has a meaning that the draft gives.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from guildmark.credentials import base64url, jws
from guildmark.credentials.keys import Signer
from guildmark.credentials.status.bitstring import LARGEST, LENGTH
from guildmark.credentials.status.listing import TTL
from guildmark.credentials.status.replacements import CLAIM
from guildmark.credentials.status.replacements import encode as encode_replacements
from guildmark.credentials.status.statuses import State, get
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

TYPE = "statuslist+jwt"
BITS = 2
"""Bits of one token in a list that we write."""
WIDTHS = (1, 2, 4, 8)
VALUES: Mapping[State, int] = MappingProxyType({"active": 0, "revoked": 1, "suspended": 2})
"""VALID, INVALID and SUSPENDED; reasons have no place in such a list (section 7)."""


class TokenList:
    """Values of 1, 2, 4 or 8 bits each; the first entry of a byte stands in its lowest bits."""

    def __init__(self, data: bytes, bits: int = BITS) -> None:
        if bits not in WIDTHS:
            raise ValueError(f"{bits} is no width of a token status list")
        self._data = bytearray(data)
        self.bits = bits

    @classmethod
    def empty(cls, entries: int = LENGTH, bits: int = BITS) -> TokenList:
        """All valid."""
        return cls(bytes(-(-entries * bits // 8)), bits)

    def __len__(self) -> int:
        return len(self._data) * 8 // self.bits

    def __bytes__(self) -> bytes:
        return bytes(self._data)

    def __getitem__(self, index: int) -> int:
        """The value of an entry; IndexError beyond the list."""
        byte, shift = self._place(index)
        return self._data[byte] >> shift & (1 << self.bits) - 1

    def __setitem__(self, index: int, value: int) -> None:
        byte, shift = self._place(index)
        mask = (1 << self.bits) - 1
        if not 0 <= value <= mask:
            raise ValueError(f"{value} does not fit into {self.bits} bits")
        self._data[byte] = self._data[byte] & ~(mask << shift) | value << shift

    def _place(self, index: int) -> tuple[int, int]:
        if not 0 <= index < len(self):
            raise IndexError(f"the list has no entry {index}")
        byte, within = divmod(index * self.bits, 8)
        return byte, within


def encode(entries: TokenList) -> dict[str, Any]:
    """The `status_list` of a token."""
    return {"bits": entries.bits, "lst": base64url.encode(zlib.compress(bytes(entries), 9))}


def decode(value: object) -> TokenList:
    """The entries of a `status_list`; raises GuildmarkError `status.list.unreadable` or `.size`.

    Unpacks `LARGEST` bytes at most, whatever the text promises.
    """
    bits, text = (value.get("bits"), value.get("lst")) if isinstance(value, dict) else (None, None)
    packed = base64url.decode(text) if isinstance(text, str) else None
    if packed is None or isinstance(bits, bool) or bits not in WIDTHS:
        raise _unreadable()
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(packed, LARGEST + 1)
    except zlib.error as error:
        raise _unreadable() from error
    if len(data) > LARGEST:
        sentence = say("The status list unpacks to more than {most} bytes; it was not read.", most=LARGEST)
        raise GuildmarkError(Fault("status.list.size", sentence))
    if not unpacker.eof or unpacker.unused_data:
        raise _unreadable()
    return TokenList(data, bits)


def signed_token_list(
    url: str,
    issuer_id: str,
    codes: Mapping[int, int],
    signer: Signer,
    *,
    created: datetime,
    entries: int = LENGTH,
    replacements: Mapping[str, str] | None = None,
) -> bytes:
    """The list as it is published (`application/statuslist+jwt`).

    `codes`: for each place that is not active, the code of its status (`statuses`); decoys among them.
    `replacements`: as in `list_document`, in a claim of our own, which other readers pass over. It has no
    `exp`: what was issued outlives its issuer, and an old list is better than none.
    """
    listed = TokenList.empty(entries)
    for index, code in codes.items():
        listed[index] = VALUES[get(code).state]
    claims = {
        "iss": issuer_id,
        "sub": url,
        "iat": int(created.timestamp()),
        "ttl": TTL,
        "status_list": encode(listed),
        **({CLAIM: encode_replacements(replacements)} if replacements else {}),
    }
    payload = json.dumps(claims, separators=(",", ":")).encode("ascii")
    return jws.sign(payload, signer, {"typ": TYPE}).encode("ascii")


def _unreadable() -> GuildmarkError:
    return GuildmarkError(
        Fault("status.list.unreadable", say("The status list cannot be read (base64url of zlib, 1 to 8 bits each)."))
    )
