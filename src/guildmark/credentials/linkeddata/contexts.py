"""The contexts that Guildmark knows: published ones by exact digest, inline ones byte for byte.

A context says what the words of a record mean, so it is never fetched and never taken from the
record: a published one comes from an installed package (or `data/`, see NOTICE.md there) and must
have the digest written here; an inline one is known only where the caller passed it in.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import rfc8785
from pyld.context_resolver import ContextResolver
from pyld.jsonld import JsonLdError

CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
DATA_INTEGRITY_V2 = "https://w3id.org/security/data-integrity/v2"


@dataclass(frozen=True, slots=True)
class _Published:
    """A published context: the installed package and file that carry it, and the digest it must have."""

    package: str
    file: str
    sha256: str

    def read(self) -> bytes:
        data = files(self.package).joinpath(self.file).read_bytes()
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise RuntimeError(f"{self.package}/{self.file} is not the context that Guildmark was tested with")
        return data


_OPENBADGESLIB = "openbadgeslib.ob3.contexts"
_SHIPPED = "guildmark.credentials.linkeddata.data"

# The digests of credentials/v2, data-integrity/v2 and multikey/v1 are those that the W3C
# recommendations print. Context 3.0.3 is the one with the errata (`endorsementJwt`, `jti`).
PUBLISHED: Mapping[str, _Published] = {
    CREDENTIALS_V2: _Published(
        "openvc.proof.contexts",
        "credentials-v2.json",
        "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
    ),
    OPEN_BADGES: _Published(
        _OPENBADGESLIB,
        "ob-v3p0-context-3.0.3.json",
        "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
    ),
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": _Published(
        _OPENBADGESLIB,
        "ob-v3p0-context-3.0.2.json",
        "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53",
    ),
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": _Published(
        _OPENBADGESLIB,
        "ob-v3p0-context-3.0.1.json",
        "5f3d9dd6288ef437ff8286cf95ffbff609c748a66f24a1e9450c45ca64be1571",
    ),
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": _Published(
        _OPENBADGESLIB,
        "ob-v3p0-extensions.json",
        "87c06c81bc2317663bf288d740d94fddd2818c4342b186270ff6371dfaa63f93",
    ),
    DATA_INTEGRITY_V2: _Published(
        _OPENBADGESLIB,
        "security-data-integrity-v2.json",
        "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4",
    ),
    "https://w3id.org/security/multikey/v1": _Published(
        _OPENBADGESLIB,
        "security-multikey-v1.json",
        "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597",
    ),
    CREDENTIALS_V1: _Published(
        _SHIPPED, "credentials-v1.json", "00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8"
    ),
    "https://www.w3.org/ns/did/v1": _Published(
        _SHIPPED, "did-v1.json", "62c1054bf404d6dd3a4b26b64f830fd72095f6a26edc4469908c94351352ce5f"
    ),
    "https://w3id.org/security/suites/ed25519-2020/v1": _Published(
        _SHIPPED, "ed25519-2020-v1.json", "b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588"
    ),
    "https://www.w3.org/ns/credentials/status/v1": _Published(
        _SHIPPED, "status-v1.json", "fd08cbf28ddd829ab2f1978c48f43ab07a112c1c90245a0cfac7ba721c65170c"
    ),
}


class Contexts:
    """The contexts that a document may name, and PyLD's resolver over just these.

    Immutable; make one and keep it, since the resolver remembers contexts that it has worked out.
    """

    def __init__(self, *inline: Mapping[str, Any], further: Mapping[str, bytes] | None = None) -> None:
        """`inline`: inline contexts that are known; `further`: exact bytes of other contexts by address."""
        self._inline = frozenset(rfc8785.dumps(dict(context)) for context in inline)
        self._further = dict(further or {})
        self._resolvers = threading.local()

    def knows(self, context: object) -> bool:
        """Whether one entry of `@context` is known: an address, or an inline object that equals a known one."""
        match context:
            case str():
                return context in PUBLISHED or context in self._further
            case dict():
                return _canonical_json(context) in self._inline
            case _:
                return False

    def unknown(self, document: Mapping[str, Any]) -> tuple[object, ...]:
        """The entries of every `@context` in the document that are not known, each once."""
        found: list[object] = []
        for entry in context_entries(document):
            if not self.knows(entry) and entry not in found:
                found.append(entry)
        return tuple(found)

    def bytes_of(self, address: str) -> bytes | None:
        """The exact bytes of a context by its address, or None where it is not known."""
        return self._further.get(address) or (published_bytes(address) if address in PUBLISHED else None)

    def load(self, address: str, _options: object = None) -> dict[str, Any]:
        """A document loader in PyLD's shape; it never fetches anything."""
        data = self.bytes_of(address)
        if data is None:
            raise JsonLdError(
                f"context not known: {address}", "jsonld.LoadDocumentError", code="loading document failed"
            )
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": json.loads(data),
            "tag": "static",
        }

    def resolver(self) -> ContextResolver:
        """The running thread's own context resolver: PyLD's caches are not made to be shared between threads."""
        if not hasattr(self._resolvers, "own"):
            self._resolvers.own = ContextResolver({}, self.load)
        resolver: ContextResolver = self._resolvers.own
        return resolver


@cache
def published_bytes(address: str) -> bytes:
    """The exact bytes of a published context, checked by digest; KeyError where we know none."""
    return PUBLISHED[address].read()


def context_entries(value: object) -> Iterator[object]:
    """Every entry of every `@context` in a document, nested ones too."""
    match value:
        case dict():
            for key, item in value.items():
                if key == "@context":
                    yield from item if isinstance(item, list) else [item]
                else:
                    yield from context_entries(item)
        case list():
            for item in value:
                yield from context_entries(item)


def _canonical_json(value: dict[str, Any]) -> bytes | None:
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, ValueError):
        return None
