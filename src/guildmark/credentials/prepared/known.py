"""Recognising records by their text: what was checked whole once need not be read again for the next learner.

A template is learnt from a record that passed the slow, obvious path. Another text fits it only if it is the
same byte for byte but for the places where learners differ, so nothing else can have changed. The values at
the places are read strictly, the canonical form is made anew from them, and the signature is checked over that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import rfc8785

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.linkeddata import Contexts, canonical
from guildmark.credentials.linkeddata.canonical import general_canonical
from guildmark.credentials.prepared.canonical import CannotPrepareError, CanonicalTemplate
from guildmark.credentials.prepared.places import Taken, exactly, put, take
from guildmark.credentials.prepared.suites import Digesting
from guildmark.credentials.prepared.text import TextTemplate, is_worth_learning, marks_for
from guildmark.credentials.proofs import eddsa_jcs
from guildmark.credentials.proofs.data_integrity import options_of, unsecured
from guildmark.credentials.proofs.suites import kind_of
from guildmark.errors import GuildmarkError

T = TypeVar("T")
MOST_TEMPLATES = 64


def _form(**options: Any) -> Callable[[Any], bytes]:
    return lambda document: json.dumps(document, **options).encode("utf-8", "surrogatepass")


FORMS = (
    _form(ensure_ascii=False, separators=(",", ":")),
    _form(ensure_ascii=False, indent=2),
    _form(ensure_ascii=False),
    _form(),
    _form(separators=(",", ":")),
)
"""How programs usually write JSON; the first is ours, the second was."""


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A record whose text fits a template: its document, and the 64 bytes that its signature is over.

    `learnt` is what `learn` was given with the template's own record. `document` shares what all records of the
    template share, and must not be changed.
    """

    document: JsonObject
    hash_data: bytes
    learnt: T


@dataclass(frozen=True, slots=True)
class _Json:
    """The signed form of the JSON itself; its words must have a meaning all the same."""

    text: TextTemplate
    statements: CanonicalTemplate

    def digest(self, values: Sequence[str]) -> bytes | None:
        """As `Digesting`."""
        return self.text.digest(values) if self.statements.accepts(values) else None


@dataclass(slots=True)
class _Template(Generic[T]):
    learnt: T
    canonical: Digesting
    document: JsonObject
    options_hash: bytes
    text: TextTemplate

    def values(self, data: bytes) -> list[str] | None:
        """The texts at the places, in their order; None where something else differs."""
        found = self.text.values(data)
        return found[0] if found is not None and found[1] == len(data) else None


class KnownRecords(Generic[T]):
    """Templates of records that passed every check of form; one for each shape, design, issuer and writer."""

    def __init__(self, contexts: Contexts) -> None:
        self._contexts = contexts
        self._templates: list[_Template[T]] = []
        self._met: set[object] = set()

    def match(self, data: bytes) -> Known[T] | None:
        """The record in `data` where its text fits a template; None where only reading it whole can say."""
        for position, template in enumerate(self._templates):
            values = template.values(data)
            if values is None:
                continue
            *held, proof_value = values
            try:
                digest = template.canonical.digest(held)
            except UnicodeEncodeError:
                return None
            if digest is None:
                return None
            if position:
                # Batches come sorted by design more often than not.
                self._templates.insert(0, self._templates.pop(position))
            proof = {**template.document["proof"][0], "proofValue": proof_value}
            document = put(template.document, held) | {"proof": [proof]}
            return Known(document, template.options_hash + digest, template.learnt)
        return None

    def learn(self, document: Mapping[str, Any], data: bytes, learnt: T) -> None:
        """Keep what this record shares with others of its issuer and design, from the second that is met.

        Call it only for a record that passed `parse`, `schema`, `context` and `proof` on the slow path.
        """
        proofs = document.get("proof")
        if not isinstance(proofs, list) or len(proofs) != 1 or list(document)[-1] != "proof":
            return
        record = unsecured(document)
        taken = take(record)
        exact = exactly(taken.fixed) if taken else None
        if taken is None or exact is None or not is_worth_learning(data, taken.values):
            return
        met = hash((tuple(taken.shape), exact))
        if met not in self._met:
            if len(self._met) >= 16 * MOST_TEMPLATES:
                self._met.clear()
            self._met.add(met)
            return
        form = next((form for form in FORMS if form(document) == data), None)
        if form is None:
            return
        marks = marks_for([*taken.kinds, ""], repr(document))
        try:
            template, options = self._prepared(record, proofs[0], taken, marks)
        except (CannotPrepareError, GuildmarkError):
            return
        options_hash = hashlib.sha256(options).digest()
        marked = put(record, marks) | {"proof": [{**proofs[0], "proofValue": marks[-1]}]}
        text = TextTemplate.of(form(marked), marks)
        if text is not None:
            del self._templates[MOST_TEMPLATES - 1 :]
            self._templates.insert(0, _Template(learnt, template, dict(document), options_hash, text))

    def _prepared(
        self, record: JsonObject, proof: JsonObject, taken: Taken, marks: list[str]
    ) -> tuple[Digesting, bytes]:
        """What the proof is over, prepared and tried on this record, and the bytes of the proof's options."""
        template = CanonicalTemplate(put(record, marks), marks[:-1], taken.kinds, self._contexts)
        options = options_of(proof)
        if kind_of(proof) == eddsa_jcs.CRYPTOSUITE:
            text = TextTemplate.of(rfc8785.dumps(put(record, marks)), marks[:-1])
            if text is None or text.filled(taken.values) != rfc8785.dumps(record):
                raise CannotPrepareError("the JSON has no such form")
            if exactly(proof.get("@context")) != exactly(record.get("@context")):
                raise CannotPrepareError("another context was signed")
            return _Json(text, template), rfc8785.dumps(options)
        if template.lines(taken.values) != general_canonical(record, self._contexts).encode("utf-8"):
            raise CannotPrepareError("the statements have no such form")
        in_context = {**options, "@context": record.get("@context")}
        return template, canonical(in_context, self._contexts).encode("utf-8")
