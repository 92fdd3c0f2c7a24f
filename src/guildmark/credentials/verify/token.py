"""The proof of a record that came as a JWT: its header, its key, and its claims against the record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify.outcome import Outcome, judged, look_up, untried
from guildmark.credentials.verify.token_header import not_read, refusal
from guildmark.credentials.verify.validity import ENDS, STARTS, moment
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say

IsSigned = Callable[[vcjwt.Token, PublicKey], bool]
"""What says whether a token is signed with a key: `vcjwt.check`, or what is as strict and knows the token already."""
_JWT_TYPES = frozenset({"jwt", "vc+jwt", "vc+ld+jwt", "vc-ld+jwt"})


def check_token(
    document: JsonObject, token: vcjwt.Token, fetch: Fetch | None, is_signed: IsSigned = vcjwt.check
) -> Outcome:
    """What came of a token's signature and of what it claims beside the record in it."""
    fault = refusal(token, _JWT_TYPES, may_be_untyped=True) or _contradiction(document, token)
    key, method = _key_of_token(token, fetch)
    if fault:
        return untried("fail", fault, key, method)
    if sentence := not_read(token):
        return untried("not_checked", sentence, key, method)
    return key if isinstance(key, Outcome) else judged(is_signed(token, key), method)


def _key_of_token(token: vcjwt.Token, fetch: Fetch | None) -> tuple[PublicKey | Outcome, str]:
    """The key that a token names or holds, or what came of it, and the key's name; empty where it has none."""
    if method := _kid(token):
        return look_up(method, fetch), method
    jwk = token.header.get("jwk")
    if not isinstance(jwk, dict):
        return Outcome("fail", say("The token does not name the key that signed it.")), ""
    try:
        key = PublicKey.from_jwk(jwk)
    except GuildmarkError as error:
        return Outcome("fail", error.faults[0].sentence), ""
    return key, f"{key.did}#{key.multikey}"


def _kid(token: vcjwt.Token) -> str | None:
    """The DID URL of the key; a header may shorten it to its fragment, or to the DID of a did:key."""
    kid, issuer = token.header.get("kid"), token.payload.get("iss")
    if not isinstance(kid, str):
        return None
    return f"{issuer}{kid}" if kid.startswith("#") and isinstance(issuer, str) else kid


def _contradiction(document: JsonObject, token: vcjwt.Token) -> Sentence | None:
    """Where a token's claims say something else than the record in it."""
    issuer, subject = document.get("issuer"), document.get("credentialSubject")
    said: Sequence[tuple[str, object]] = (
        ("iss", issuer.get("id") if isinstance(issuer, dict) else issuer),
        ("sub", subject.get("id") if isinstance(subject, dict) else None),
        ("jti", document.get("id")),
        ("nbf", _seconds(document, STARTS)),
        ("exp", _seconds(document, ENDS)),
    )
    for claim, value in said:
        claimed = token.payload.get(claim)
        if claimed is not None and value is not None and claimed != value:
            return say("The token and the record in it contradict each other ({claim}).", claim=claim)
    return None


def _seconds(document: JsonObject, members: Sequence[str]) -> int | None:
    times = [moment(document.get(member)) for member in members]
    return next((int(time.timestamp()) for time in times if time), None)
