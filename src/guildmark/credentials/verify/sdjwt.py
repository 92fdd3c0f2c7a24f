"""An SD-JWT VC checked: the issuer's signature, what was disclosed, and the holder's signature where there is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from guildmark.credentials import openbadges, sdjwt
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.sdjwt.compact import TYPES
from guildmark.credentials.sdjwt.shape import faults
from guildmark.credentials.verify.binding import check_binding
from guildmark.credentials.verify.completeness import completeness
from guildmark.credentials.verify.issuer import check_issuer
from guildmark.credentials.verify.issuer_keys import issuer_key
from guildmark.credentials.verify.looked_up import StatusLists
from guildmark.credentials.verify.model import Check, Verification
from guildmark.credentials.verify.outcome import Outcome, judged, untried
from guildmark.credentials.verify.token_header import not_read, refusal
from guildmark.credentials.verify.token_status import check_token_status
from guildmark.credentials.verify.trust import TrustList, check_trust
from guildmark.credentials.verify.validity import check_validity
from guildmark.errors import GuildmarkError
from guildmark.words import Listing, say

BADGE_TYPES = frozenset({"urn:eudi:micro_credential:1"})
"""Types of others whose claims are the members of an Open Badge."""
SHOWN = 5


def verify_sd_jwt(
    found: sdjwt.SdJwt,
    parsed: Check,
    *,
    now: datetime,
    fetch: Fetch | None,
    trust: TrustList | None,
    lists: StatusLists | None = None,
) -> Verification:
    """Everything that can be found out about an SD-JWT VC; `lists` as in `verify`."""
    wrong: Check | None = None
    try:
        claims = sdjwt.unpacked(found)
    except GuildmarkError as error:
        # What was disclosed is not what was signed: only the signed part is looked at further.
        claims, wrong = dict(found.token.payload), Check("proof", "fail", error.faults[0].sentence)
    named = {"issuer": claims.get("iss")}
    outcome = check_signature(found.token, claims, fetch)
    schema = _schema(claims)
    binding = check_binding(found, now=now)
    checks = (
        parsed,
        schema,
        _words(claims),
        wrong or Check("proof", outcome.result, outcome.sentence),
        check_issuer(named, (outcome,)),
        # When it was signed may be among what was disclosed.
        check_validity({}, replace(found.token, payload=claims), now),
        check_token_status(claims, now=now, fetch=fetch, lists=lists),
        *([binding] if binding else []),
        check_trust(named, trust),
    )
    good = schema.result == "pass" and wrong is None
    record = _record(claims) if good else {}
    return Verification("sd-jwt", checks, record, completeness(record))


def check_signature(token: vcjwt.Token, claims: JsonObject, fetch: Fetch | None) -> Outcome:
    """What came of the issuer's signature."""
    key, method = issuer_key(token, claims.get("iss"), fetch)
    if fault := refusal(token, TYPES):
        return untried("fail", fault, key, method)
    if sentence := not_read(token):
        return untried("not_checked", sentence, key, method)
    return key if isinstance(key, Outcome) else judged(vcjwt.check(token, key), method)


def _schema(claims: JsonObject) -> Check:
    wrong = faults(claims)
    if wrong:
        found = Listing.of(say("{path} is not what belongs there", path=f"/{name}") for name in wrong[:SHOWN])
        sentence = say("The record is not built as {standard} asks: {found}.", standard="SD-JWT VC", found=found)
        return Check("schema", "fail", sentence)
    return Check("schema", "pass", say("The record is built as {standard} asks.", standard="SD-JWT VC"))


def _words(claims: JsonObject) -> Check:
    if claims.get("vct") == sdjwt.VCT:
        return Check("context", "pass", say("The type of the record is known, and with it what its claims mean."))
    if not isinstance(claims.get("vct"), str):
        sentence = say("The record does not say of which type it is, so nobody can say what its claims mean.")
        return Check("context", "not_checked", sentence)
    sentence = say("The record is of the type {type}, whose claims are not known here.", type=claims["vct"][:200])
    return Check("context", "not_checked", sentence)


def _record(claims: JsonObject) -> JsonObject:
    if claims.get("vct") == sdjwt.VCT:
        return sdjwt.record_of(claims)
    if claims.get("vct") in BADGE_TYPES:
        return openbadges.read({"issuer": claims.get("iss"), **claims})
    return {}
