"""An SD-JWT VC checked: the checks in their order, and what was found to say together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from guildmark.credentials import openbadges, sdjwt
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.verify.binding import check_binding
from guildmark.credentials.verify.completeness import completeness
from guildmark.credentials.verify.issuer import check_issuer
from guildmark.credentials.verify.looked_up import StatusLists
from guildmark.credentials.verify.model import Check, Verification
from guildmark.credentials.verify.sdjwt.context import check_context
from guildmark.credentials.verify.sdjwt.proof import check_signature
from guildmark.credentials.verify.sdjwt.schema import check_schema
from guildmark.credentials.verify.token_status import check_token_status
from guildmark.credentials.verify.trust import TrustList, check_trust
from guildmark.credentials.verify.validity import check_validity
from guildmark.errors import GuildmarkError

BADGE_TYPES = frozenset({"urn:eudi:micro_credential:1"})
"""Types of others whose claims are the members of an Open Badge."""


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
    schema = check_schema(claims)
    binding = check_binding(found, now=now)
    checks = (
        parsed,
        schema,
        check_context(claims),
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


def _record(claims: JsonObject) -> JsonObject:
    if claims.get("vct") == sdjwt.VCT:
        return sdjwt.record_of(claims)
    if claims.get("vct") in BADGE_TYPES:
        return openbadges.read({"issuer": claims.get("iss"), **claims})
    return {}
