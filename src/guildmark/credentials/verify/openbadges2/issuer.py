"""issuer: does the badge stand where its issuer keeps badges, or is the key that signed it the issuer's?"""

from __future__ import annotations

from guildmark.credentials.openbadges2 import Badge, scope_of
from guildmark.credentials.verify.model import Check
from guildmark.words import say


def check_issuer(badge: Badge, key_is_issuers: bool) -> Check:
    """Whether the badge is its issuer's; `key_is_issuers` says whether a key of theirs was tried on a signed one."""
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
