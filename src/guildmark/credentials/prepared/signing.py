"""Signing records of which most is prepared: fill, label, order, hash, sign, write."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count, islice
from json.encoder import encode_basestring
from operator import is_
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import Signer
from guildmark.credentials.linkeddata import Contexts, canonical
from guildmark.credentials.openbadges.shared import SharedArray, SharedObject
from guildmark.credentials.prepared.base58 import base58_of_signature
from guildmark.credentials.prepared.canonical import CannotPrepareError, CanonicalTemplate
from guildmark.credentials.prepared.places import Taken, exactly, put, take
from guildmark.credentials.proofs import data_integrity, eddsa_rdfc
from guildmark.errors import GuildmarkError

MOST_TEMPLATES = 64
"""Shapes and designs that are kept; a run that has more of them starts over with the newest."""

Serialise = Callable[[JsonObject], bytes]


@dataclass(slots=True)
class _Template:
    """One shape of one design and issuer, ready to be filled."""

    canonical: CanonicalTemplate
    options_hash: bytes
    segments: tuple[bytes, ...]
    order: tuple[int, ...]
    exact: tuple[bytes | None, ...]
    seen: list[object] | None = None

    def fits(self, taken: Taken) -> bool:
        """Whether everything but the places is exactly the same, types and order included."""
        if self.seen is not None and all(map(is_, taken.fixed, self.seen)):
            return True
        if any(exactly(one) != known for one, known in zip(taken.fixed, self.exact, strict=True)):
            return False
        if all(one.__class__ in _UNCHANGING for one in taken.fixed):
            # What cannot change says the same for as long as it is the same object.
            self.seen = taken.fixed
        return True


_UNCHANGING = frozenset({str, int, float, bool, type(None), SharedObject, SharedArray})


class PreparedSigner:
    """Signs documents as `eddsa_rdfc.sign` does, and to the same bytes; `prepared` counts those that went fast."""

    def __init__(self, signer: Signer, *, created: datetime, contexts: Contexts, serialise: Serialise) -> None:
        """`serialise` writes a signed document; it must write texts as JSON does without `ensure_ascii`."""
        self._signer = signer
        self._created = created
        self._contexts = contexts
        self._serialise = serialise
        self._templates: dict[tuple[object, ...], list[_Template]] = {}
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
        signed_document = eddsa_rdfc.sign(document, self._signer, created=self._created, contexts=self._contexts)
        if taken is not None:
            self._prepare(document, taken)
        return self._serialise(signed_document)

    def _fast(self, taken: Taken) -> bytes | None:
        for template in self._templates.get(tuple(taken.shape), ()):
            if template.fits(taken):
                try:
                    digest = template.canonical.digest(taken.values)
                except UnicodeEncodeError:
                    return None
                if digest is None:
                    return None
                signature = self._signer.sign(template.options_hash + digest)
                return _written(template, taken.values, signature)
        return None

    def _prepare(self, document: Mapping[str, Any], taken: Taken) -> None:
        """Keep what this document has in common with others, if a filled sample equals the slow path's."""
        marks = marks_for(taken.kinds, repr(document))
        marked = put(document, marks)
        try:
            template = CanonicalTemplate(marked, marks, taken.kinds, self._contexts)
            slow = canonical({key: value for key, value in document.items() if key != "proof"}, self._contexts)
        except (CannotPrepareError, GuildmarkError):
            return
        if template.lines(taken.values) != slow.encode("utf-8"):
            return
        options = data_integrity.options(eddsa_rdfc.CRYPTOSUITE, self._signer, self._created)
        options_hash = hashlib.sha256(
            canonical({**options, "@context": document["@context"]}, self._contexts).encode("utf-8")
        ).digest()
        signed = data_integrity.with_proof(marked, options, bytes(64))
        proof_mark = f"z{base58_of_signature(bytes(64))}"
        text = self._serialise(signed)
        segments, order = cut(text, [*marks, proof_mark])
        if not segments:
            return
        exact = tuple(exactly(one) for one in taken.fixed)
        if None in exact:
            return
        kept = _Template(template, options_hash, segments, order, exact)
        if sum(map(len, self._templates.values())) >= MOST_TEMPLATES:
            self._templates.clear()
        self._templates.setdefault(tuple(taken.shape), []).append(kept)


def _written(template: _Template, values: list[str], signature: bytes) -> bytes:
    texts = [encode_basestring(value) for value in values]
    texts.append(f'"z{base58_of_signature(signature)}"')
    out = list(template.segments)
    out[1::2] = [texts[place].encode("utf-8") for place in template.order]
    return b"".join(out)


def cut(text: bytes, marks: list[str]) -> tuple[tuple[bytes, ...], tuple[int, ...]]:
    """The text in pieces around its places; nothing where a mark does not stand in it exactly once."""
    found = []
    for place, mark in enumerate(marks):
        quoted = f'"{mark}"'.encode()
        if text.count(quoted) != 1 or text.count(mark.encode()) != 1:
            return (), ()
        found.append((text.index(quoted), len(quoted), place))
    found.sort()
    pieces: list[bytes] = []
    here = 0
    for start, length, _ in found:
        pieces += [text[here:start], b""]
        here = start + length
    return (*pieces, text[here:]), tuple(place for _, _, place in found)


def marks_for(places: Sequence[object], document_text: str) -> list[str]:
    """A mark for each place that stands nowhere in the document."""
    free = (
        mark
        for number in count()
        if (mark := uuid5(NAMESPACE_OID, f"guildmark place {number}").urn) not in document_text
    )
    return list(islice(free, len(places)))
