"""The proof of a record that came as a JWT: its header, its key, and its claims against the record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify.outcome import Outcome, judged, look_up
from guildmark.credentials.verify.validity import ENDS, STARTS, moment
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say

IsSigned = Callable[[vcjwt.Token, PublicKey], bool]
"""What says whether a token is signed with a key: `vcjwt.check`, or what is as strict and knows the token already."""
_JWT_TYPES = frozenset({"jwt", "vc+jwt", "vc+ld+jwt", "vc-ld+jwt"})
_OTHER_ALGORITHMS = frozenset({"RS384", "RS512", "PS256", "PS384", "PS512", "ES512", "ES256K", "Ed25519"})


def check_token(
    document: JsonObject, token: vcjwt.Token, fetch: Fetch | None, is_signed: IsSigned = vcjwt.check
) -> Outcome:
    """What came of a token's signature and of what it claims beside the record in it."""
    algorithm, header_type = token.algorithm, token.kind if "typ" in token.header else "JWT"
    if algorithm in _OTHER_ALGORITHMS:
        sentence = say("This version does not check signatures of the kind “{kind}” yet.", kind=algorithm)
        return Outcome("not_checked", sentence, _kid(token), "not_checked")
    if algorithm not in vcjwt.ALGORITHMS or "crit" in token.header or header_type.lower() not in _JWT_TYPES:
        found = str(token.header.get("alg"))[:40]
        sentence = say("The token's header asks for “{found}”, which no record may be signed with.", found=found)
        return Outcome("fail", sentence)
    if fault := _contradiction(document, token):
        return Outcome("fail", fault, _kid(token))
    key = _key_of_token(token, fetch)
    if isinstance(key, Outcome):
        return key
    return judged(is_signed(token, key), _kid(token) or f"{key.did}#{key.multikey}")


def _key_of_token(token: vcjwt.Token, fetch: Fetch | None) -> PublicKey | Outcome:
    if method := _kid(token):
        return look_up(method, fetch)
    jwk = token.header.get("jwk")
    if not isinstance(jwk, dict):
        return Outcome("fail", say("The token does not name the key that signed it."))
    try:
        return PublicKey.from_jwk(jwk)
    except GuildmarkError as error:
        return Outcome("fail", error.faults[0].sentence)


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
