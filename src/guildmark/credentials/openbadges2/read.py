"""What a badge of Open Badges 2.0 says of the 16 elements, read as the next generation's are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guildmark.credentials import openbadges
from guildmark.credentials.openbadges2.documents import listed

_IDENTITIES = {"email": "emailAddress", "schema:email": "emailAddress"}


def read(assertion: Mapping[str, Any], badge_class: Mapping[str, Any], issuer: Mapping[str, Any]) -> dict[str, Any]:
    """The `record` of a badge, in the shapes of docs/cli.md; never raises for odd shapes.

    A recipient's e-mail address in clear is not shown: the record is about what was achieved.
    """
    criteria = badge_class.get("criteria")
    achievement = {
        "id": badge_class.get("id"),
        "name": badge_class.get("name"),
        "description": badge_class.get("description"),
        "criteria": criteria if isinstance(criteria, dict) else {"id": criteria},
        "image": badge_class.get("image"),
        "alignment": badge_class.get("alignment"),
        "version": badge_class.get("version"),
        "inLanguage": badge_class.get("@language"),
    }
    profile = {key: issuer.get(key) for key in ("id", "name", "url", "email", "image")}
    return openbadges.read(
        {
            "id": assertion.get("id"),
            "validFrom": assertion.get("issuedOn"),
            "validUntil": assertion.get("expires"),
            "issuer": profile,
            "credentialSubject": {"achievement": achievement, **_recipient(assertion.get("recipient"))},
            "evidence": [
                item if isinstance(item, dict) else {"id": item} for item in listed(assertion.get("evidence"))
            ],
        }
    )


def _recipient(recipient: object) -> dict[str, Any]:
    if not isinstance(recipient, dict):
        return {}
    kind = recipient.get("type")
    if recipient.get("hashed") is True:
        return {"identifier": [{"hashed": True, "identityType": _IDENTITIES.get(str(kind), kind)}]}
    return {"id": recipient.get("identity")} if kind in ("id", "url") else {}
