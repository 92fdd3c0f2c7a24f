"""Signing records of which most is prepared: fill, label, order, hash, sign, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guildmark.credentials.base58btc import base58_of_signature
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import Signer
from guildmark.credentials.prepared.places import Taken, exactly, put, take
from guildmark.credentials.prepared.sameness import Sameness
from guildmark.credentials.prepared.suites import Digesting, Suite
from guildmark.credentials.prepared.text import TextTemplate, marks_for
from guildmark.credentials.proofs import data_integrity

MOST_TEMPLATES = 64
"""Shapes and designs that are kept; a run that has more of them starts over with the newest."""

Serialise = Callable[[JsonObject], bytes]


@dataclass(slots=True)
class Template:
    """One shape of one design and issuer, ready to be filled."""

    canonical: Digesting
    options_hash: bytes
    text: TextTemplate
    same: Sameness


class PreparedSigner:
    """Signs documents as the slow path of its suite does, to the same bytes; `prepared` counts those that went fast."""

    def __init__(self, signer: Signer, *, created: datetime, suite: Suite, serialise: Serialise) -> None:
        """`serialise` writes a signed document; it must write texts as JSON does without `ensure_ascii`."""
        self._signer = signer
        self._created = created
        self._suite = suite
        self._serialise = serialise
        self._templates: dict[tuple[object, ...], list[Template]] = {}
        self._hopeless: set[int] = set()
        self.prepared = 0
        self.slow = 0

    def sign(self, document: Mapping[str, Any]) -> bytes:
        """The signed bytes; raises GuildmarkError where a word of the document would not be signed."""
        taken = take(document)
        if taken is not None:
            signed = self._fast(taken)
            if signed is not None:
                self.prepared += 1
                return signed
        self.slow += 1
        signed_document = self._suite.sign(document, self._signer, self._created)
        if taken is not None:
            self._prepare(document, taken)
        return self._serialise(signed_document)

    def _fast(self, taken: Taken) -> bytes | None:
        template = self._fitting(taken)
        return None if template is None else self._filled(template, taken.values)

    def _fitting(self, taken: Taken) -> Template | None:
        return next((one for one in self._templates.get(tuple(taken.shape), ()) if one.same.fits(taken)), None)

    def _filled(self, template: Template, texts: Sequence[str]) -> bytes | None:
        try:
            digest = template.canonical.digest(texts)
        except UnicodeEncodeError:
            return None
        if digest is None:
            return None
        signature = base58_of_signature(self._signer.sign(template.options_hash + digest))
        return template.text.filled([*texts, f"z{signature}"])

    def template_of(self, document: Mapping[str, Any], texts: Sequence[str]) -> Template | None:
        """What was prepared for documents like this one, whose texts at its places are these; None if nothing was."""
        taken = take(document)
        return self._fitting(taken) if taken is not None and taken.values == texts else None

    def filled(self, template: Template, texts: Sequence[str]) -> bytes | None:
        """The signed bytes of a document with other texts at its places; None where only `sign` can say."""
        signed = self._filled(template, texts)
        if signed is not None:
            self.prepared += 1
        return signed

    def _prepare(self, document: Mapping[str, Any], taken: Taken) -> None:
        """Keep what this document has in common with others."""
        exact = tuple(exactly(one) for one in taken.fixed)
        kind = hash((tuple(taken.shape), exact))
        if None in exact or kind in self._hopeless:
            return
        marks = marks_for(taken.kinds, repr(document))
        marked = put(document, marks)
        prepared = self._suite.prepare(document, taken, marked, marks)
        if prepared is None:
            if len(self._hopeless) < MOST_TEMPLATES:
                self._hopeless.add(kind)
            return
        options, options_hash = self._suite.options(document, self._signer, self._created)
        nothing = bytes(64)
        signed = data_integrity.with_proof(marked, options, nothing)
        text = TextTemplate.of(self._serialise(signed), [*marks, f"z{base58_of_signature(nothing)}"])
        if text is None:
            return
        if sum(map(len, self._templates.values())) >= MOST_TEMPLATES:
            self._templates.clear()
        kept = Template(prepared, options_hash, text, Sameness(exact))
        self._templates.setdefault(tuple(taken.shape), []).append(kept)
