"""What a token's header asks for: an algorithm, a type, and extensions that its reader must know (RFC 7515, 4.1)."""

from __future__ import annotations

from collections.abc import Collection

from guildmark.credentials.proofs.vcjwt import EXTENSIONS, Token
from guildmark.credentials.public_keys import ALGORITHMS
from guildmark.words import Listing, Sentence, say

_OF_OTHERS = frozenset({"RS384", "RS512", "PS256", "PS384", "PS512", "ES512", "ES256K"})
"""Sound algorithms of signatures that are not checked here."""
_SOUND = ALGORITHMS | _OF_OTHERS


def refusal(token: Token, types: Collection[str], *, may_be_untyped: bool = False) -> Sentence | None:
    """Why no record can be signed with such a header; None where one can. `types` are in lower case."""
    if extensions := _extensions(token):
        names = Listing.of(extensions)
        return say("The token's header demands an extension that no record may need: {names}.", names=names)
    untyped = "typ" not in token.header
    if not token.kind and not (untyped and may_be_untyped):
        return say("The token's header does not say what type of token it is.")
    # Media types are compared without their case.
    if not untyped and token.kind.lower() not in types:
        return say("The token is of the type “{found}”, which does not belong here.", found=token.kind[:40])
    if not token.algorithm:
        return say("The token's header names no algorithm, so nothing says how it would be signed.")
    if token.algorithm not in _SOUND:
        found = token.algorithm[:40]
        return say("The token's header asks for “{found}”, which no record may be signed with.", found=found)
    return None


def not_read(token: Token) -> Sentence | None:
    """Why nobody can say here whether the token is signed; None where that can be found out."""
    if token.algorithm in _OF_OTHERS:
        return say("This version does not check signatures of the kind “{kind}” yet.", kind=token.algorithm)
    return None


def _extensions(token: Token) -> list[str]:
    """What a header demands to be understood: by its name, or the member that demands it."""
    critical = token.header.get("crit")
    named = [name[:40] for name in critical if isinstance(name, str)] if isinstance(critical, list) else []
    return named[:5] or sorted(token.header.keys() & EXTENSIONS)
