"""The claims that a presentation shows: digests replaced by what was disclosed (RFC 9901, 7.1).

Refused is whatever could be read in two ways: a digest that stands twice, a disclosure that belongs nowhere, a name
that is there already, a claim disclosed that must always be seen.
"""

from __future__ import annotations

from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.sdjwt.compact import SdJwt
from guildmark.credentials.sdjwt.disclosures import HASHES, Disclosure
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say

DEEPEST = 64
NEVER_HIDDEN = frozenset({"iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "aka_vcts", "status", "_sd_alg"})
"""Claims that no issuer may hide (SD-JWT VC, 2.2.2.2)."""


def unpacked(found: SdJwt) -> JsonObject:
    """The payload with the disclosed claims in their places; raises GuildmarkError `sdjwt.*`."""
    hashing = found.token.payload.get("_sd_alg", "sha-256")
    if not isinstance(hashing, str) or hashing not in HASHES:
        raise _refused(
            "sdjwt.hash", say("The record hides claims by a hash that is not known: {found}.", found=hashing)
        )
    disclosed = {disclosure.digest(hashing): disclosure for disclosure in found.disclosures}
    if len(disclosed) != len(found.disclosures):
        raise _refused("sdjwt.disclosure.twice", say("One claim is disclosed twice."))
    unpacking = _Unpacking(disclosed)
    payload: JsonObject = unpacking.whole({k: v for k, v in found.token.payload.items() if k != "_sd_alg"}, 0)
    if unpacking.waiting:
        raise _refused("sdjwt.disclosure.stray", say("A claim is disclosed that the issuer has not signed."))
    return payload


class _Unpacking:
    def __init__(self, disclosed: dict[str, Disclosure]) -> None:
        self.waiting = disclosed
        self._seen: set[str] = set()

    def whole(self, value: Any, depth: int) -> Any:
        if depth > DEEPEST:
            raise _refused("sdjwt.deep", say("The disclosed claims are nested too deeply."))
        if isinstance(value, list):
            return [item for one in value for item in self._item(one, depth)]
        return self._object(value, depth) if isinstance(value, dict) else value

    def _item(self, item: Any, depth: int) -> list[Any]:
        if not isinstance(item, dict) or "..." not in item:
            return [self.whole(item, depth + 1)]
        disclosure = self._taken(item["..."])
        if len(item) != 1 or (disclosure is not None and disclosure.name is not None):
            raise _misplaced()
        return [] if disclosure is None else [self.whole(disclosure.value, depth + 1)]

    def _object(self, node: JsonObject, depth: int) -> JsonObject:
        if "..." in node:
            raise _misplaced()
        made = {name: self.whole(value, depth + 1) for name, value in node.items() if name != "_sd"}
        digests = node.get("_sd", [])
        if not isinstance(digests, list):
            raise _misplaced()
        for digest in digests:
            disclosure = self._taken(digest)
            if disclosure is None:
                continue
            name = disclosure.name
            if name is None or name in made or (depth == 0 and name in NEVER_HIDDEN):
                raise _misplaced()
            made[name] = self.whole(disclosure.value, depth + 1)
        return made

    def _taken(self, digest: Any) -> Disclosure | None:
        if not isinstance(digest, str) or digest in self._seen:
            raise _misplaced()
        self._seen.add(digest)
        return self.waiting.pop(digest, None)


def _misplaced() -> GuildmarkError:
    return _refused(
        "sdjwt.digest", say("The hidden claims of the record cannot be told apart, or stand where none may.")
    )


def _refused(code: str, sentence: Sentence) -> GuildmarkError:
    return GuildmarkError(Fault(code, sentence))
