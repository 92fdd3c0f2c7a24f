"""status: has the issuer taken the badge away, or revoked it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guildmark.credentials.dids import Fetch
from guildmark.credentials.openbadges2 import Badge, look_up
from guildmark.credentials.openbadges2.documents import listed
from guildmark.credentials.verify.model import Check
from guildmark.words import say


def check_status(badge: Badge, fetch: Fetch | None) -> Check:
    """Whether a hosted badge still stands at its address, and a signed one is not on its issuer's list."""
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
