"""proof: does the badge stand at its own address, or did a key that its issuer lists sign it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guildmark.credentials.dids import Fetch
from guildmark.credentials.openbadges2 import Badge, look_up, signed_with
from guildmark.credentials.openbadges2.documents import listed
from guildmark.credentials.openbadges2.shapes import time_of
from guildmark.credentials.proofs.vcjwt import Token
from guildmark.credentials.verify.model import Check
from guildmark.words import Listing, say

MOST_KEYS = 4
_MUST_AGREE = ("recipient", "badge", "issuedOn", "expires")


def check_proof(badge: Badge, token: Token | None, fetch: Fetch | None) -> tuple[Check, bool]:
    """The check `proof`, and whether a key of the issuer's was tried."""
    match badge.kind:
        case "hosted":
            return _hosted(badge), False
        case "signed" if token is None:
            return Check("proof", "fail", say("The badge says that it is signed, and came without a signature.")), False
        case "signed":
            return _signed(badge, token, fetch)
    return Check("proof", "not_checked", say("The badge does not say in a known way how it can be verified.")), False


def _hosted(badge: Badge) -> Check:
    found = badge.hosted
    name = badge.assertion.get("id")
    address = name[:200] if isinstance(name, str) else "?"
    if found is None or found.document is None:
        reason = found.sentence if found and found.sentence else address
        result = "fail" if found and (found.gone or found.result == "fail") else "not_checked"
        sentence = say("The badge is known by its own address only: {reason}", reason=reason)
        return Check("proof", "fail" if result == "fail" else "not_checked", sentence)
    if found.document.get("revoked") is not True:
        differing = [name for name in _MUST_AGREE if not _agree(name, badge.assertion, found.document)]
        if differing:
            names = Listing.of(differing)
            sentence = say("What stands at {address} says something else: {names}.", address=address, names=names)
            return Check("proof", "fail", sentence)
    return Check("proof", "pass", say("The badge stands at its own address, {address}.", address=address))


def _agree(name: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    here, there = one.get(name), other.get(name)
    if name == "badge":
        here, there = (value.get("id") if isinstance(value, dict) else value for value in (here, there))
    if name in ("issuedOn", "expires") and None not in (here, there):
        return time_of(here) is not None and time_of(here) == time_of(there)
    return here == there


def _signed(badge: Badge, token: Token | None, fetch: Fetch | None) -> tuple[Check, bool]:
    profile = badge.issuer.document
    if profile is None or token is None:
        reason = badge.issuer.sentence or say("The badge names no issuer.")
        sentence = say("The key stands in the issuer's profile: {reason}", reason=reason)
        return Check("proof", badge.issuer.result if badge.issuer.result != "pass" else "fail", sentence), False
    if "crit" in token.header:
        return Check("proof", "fail", say("The token's header asks for an extension, which no badge may need.")), False
    how = badge.assertion.get("verification", badge.assertion.get("verify"))
    creator = how.get("creator") if isinstance(how, dict) else None
    keys = [key for key in listed(profile.get("publicKey")) if creator in (None, _id(key))]
    if not keys or len(keys) > MOST_KEYS:
        return Check("proof", "fail", say("The issuer's profile does not list the key that signed the badge.")), False
    answers = [_signed_by(key, token, badge.issuer_id, fetch) for key in keys]
    if True in answers:
        return Check("proof", "pass", say("The signature is good: nothing was changed since it was made.")), True
    if None in answers:
        return Check("proof", "not_checked", say("A key of the issuer's could not be looked up or read.")), True
    sentence = say("The signature does not fit: the record was changed after it was signed, or the key is another.")
    return Check("proof", "fail", sentence), True


def _signed_by(key: object, token: Token, issuer_id: str | None, fetch: Fetch | None) -> bool | None:
    if isinstance(key, dict) and "publicKeyPem" in key:
        document: Mapping[str, Any] | None = key
    else:
        found = look_up(_id(key), fetch)
        if found.result == "fail":
            return False
        document = found.document
    if document is None:
        return None
    # The key and the profile must name each other, or a badge could point to anybody's key.
    if document.get("owner", issuer_id if document is key else None) != issuer_id:
        return False
    return signed_with(token, document.get("publicKeyPem"))


def _id(key: object) -> object:
    return key.get("id") if isinstance(key, dict) else key
