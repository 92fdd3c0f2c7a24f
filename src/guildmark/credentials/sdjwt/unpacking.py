"""The claims that a presentation shows: digests replaced by what was disclosed (RFC 9901, 7.1).

openvc-core places them and refuses whatever could be read in two ways: a digest that stands twice, a disclosure that
belongs nowhere, a name that is there already. It does so in one call with signature and times, which here are checks
of their own, and a record is shown even where its issuer's key could not be had. So what was signed is handed over
inside a token of our own making: its key stands in for the issuer's, and one level down no time or audience is the
library's to judge, so that its clock decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from openvc.errors import OpenvcError
from openvc.proof.sd_jwt import SdJwtVcProofSuite

from guildmark.credentials.bounded import JsonObject, strings
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.sdjwt.compact import SdJwt
from guildmark.credentials.sdjwt.disclosures import HASHES
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say

DEEPEST = 64
NEVER_HIDDEN = frozenset({"iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "aka_vcts", "status", "_sd_alg"})
"""Claims that no issuer may hide, nor anything in them (SD-JWT VC, 2.2.2.3)."""

_STAND_IN = SigningKey.of(Ed25519PrivateKey.from_private_bytes(bytes(32)))
"""Everybody can have this key, and nothing believes it: whether the issuer signed is the check `proof`."""
_SEEN, _REST = "status", "claims"
"""Where the two halves of the payload stand in the token; beneath a `status` the library lets nothing be disclosed."""


def unpacked(found: SdJwt) -> JsonObject:
    """The payload with the disclosed claims in their places; raises GuildmarkError `sdjwt.*`."""
    payload = found.token.payload
    hashing = payload.get("_sd_alg", "sha-256")
    if not isinstance(hashing, str) or hashing not in HASHES:
        raise _refused(
            "sdjwt.hash", say("The record hides claims by a hash that is not known: {found}.", found=hashing)
        )
    if len({disclosure.encoded for disclosure in found.disclosures}) != len(found.disclosures):
        raise _refused("sdjwt.disclosure.twice", say("One claim is disclosed twice."))
    said = (payload, *(disclosure.value for disclosure in found.disclosures))
    # The library takes null for no digests.
    if any(node.get("_sd", []) is None for value in said for node in _objects(value)):
        raise _misplaced()
    try:
        placed = _placed(found, hashing)
    except OpenvcError as error:
        named = {text for value in said for _, text in strings(value)}
        if all(disclosure.digest(hashing) in named for disclosure in found.disclosures):
            raise _misplaced() from error
        sentence = say("A claim is disclosed that the issuer has not signed.")
        raise _refused("sdjwt.disclosure.stray", sentence) from error
    if NEVER_HIDDEN & placed[_REST].keys():
        raise _misplaced()
    claims: JsonObject = _as_read_here({**placed[_SEEN], **placed[_REST]})
    return claims


def _placed(found: SdJwt, hashing: str) -> JsonObject:
    """What the library makes of both halves of the payload; raises its OpenvcError."""
    claims: JsonObject = {"iss": _STAND_IN.did, "vct": "urn:x", "iat": 0, "_sd_alg": hashing, _SEEN: {}, _REST: {}}
    for name, value in found.token.payload.items():
        if name != "_sd_alg":
            claims[_SEEN if name in NEVER_HIDDEN else _REST][name] = value
    suite = SdJwtVcProofSuite()
    token = suite.issue(claims, signing_key=_STAND_IN)
    presentation = token + "".join(f"{disclosure.encoded}~" for disclosure in found.disclosures)
    placed: JsonObject = suite.verify(
        presentation, public_key_jwk=_STAND_IN.public.jwk, now=datetime.fromtimestamp(0, UTC)
    ).claims
    return placed


def _as_read_here(value: Any, depth: int = 0) -> Any:
    """What the library has read, as our own reader has it: 4.0 is 4; deeper than `DEEPEST` it is refused."""
    if depth > DEEPEST:
        raise _refused("sdjwt.deep", say("The disclosed claims are nested too deeply."))
    match value:
        case dict():
            return {name: _as_read_here(member, depth + 1) for name, member in value.items()}
        case list():
            return [_as_read_here(item, depth + 1) for item in value]
        case float() if value.is_integer():
            return int(value)
    return value


def _objects(value: Any) -> Iterator[JsonObject]:
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _objects(one)


def _misplaced() -> GuildmarkError:
    return _refused(
        "sdjwt.digest", say("The hidden claims of the record cannot be told apart, or stand where none may.")
    )


def _refused(code: str, sentence: Sentence) -> GuildmarkError:
    return GuildmarkError(Fault(code, sentence))
