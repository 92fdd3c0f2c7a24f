"""The cryptosuites whose canonical form can be prepared: linked data (rdfc) and the JSON itself (jcs)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import rfc8785

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.keys import Signer
from guildmark.credentials.linkeddata import Contexts, canonical
from guildmark.credentials.linkeddata.canonical import general_canonical
from guildmark.credentials.prepared.canonical import CannotPrepareError, CanonicalTemplate
from guildmark.credentials.prepared.places import Taken
from guildmark.credentials.prepared.text import TextTemplate
from guildmark.credentials.proofs import data_integrity, eddsa_jcs, rdfc
from guildmark.errors import GuildmarkError


class Digesting(Protocol):
    """A prepared canonical form: the SHA-256 for the values at the places; None where only the slow path can say."""

    def digest(self, values: Sequence[str]) -> bytes | None:
        """The digest of the filled form."""
        ...


class Suite(Protocol):
    """What a prepared signer needs of a cryptosuite."""

    def sign(self, document: Mapping[str, Any], signer: Signer, created: datetime) -> JsonObject:
        """The slow, obvious path."""
        ...

    def prepare(
        self, document: Mapping[str, Any], taken: Taken, marked: JsonObject, marks: Sequence[str]
    ) -> Digesting | None:
        """The prepared form, once a filled sample equals the slow path's; None where there is none."""
        ...

    def options(self, document: Mapping[str, Any], signer: Signer, created: datetime) -> tuple[JsonObject, bytes]:
        """The proof without its value, and the SHA-256 of its canonical form."""
        ...


@dataclass(frozen=True, slots=True)
class Rdfc:
    """eddsa-rdfc-2022, or ecdsa-rdfc-2019 with a P-256 key."""

    contexts: Contexts

    def sign(self, document: Mapping[str, Any], signer: Signer, created: datetime) -> JsonObject:
        """As `Suite`."""
        return rdfc.sign(document, signer, created=created, contexts=self.contexts)

    def prepare(
        self, document: Mapping[str, Any], taken: Taken, marked: JsonObject, marks: Sequence[str]
    ) -> Digesting | None:
        """As `Suite`."""
        try:
            template = CanonicalTemplate(marked, marks, taken.kinds, self.contexts)
            slow = general_canonical(data_integrity.unsecured(document), self.contexts)
        except (CannotPrepareError, GuildmarkError):
            return None
        return template if template.lines(taken.values) == slow.encode("utf-8") else None

    def options(self, document: Mapping[str, Any], signer: Signer, created: datetime) -> tuple[JsonObject, bytes]:
        """As `Suite`."""
        options = data_integrity.options(rdfc.cryptosuite_of(signer), signer, created)
        text = canonical({**options, "@context": document["@context"]}, self.contexts)
        return options, hashlib.sha256(text.encode("utf-8")).digest()


class Jcs:
    """eddsa-jcs-2022."""

    def sign(self, document: Mapping[str, Any], signer: Signer, created: datetime) -> JsonObject:
        """As `Suite`."""
        return eddsa_jcs.sign(document, signer, created=created)

    def prepare(
        self, document: Mapping[str, Any], taken: Taken, marked: JsonObject, marks: Sequence[str]
    ) -> Digesting | None:
        """As `Suite`."""
        template = TextTemplate.of(rfc8785.dumps(marked), marks)
        if template is None:
            return None
        slow = rfc8785.dumps(data_integrity.unsecured(document))
        return template if template.filled(taken.values) == slow else None

    def options(self, document: Mapping[str, Any], signer: Signer, created: datetime) -> tuple[JsonObject, bytes]:
        """As `Suite`."""
        options = data_integrity.options(eddsa_jcs.CRYPTOSUITE, signer, created)
        options["@context"] = document["@context"]
        return options, hashlib.sha256(rfc8785.dumps(options)).digest()
