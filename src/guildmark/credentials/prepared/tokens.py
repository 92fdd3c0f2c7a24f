"""Signing records as JWT, of which most is prepared: what learners share is in base64url already.

The same bytes as `proofs.vcjwt.sign`. What remains is the signature over the whole text, most of whose time goes into
hashing it: Ed25519 hashes what it signs twice.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any

from guildmark.credentials import base64url
from guildmark.credentials.keys import Signer
from guildmark.credentials.openbadges import SharedParts, write
from guildmark.credentials.prepared.base64_text import Base64Text
from guildmark.credentials.prepared.places import Taken, exactly, put, take
from guildmark.credentials.prepared.sameness import Sameness
from guildmark.credentials.prepared.signing import MOST_TEMPLATES
from guildmark.credentials.prepared.text import TextTemplate, marks_for
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.record import Record

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(slots=True)
class _Template:
    """One shape of one design and issuer: its pieces encoded, and which value stands behind each but the last."""

    text: Base64Text
    order: tuple[int, ...]
    same: Sameness


class TokenSigner:
    """Signs records as `vcjwt.sign` does, to the same bytes; `prepared` counts those that went fast."""

    def __init__(self, signer: Signer) -> None:
        self._signer = signer
        self._begin = f"{vcjwt.header_of(signer)}.".encode("ascii")
        self._templates: dict[tuple[object, ...], list[_Template]] = {}
        self._parts: SharedParts | None = None
        self.prepared = 0
        self.slow = 0

    def sign(self, record: Record) -> bytes:
        """The signed bytes of a record; raises GuildmarkError where it has what a record cannot carry."""
        parts = self._parts
        if parts is None or parts.design is not record.design or parts.issuer is not record.issuer:
            parts = self._parts = SharedParts.of(record.design, record.issuer)
        return self.sign_document(write(record, parts))

    def sign_document(self, document: Mapping[str, Any]) -> bytes:
        """The signed bytes of a document; raises GuildmarkError `jwt.subject.missing`."""
        taken = take(document)
        if taken is not None:
            signed = self._begun(document, taken)
            if signed is not None:
                self.prepared += 1
                signature = base64url.encode(self._signer.sign(signed)).encode("ascii")
                return b"".join((signed, b".", signature))
        self.slow += 1
        token = vcjwt.sign(document, self._signer).encode("ascii")
        if taken is not None:
            self._prepare(document, taken)
        return token

    def _begun(self, document: Mapping[str, Any], taken: Taken) -> bytes | None:
        """The header and the payload, which are signed; None where the slow path has to write them."""
        for template in self._templates.get(tuple(taken.shape), ()):
            if template.same.fits(taken):
                # The claims repeat members of the record, and stand behind all of them.
                claims = _JSON.encode(vcjwt.claims_of(document))
                try:
                    values = [encode_basestring(taken.values[place]).encode("utf-8") for place in template.order]
                    return template.text.filled([*values, f",{claims[1:]}".encode()], self._begin)
                except UnicodeEncodeError:
                    return None
        return None

    def _prepare(self, document: Mapping[str, Any], taken: Taken) -> None:
        """Keep what this document has in common with others."""
        exact = [exactly(one) for one in taken.fixed]
        if None in exact:
            return
        marks = marks_for(taken.kinds, repr(document))
        text = json.dumps(put(document, marks), ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        template = TextTemplate.of(text, marks)
        if template is None:
            return
        *pieces, last = template.pieces[::2]
        if sum(map(len, self._templates.values())) >= MOST_TEMPLATES:
            self._templates.clear()
        kept = _Template(Base64Text([*pieces, last.removesuffix(b"}")]), template.order, Sameness(exact))
        self._templates.setdefault(tuple(taken.shape), []).append(kept)
