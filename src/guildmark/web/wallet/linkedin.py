"""LinkedIn's "Add to profile": a plain link that fills in their form. Nothing is sent before somebody follows it."""

from __future__ import annotations

from urllib.parse import urlencode

from guildmark.web.wallet.contents import Card

ADDRESS = "https://www.linkedin.com/profile/add"


def add_to_profile(card: Card, shown_at: str | None) -> str:
    """The link, with the parameters that LinkedIn documents; `shown_at` is where others see the record."""
    values = {
        "startTask": "CERTIFICATION_NAME",
        "name": card.title,
        "organizationName": ", ".join(card.bodies),
        "issueYear": str(card.on.year),
        "issueMonth": str(card.on.month),
        "certId": card.record.record_id,
    }
    if shown_at:
        values["certUrl"] = shown_at
    return f"{ADDRESS}?{urlencode(values)}"
