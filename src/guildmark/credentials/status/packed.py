"""What is packed in a status list, looked at before it is unpacked: one whole stream, and not too much.

openvc-core unpacks the lists. It passes over letters that are none, takes a list that breaks off (zlib) or has
more behind it, and up to 16 MB; so a stream is measured here first.
"""

from __future__ import annotations

import zlib
from typing import Literal

from guildmark.credentials import base64url
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

LARGEST = 4_000_000
"""The most bytes that a list may have once unpacked: 32 million records at one bit."""

_WINDOW_BITS = {"gzip": zlib.MAX_WBITS | 16, "zlib": zlib.MAX_WBITS}


def is_whole(text: str, form: Literal["gzip", "zlib"]) -> bool:
    """Whether a base64url text is one stream of this form, from its first byte to its last.

    Raises GuildmarkError `status.list.size` where it unpacks to more than `LARGEST` bytes, whatever it promises.
    """
    packed = base64url.decode(text)
    if packed is None:
        return False
    unpacker = zlib.decompressobj(_WINDOW_BITS[form])
    try:
        length = len(unpacker.decompress(packed, LARGEST + 1))
    except zlib.error:
        return False
    if length > LARGEST:
        sentence = say("The status list unpacks to more than {most} bytes; it was not read.", most=LARGEST)
        raise GuildmarkError(Fault("status.list.size", sentence))
    return unpacker.eof and not unpacker.unused_data
