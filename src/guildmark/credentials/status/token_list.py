"""Token Status List: the status of tokens, in a list that is a token itself (draft-ietf-oauth-status-list).

Not to be mixed up with the Bitstring Status List: here the first entry stands in the lowest bits of the first byte,
the bits are packed by zlib, and each value has a meaning that the draft gives. openvc-core packs, unpacks and finds
each entry.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, cast

from openvc.status import (
    StatusListError,
    decode_status_list,
    encode_status_list,
    get_status,
    new_status_list,
    set_status,
)

from guildmark.credentials import jws
from guildmark.credentials.keys import Signer
from guildmark.credentials.status.bitstring import LENGTH
from guildmark.credentials.status.listing import TTL
from guildmark.credentials.status.packed import is_whole
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

    def __init__(self, data: bytes | bytearray, bits: int = BITS) -> None:
        if bits not in WIDTHS:
            raise ValueError(f"{bits} is no width of a token status list")
        self._data = bytearray(data)
        # The library reads any bytes and declares the immutable ones; a copy for each entry would take too long.
        self._read = cast("bytes", self._data)
        self.bits = bits

    @classmethod
    def empty(cls, entries: int = LENGTH, bits: int = BITS) -> TokenList:
        """All valid."""
        return cls(new_status_list(entries, bits=bits), bits)

    def __len__(self) -> int:
        return len(self._data) * 8 // self.bits

    def __bytes__(self) -> bytes:
        return bytes(self._data)

    def __getitem__(self, index: int) -> int:
        """The value of an entry; IndexError beyond the list."""
        try:
            return get_status(self._read, index, bits=self.bits)
        except StatusListError as error:
            raise IndexError(f"the list has no entry {index}") from error

    def __setitem__(self, index: int, value: int) -> None:
        if not 0 <= index < len(self):
            raise IndexError(f"the list has no entry {index}")
        try:
            set_status(self._data, index, value, bits=self.bits)
        except StatusListError as error:
            raise ValueError(f"{value} does not fit into {self.bits} bits") from error


def encode(entries: TokenList) -> dict[str, Any]:
    """The `status_list` of a token."""
    return {"bits": entries.bits, "lst": encode_status_list(bytes(entries))}


def decode(value: object) -> TokenList:
    """The entries of a `status_list`; raises GuildmarkError `status.list.unreadable` or `.size`."""
    bits, text = (value.get("bits"), value.get("lst")) if isinstance(value, dict) else (None, None)
    if isinstance(bits, bool) or bits not in WIDTHS or not isinstance(text, str) or not is_whole(text, "zlib"):
        raise _unreadable()
    try:
        return TokenList(decode_status_list(text), bits)
    except StatusListError as error:
        raise _unreadable() from error


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
