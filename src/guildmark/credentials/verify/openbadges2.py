"""Open Badges 2.0: the same checks, of a badge that is known by where it stands or by its issuer's key.

A hosted badge is good because its issuer's web site serves it; a signed one because a key that the issuer's profile
lists signed it. Either way the profile at the issuer's own address decides, so nothing is known offline.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ValidationError

from guildmark.credentials import openbadges2
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.openbadges2 import Badge, look_up, scope_of, signed_with
from guildmark.credentials.openbadges2.documents import listed
from guildmark.credentials.openbadges2.shapes import time_of
from guildmark.credentials.proofs.vcjwt import Token
from guildmark.credentials.verify.completeness import completeness
from guildmark.credentials.verify.model import Check, Verification
from guildmark.credentials.verify.schema import SHOWN, places
from guildmark.credentials.verify.trust import TrustList, check_trust
from guildmark.words import Listing, Sentence, say

MOST_KEYS = 4
_STANDARD = "Open Badges 2.0"
_MUST_AGREE = ("recipient", "badge", "issuedOn", "expires")


def verify_badge(
    assertion: JsonObject,
    token: Token | None,
    parsed: Check,
    *,
    now: datetime,
    fetch: Fetch | None,
    trust: TrustList | None,
) -> Verification:
    """Everything that can be found out about an assertion of Open Badges 2.0; `token` is the JWS that it came in."""
    badge = openbadges2.gather(assertion, fetch)
    schema = _schema(badge)
    proof, key_is_issuers = _proof(badge, token, fetch)
    checks = (
        parsed,
        schema,
        _context(badge.told),
        proof,
        _issuer(badge, key_is_issuers),
        _validity(badge.told, now),
        _status(badge, fetch),
        check_trust({"issuer": badge.issuer_id}, trust),
    )
    record: dict[str, Any] = {}
    if schema.result == "pass":
        told_class = badge.badge_class.document or {}
        embedded = told_class.get("issuer")
        issuer = badge.issuer.document or (embedded if isinstance(embedded, dict) else {"id": badge.issuer_id})
        record = openbadges2.read(badge.told, told_class, issuer)
    return Verification("ob2", checks, record, completeness(record))


def _schema(badge: Badge) -> Check:
    parts: list[tuple[JsonObject | None, type[BaseModel]]] = [
        (badge.told, openbadges2.Assertion),
        (badge.badge_class.document, openbadges2.BadgeClass),
        (badge.issuer.document, openbadges2.Profile),
    ]
    found: list[Sentence] = []
    for document, shape in parts:
        # A badge that was taken away says no more than that.
        if document is None or (document is badge.told and document.get("revoked") is True):
            continue
        try:
            shape.model_validate(document)
        except ValidationError as error:
            found += places(error)
    if found:
        listing = Listing.of(found[:SHOWN])
        sentence = say("The record is not built as {standard} asks: {found}.", standard=_STANDARD, found=listing)
        return Check("schema", "fail", sentence)
    return Check("schema", "pass", say("The record is built as {standard} asks.", standard=_STANDARD))


def _context(told: Mapping[str, Any]) -> Check:
    if told.get("@context") in (openbadges2.CONTEXT, [openbadges2.CONTEXT]):
        return Check("context", "pass", say("The words are those of {standard}.", standard=_STANDARD))
    sentence = say("The badge brings further contexts, which could give its words another meaning.")
    return Check("context", "not_checked", sentence)


def _proof(badge: Badge, token: Token | None, fetch: Fetch | None) -> tuple[Check, bool]:
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
    address = str(badge.assertion.get("id"))[:200]
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


def _issuer(badge: Badge, key_is_issuers: bool) -> Check:
    named = badge.badge_class
    if named.document is None:
        return Check("issuer", named.result, named.sentence or say("The badge names no issuer."))
    if badge.issuer.document is None or badge.issuer_id is None:
        return Check("issuer", badge.issuer.result, badge.issuer.sentence or say("The badge names no issuer."))
    if badge.kind == "signed":
        if key_is_issuers:
            sentence = say("The key belongs to the issuer, {issuer}.", issuer=badge.issuer_id)
            return Check("issuer", "pass", sentence)
        sentence = say("No key is named, so nothing shows that {issuer} signed.", issuer=badge.issuer_id)
        return Check("issuer", "not_checked", sentence)
    address, profile = badge.assertion.get("id"), badge.issuer.document
    # A class inside the served assertion is the issuer's word already; a linked one has to stand with the issuer too.
    linked = None if isinstance(badge.told.get("badge"), dict) else named.document.get("id")
    class_is_theirs = linked is None or any(scope_of(rules, badge.issuer_id, linked) for rules in ({}, profile))
    if scope_of(profile, badge.issuer_id, address) and class_is_theirs:
        sentence = say("The badge stands where the issuer, {issuer}, keeps its badges.", issuer=badge.issuer_id)
        return Check("issuer", "pass", sentence)
    sentence = say("The badge does not stand where its issuer, {issuer}, keeps badges.", issuer=badge.issuer_id)
    return Check("issuer", "fail", sentence)


def _validity(told: Mapping[str, Any], now: datetime) -> Check:
    start, end = time_of(told.get("issuedOn")), time_of(told.get("expires"))
    if (start is None and "issuedOn" in told) or (end is None and "expires" in told):
        sentence = say("The record names a time that is not one, so nobody can say whether it holds.")
        return Check("validity", "fail", sentence)
    if start and now < start:
        return Check("validity", "fail", say("The record is not valid yet: it begins on {start}.", start=start))
    if end and now >= end:
        return Check("validity", "fail", say("The record has expired: it was valid until {end}.", end=end))
    if end:
        return Check("validity", "pass", say("The record is valid until {end}.", end=end))
    return Check("validity", "pass", say("The record is valid, and has no end date."))


def _status(badge: Badge, fetch: Fetch | None) -> Check:
    if (
        badge.told.get("revoked") is True
        or badge.assertion.get("revoked") is True
        or (badge.hosted and badge.hosted.gone)
    ):
        return _revoked(badge.told.get("revocationReason"))
    if badge.kind == "hosted":
        if badge.hosted and badge.hosted.document:
            return Check("status", "pass", say("The issuer has not taken the badge away."))
        return Check("status", "not_checked", say("Whether the issuer took the badge away stands at its own address."))
    if badge.issuer.document is None:
        return Check("status", "not_checked", say("Whether the badge was revoked stands in the issuer's profile."))
    address = badge.issuer.document.get("revocationList")
    if address is None:
        return Check("status", "pass", say("The issuer keeps no list of revoked badges, so it cannot be revoked."))
    found = look_up(address, fetch)
    if found.document is None:
        reason = found.sentence or str(address)[:200]
        return Check("status", "not_checked", say("The list of revoked badges did not answer: {reason}", reason=reason))
    for entry in listed(found.document.get("revokedAssertions")):
        if _names(entry, badge.assertion):
            return _revoked(entry.get("revocationReason") if isinstance(entry, dict) else None)
    return Check("status", "pass", say("The badge is not on the issuer's list of revoked badges."))


def _names(entry: object, assertion: Mapping[str, Any]) -> bool:
    if not isinstance(entry, dict):
        return isinstance(entry, str) and entry == assertion.get("id")
    return any(isinstance(entry.get(key), str) and entry[key] == assertion.get(key) for key in ("id", "uid"))


def _revoked(reason: object) -> Check:
    if isinstance(reason, str) and reason.strip():
        sentence = say("The issuer no longer stands by the record: “{message}”.", message=reason[:200])
        return Check("status", "fail", sentence)
    return Check("status", "fail", say("The issuer has revoked the record."))
