"""One badge of Open Badges 2.0 checked: the checks in their order, and what they were found to say together."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from guildmark.credentials import openbadges2
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.proofs.vcjwt import Token
from guildmark.credentials.verify.completeness import completeness
from guildmark.credentials.verify.model import Check, Verification
from guildmark.credentials.verify.openbadges2.context import check_context
from guildmark.credentials.verify.openbadges2.issuer import check_issuer
from guildmark.credentials.verify.openbadges2.proof import check_proof
from guildmark.credentials.verify.openbadges2.schema import check_schema
from guildmark.credentials.verify.openbadges2.status import check_status
from guildmark.credentials.verify.openbadges2.validity import check_validity
from guildmark.credentials.verify.trust import TrustList, check_trust


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
    schema = check_schema(badge)
    proof, key_is_issuers = check_proof(badge, token, fetch)
    checks = (
        parsed,
        schema,
        check_context(badge),
        proof,
        check_issuer(badge, key_is_issuers),
        check_validity(badge, now),
        check_status(badge, fetch),
        check_trust({"issuer": badge.issuer_id}, trust),
    )
    record: dict[str, Any] = {}
    if schema.result == "pass":
        told_class = badge.badge_class.document or {}
        embedded = told_class.get("issuer")
        issuer = badge.issuer.document or (embedded if isinstance(embedded, dict) else {"id": badge.issuer_id})
        record = openbadges2.read(badge.told, told_class, issuer)
    return Verification("ob2", checks, record, completeness(record))
