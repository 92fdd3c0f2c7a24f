"""`{% publishing access version %}`: whether a version is published, and the button that changes it."""

from __future__ import annotations

from typing import Any

from django import template

from guildmark.web.design.models import DesignVersion
from guildmark.web.partnerships.access import Access
from guildmark.web.register.models import Publication

register = template.Library()


@register.inclusion_tag("register/offer.html", takes_context=True)
def publishing(context: dict[str, Any], access: Access, version: DesignVersion) -> dict[str, Any]:
    """For the page of a design: needs an approved version to offer anything."""
    return {
        "access": access,
        "version": version,
        "approved": hasattr(version, "approval"),
        "published": Publication.objects.filter(version=version, withdrawn_at=None).first(),
        "csrf_token": context.get("csrf_token"),
    }
