"""From a record to signed bytes: what the command line and the web call for each learner."""

from __future__ import annotations

import json
from datetime import datetime

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import Signer
from guildmark.credentials.openbadges import SharedParts, kind_of, own_texts, write
from guildmark.credentials.prepared.signing import PreparedSigner, Serialise, Template
from guildmark.credentials.prepared.suites import Suite
from guildmark.credentials.record import Record


def in_one_line(document: JsonObject) -> bytes:
    """A signed document as our records are written: JSON without a blank that nobody needs, and a line's end.

    Records are read by programs, and stored, sent and baked into pictures by the thousand.
    """
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


class RecordSigner:
    """Signs Open Badges records with a proof inside; what a design and issuer share is written once."""

    def __init__(self, signer: Signer, *, created: datetime, suite: Suite, serialise: Serialise = in_one_line) -> None:
        """`created` is the time of the signatures; `serialise` writes a signed document (`PreparedSigner`)."""
        self._signing = PreparedSigner(signer, created=created, suite=suite, serialise=serialise)
        self._parts: SharedParts | None = None
        self._kinds: dict[tuple[object, ...], Template] = {}

    def sign(self, record: Record) -> bytes:
        """The signed bytes of a record; raises GuildmarkError where it has what a record cannot carry."""
        parts = self._parts
        if parts is None or parts.design is not record.design or parts.issuer is not record.issuer:
            parts = self._parts = SharedParts.of(record.design, record.issuer)
            self._kinds.clear()
        kind, texts = kind_of(record), own_texts(record)
        template = self._kinds.get(kind)
        signed = None if template is None else self._signing.filled(template, texts)
        if signed is None:
            document = write(record, parts)
            signed = self._signing.sign(document)
            if template is None and (found := self._signing.template_of(document, texts)):
                self._kinds[kind] = found
        return signed

    @property
    def prepared(self) -> int:
        """How many records went the fast way."""
        return self._signing.prepared

    @property
    def slow(self) -> int:
        """How many took the slow, obvious path: the first of each shape, and what cannot be prepared."""
        return self._signing.slow
