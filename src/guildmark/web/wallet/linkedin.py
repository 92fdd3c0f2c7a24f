"""LinkedIn's "Add to profile": a plain link that fills in their form. Nothing is sent before somebody follows it."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from guildmark.web.wallet.contents import Card

ADDRESS = "https://www.linkedin.com/profile/add"


def add_to_profile(card: Card, shown_at: str | None, until: date | None = None) -> str:
    """The link; `shown_at` is where others see the record, `until` its last day of validity.

    LinkedIn makes such links at https://addtoprofile.linkedin.com/; no reference page lists their parameters. Those
    used here are the ones that public links of that kind carry (November 2026): `startTask`, `name`,
    `organizationName` (a page's number would go under `organizationId`), `issueYear`, `issueMonth` from 1,
    `expirationYear`, `expirationMonth`, `certUrl`, `certId`. The learner's name is no part of it.
    """
    values = {
        "startTask": "CERTIFICATION_NAME",
        "name": card.title,
        "organizationName": ", ".join(card.bodies),
        "issueYear": str(card.on.year),
        "issueMonth": str(card.on.month),
        "certId": card.record.record_id,
    }
    if until:
        values |= {"expirationYear": str(until.year), "expirationMonth": str(until.month)}
    if shown_at:
        values["certUrl"] = shown_at
    return f"{ADDRESS}?{urlencode(values)}"
