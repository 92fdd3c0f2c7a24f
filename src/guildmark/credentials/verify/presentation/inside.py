"""What a presentation says and holds, as far as it can be read before anything is checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify import enveloped
from guildmark.credentials.verify.parse import types_of

_CLAIMS = frozenset({"iss", "aud", "nonce", "iat", "nbf", "exp", "jti", "sub", "cnf"})


def presented_in(token: vcjwt.Token) -> JsonObject:
    """The presentation in a token: its payload, or the `vp` claim of VC Data Model 1.1."""
    claimed = token.payload.get("vp")
    if isinstance(claimed, dict):
        holder = token.payload.get("iss")
        return {"holder": holder, **claimed} if holder is not None else claimed
    return {key: value for key, value in token.payload.items() if key not in _CLAIMS}


def holder_of(document: JsonObject) -> str | None:
    """The holder's identifier, which stands alone or in an object."""
    holder = document.get("holder")
    found = holder.get("id") if isinstance(holder, dict) else holder
    return found if isinstance(found, str) else None


def credentials_in(document: JsonObject) -> Iterator[JsonObject]:
    """Every credential in a presentation; in linked data, a list within a list is the same as one list."""
    waiting: list[Any] = [document.get("verifiableCredential", [])]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item + waiting
        else:
            yield item


def is_secured(credential: JsonObject) -> bool:
    """Whether a credential is signed by itself."""
    return "proof" in credential or enveloped.CREDENTIAL in types_of(credential)
