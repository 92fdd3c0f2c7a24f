"""Recognising records in tokens by their payload's text, as `known` does for those with a proof inside.

A token is signed as it stands, so there is no canonical form to make: the values are taken from the text and the
signature is checked over it. The claims behind the record's members are read strictly, every time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from guildmark.credentials import base64url
from guildmark.credentials.bounded import JsonObject, read_object
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.prepared.base64_text import LONG_TO_READ, Base64Text, decoded
from guildmark.credentials.prepared.places import ADDRESS, exactly, is_safe_address, put, take
from guildmark.credentials.prepared.text import TextTemplate, is_worth_learning, marks_for
from guildmark.credentials.proofs.vcjwt import EXTENSIONS, REGISTERED, Token
from guildmark.errors import GuildmarkError

T = TypeVar("T")
MOST_TEMPLATES = 64
_LONGEST_CLAIMS = 4_000
_LONGEST_HEADER = 1_000
"""Letters of a header that is kept; what a stranger writes must not fill the memory."""


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
    text: Base64Text
    order: tuple[int, ...]
    addresses: tuple[int, ...]
    said: frozenset[str]

    def values(self, data: bytes, start: int, end: int) -> tuple[list[str], bytes] | None:
        """The texts at the places, in their order, and what stands behind the record; None where another one stands."""
        found = self.text.values(data, start, end)
        if found is None:
            return None
        values = [""] * len(self.order)
        for place, value in zip(self.order, found[0], strict=True):
            values[place] = value
        return values, found[1]

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
    return token.algorithm in key.algorithms and key.verifies(token.signature, token.signed)


class KnownTokens(Generic[T]):
    """Templates of records in tokens that passed every check of form."""

    def __init__(self) -> None:
        self._templates: list[_Template[T]] = []
        self._met: set[object] = set()
        self._headers: dict[bytes, JsonObject] = {}

    def match(self, data: bytes) -> KnownToken[T] | None:
        """The record in `data` where its payload fits a template; None where only reading it whole can say."""
        begin = data.find(b".")
        end = data.find(b".", begin + 1)
        if not self._templates or begin < 0 or end < 0 or data.find(b".", end + 1) >= 0:
            return None
        for position, template in enumerate(self._templates):
            found = template.values(data, begin + 1, end)
            if found is None:
                continue
            values, tail = found
            token = self._token(data, begin, tail, end)
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

    def _token(self, data: bytes, begin: int, tail: bytes, end: int) -> Token | None:
        """The token with the claims behind the record as its payload; None where there is anything else.

        So it is with a header of which more than the algorithm would have to be judged.
        """
        signed = base64url.decode(data[end + 1 :].decode("ascii", "replace"))
        if signed is None or not tail.startswith(b",") or len(tail) > _LONGEST_CLAIMS:
            return None
        try:
            claims, header = read_object(b"{" + tail[1:]), self._header(data[:begin])
        except GuildmarkError:
            return None
        return Token(header, claims, signed, data[:end]) if header is not None and _only_claims(claims) else None

    def _header(self, text: bytes) -> JsonObject | None:
        """A header read, which the tokens of an issuer share; it must not be changed."""
        header = self._headers.get(text)
        if header is None:
            data = base64url.decode(text.decode("ascii", "replace"))
            if data is None:
                return None
            header = read_object(data)
            if not _is_plain(header):
                return None
            if len(self._headers) >= MOST_TEMPLATES:
                self._headers.clear()
            if len(text) <= _LONGEST_HEADER:
                self._headers[text] = header
        return header

    def learn(self, document: Mapping[str, Any], data: bytes, learnt: T) -> None:
        """Keep what the record in this token shares with others, from the second that is met.

        Call it only for a record that passed `parse`, `schema`, `context` and `proof` on the slow path.
        """
        taken = take(document)
        exact = exactly(taken.fixed) if taken else None
        if taken is None or exact is None or not is_worth_learning(data, taken.values):
            return
        met = hash((tuple(taken.shape), exact))
        if met not in self._met:
            if len(self._met) >= 16 * MOST_TEMPLATES:
                self._met.clear()
            self._met.add(met)
            return
        text = decoded(data.split(b".")[1])
        if text is None or not text.startswith(_written(document)):
            return
        marks = marks_for(taken.kinds, repr(document))
        marked = put(document, marks)
        template = TextTemplate.of(_written(marked), marks)
        if template is None:
            return
        text_in_base64 = Base64Text(template.pieces[::2], LONG_TO_READ)
        addresses = tuple(place for place, kind in enumerate(taken.kinds) if kind == ADDRESS)
        if len(self._templates) >= MOST_TEMPLATES:
            self._templates.pop()
        self._templates.insert(
            0, _Template(learnt, dict(document), text_in_base64, template.order, addresses, frozenset(_texts(marked)))
        )


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


def _is_plain(header: JsonObject) -> bool:
    return not header.keys() & EXTENSIONS and isinstance(header.get("kid", ""), str)


def _only_claims(claims: JsonObject) -> bool:
    return bool(claims) and claims.keys() <= set(REGISTERED)


def _is_whole(text: str) -> bool:
    """Whether no half of a character stands in a text."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)
