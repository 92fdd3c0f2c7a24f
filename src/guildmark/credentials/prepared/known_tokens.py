"""Recognising records in tokens by their payload's text, as `known` does for those with a proof inside.

A token is signed as it stands, so there is no canonical form to make: the values are taken from the text and the
signature is checked over it. The claims behind the record's members are read strictly, every time.
"""

from __future__ import annotations

import binascii
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from guildmark.credentials import base64url
from guildmark.credentials.bounded import JsonObject, read_object
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.prepared.places import ADDRESS, exactly, is_safe_address, put, take
from guildmark.credentials.prepared.text import TextTemplate, marks_for
from guildmark.credentials.proofs.vcjwt import EXTENSIONS, REGISTERED, Token
from guildmark.errors import GuildmarkError

T = TypeVar("T")
MOST_TEMPLATES = 64
_LONGEST_CLAIMS = 4_000
_TO_STANDARD = bytes.maketrans(b"-_", b"+/")


@dataclass(frozen=True, slots=True)
class KnownToken(Generic[T]):
    """A token whose payload fits a template, the record in it, and what `learn` was given with the template's own.

    `document` shares what all records of the template share, and must not be changed.
    """

    token: Token
    document: JsonObject
    learnt: T


@dataclass(slots=True)
class _Template(Generic[T]):
    learnt: T
    document: JsonObject
    text: TextTemplate
    addresses: tuple[int, ...]
    said: frozenset[str]

    def accepts(self, values: Sequence[str]) -> bool:
        """Whether these values leave the record what it is: whole addresses, and nothing that is named twice.

        An address that stands elsewhere in the record could be another node's name: only reading it whole can say.
        """
        named = {values[place] for place in self.addresses}
        return len(named) == len(self.addresses) and all(
            is_safe_address(value) and value not in self.said for value in named
        )


def is_signed(token: Token, key: PublicKey) -> bool:
    """As `vcjwt.check`, for the token of a `KnownToken` alone: the library would decode the whole text once more."""
    return token.algorithm == key.algorithm and key.verifies(token.signature, token.signed)


class KnownTokens(Generic[T]):
    """Templates of records in tokens that passed every check of form."""

    def __init__(self) -> None:
        self._templates: list[_Template[T]] = []
        self._met: set[object] = set()

    def match(self, data: bytes) -> KnownToken[T] | None:
        """The record in `data` where its payload fits a template; None where only reading it whole can say."""
        if not self._templates or data.count(b".") != 2:
            return None
        header, payload, signature = data.split(b".")
        text = _decoded(payload)
        if text is None:
            return None
        for position, template in enumerate(self._templates):
            found = template.text.values(text)
            if found is None:
                continue
            values, end = found
            token = _token(header, text[end:], signature, data)
            if token is None or not template.accepts(values):
                return None
            if not all(map(_is_whole, values)):
                return None
            if position:
                self._templates.insert(0, self._templates.pop(position))
            document = put(template.document, values)
            return KnownToken(
                Token(token.header, {**document, **token.payload}, token.signature, token.signed),
                document,
                template.learnt,
            )
        return None

    def learn(self, document: Mapping[str, Any], data: bytes, learnt: T) -> None:
        """Keep what the record in this token shares with others, from the second that is met.

        Call it only for a record that passed `parse`, `schema`, `context` and `proof` on the slow path.
        """
        taken = take(document)
        exact = exactly(taken.fixed) if taken else None
        if taken is None or exact is None:
            return
        met = hash((tuple(taken.shape), exact))
        if met not in self._met:
            if len(self._met) >= 16 * MOST_TEMPLATES:
                self._met.clear()
            self._met.add(met)
            return
        text = _decoded(data.split(b".")[1])
        if text is None or not text.startswith(_written(document)):
            return
        marks = marks_for(taken.kinds, repr(document))
        marked = put(document, marks)
        template = TextTemplate.of(_written(marked), marks)
        if template is None:
            return
        addresses = tuple(place for place, kind in enumerate(taken.kinds) if kind == ADDRESS)
        if len(self._templates) >= MOST_TEMPLATES:
            self._templates.pop()
        self._templates.insert(0, _Template(learnt, dict(document), template, addresses, frozenset(_texts(marked))))


def _written(document: Mapping[str, Any]) -> bytes:
    """The record's members as they stand at the beginning of a payload, without the bracket at their end."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")[:-1]


def _texts(value: object) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _token(header: bytes, tail: bytes, signature: bytes, data: bytes) -> Token | None:
    """The token with the claims behind the record as its payload; None where there is anything else.

    So it is with a header of which more than the algorithm would have to be judged.
    """
    head, signed = (base64url.decode(part.decode("ascii", "replace")) for part in (header, signature))
    if head is None or signed is None or not tail.startswith(b",") or len(tail) > _LONGEST_CLAIMS:
        return None
    try:
        claims = read_object(b"{" + tail[1:])
        found = Token(read_object(head), claims, signed, data.rpartition(b".")[0])
    except GuildmarkError:
        return None
    return found if _only_claims(claims) and _is_plain(found.header) else None


def _is_plain(header: JsonObject) -> bool:
    return not header.keys() & EXTENSIONS and isinstance(header.get("kid", ""), str)


def _only_claims(claims: JsonObject) -> bool:
    return bool(claims) and claims.keys() <= set(REGISTERED)


def _is_whole(text: str) -> bool:
    """Whether no half of a character stands in a text."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _decoded(text: bytes) -> bytes | None:
    """As `base64url.decode`, of long texts: strict, and the last letters the only ones that could be written."""
    if b"+" in text or b"/" in text or b"=" in text:
        return None
    padded = text.translate(_TO_STANDARD) + b"=" * (-len(text) % 4)
    try:
        data = binascii.a2b_base64(padded, strict_mode=True)
    except binascii.Error:
        return None
    last = text[len(text) // 4 * 4 :]
    return data if not last or base64url.decode(last.decode("ascii")) is not None else None
