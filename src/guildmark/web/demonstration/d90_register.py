"""The register of the demonstration: what the Green Stage Partnership has approved is published."""

from __future__ import annotations

from collections.abc import Mapping

from guildmark.web.accounts.models import Person
from guildmark.web.design import selectors as designs
from guildmark.web.partnerships.access import access_to
from guildmark.web.register.actions import publish


def load(people: Mapping[str, Person]) -> None:
    """The newest approved version of each micro-credential."""
    access = access_to(people["alice"], "green-stage")
    seen: set[int] = set()
    for version in designs.approved_versions(access):  # newest first
        if version.micro_credential_id not in seen:
            seen.add(version.micro_credential_id)
            publish(access, version)
