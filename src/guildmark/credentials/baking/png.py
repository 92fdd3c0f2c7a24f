"""Records in PNG pictures: chunks are walked and counted, and nothing is ever inflated."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"openbadgecredential"
OLD_KEYWORD = b"openbadges"
"""The keyword of Open Badges 1.0 to 2.1, whose pictures are read and never made."""

MOST_CHUNKS = 10_000


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: bytes
    body: bytes

    @property
    def whole(self) -> bytes:
        return _chunk(self.kind, self.body)

    @property
    def keyword(self) -> bytes | None:
        """The keyword of a text chunk."""
        return self.body.partition(b"\0")[0] if self.kind in (b"iTXt", b"tEXt", b"zTXt") else None


def bake_png(picture: bytes, text: str) -> bytes:
    """The picture with `text` in it, in place of any record that it held; raises GuildmarkError `picture.png.*`."""
    body = KEYWORD + b"\0" + b"\0\0" + b"\0" + b"\0" + text.encode("utf-8")
    kept = [chunk for chunk in _chunks(picture) if chunk.keyword not in (KEYWORD, OLD_KEYWORD)]
    header, *rest = (chunk.whole for chunk in kept)
    return SIGNATURE + header + _chunk(b"iTXt", body) + b"".join(rest)


def unbake_png(picture: bytes) -> str:
    """The text of the record in a picture; raises GuildmarkError `picture.png.*` and `picture.no_record`."""
    chunks = [chunk for chunk in _chunks(picture) if chunk.keyword in (KEYWORD, OLD_KEYWORD)]
    # A record of today's kind counts before one that an older program left in the picture.
    found = [chunk for chunk in chunks if chunk.keyword == KEYWORD] or chunks
    if not found:
        _refuse("picture.no_record", say("There is no record in this picture."))
    if len(found) > 1:
        sentence = say("There is more than one record in this picture, so nobody can say which is meant.")
        _refuse("picture.several_records", sentence)
    return _text(found[0])


def _text(chunk: _Chunk) -> str:
    rest = chunk.body.partition(b"\0")[2]
    if chunk.kind == b"tEXt" and chunk.keyword == OLD_KEYWORD:
        # The oldest badges held only their own address, in Latin-1.
        return rest.decode("latin-1")
    compression, rest = rest[:2], rest[2:]
    if chunk.kind != b"iTXt" or compression[:1] != b"\0":
        _refuse(
            "picture.png.compressed", say("The record in this picture is compressed, which Open Badges does not allow.")
        )
    _language, _, rest = rest.partition(b"\0")
    _translated, parted, text = rest.partition(b"\0")
    try:
        decoded = text.decode("utf-8") if parted else None
    except UnicodeDecodeError:
        decoded = None
    if decoded is None:
        _refuse("picture.png.text", say("The record in this picture is not UTF-8 text."))
    return decoded


def _chunks(picture: bytes) -> Iterator[_Chunk]:
    if not picture.startswith(SIGNATURE):
        _refuse("picture.png.signature", say("This is not a PNG picture: it does not begin as one."))
    position, count, kind = len(SIGNATURE), 0, b""
    while kind != b"IEND":
        count += 1
        length, kind = _head(picture, position)
        body = picture[position + 8 : position + 8 + length]
        checksum = picture[position + 8 + length : position + 12 + length]
        if len(body) != length or len(checksum) != 4:
            _refuse("picture.png.length", say("The PNG is cut off, or one of its chunks lies about its length."))
        if checksum != struct.pack(">I", zlib.crc32(kind + body)):
            _refuse("picture.png.checksum", say("The PNG is damaged: the checksum of one of its chunks is wrong."))
        if count > MOST_CHUNKS or (count == 1) != (kind == b"IHDR"):
            _refuse("picture.png.chunks", say("The PNG is not built as one: its chunks are out of order or too many."))
        yield _Chunk(kind, body)
        position += 12 + length


def _head(picture: bytes, position: int) -> tuple[int, bytes]:
    head = picture[position : position + 8]
    if len(head) != 8:
        _refuse("picture.png.length", say("The PNG is cut off, or one of its chunks lies about its length."))
    return struct.unpack(">I", head[:4])[0], head[4:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _refuse(code: str, sentence: Sentence) -> NoReturn:
    raise GuildmarkError(Fault(code, sentence))
