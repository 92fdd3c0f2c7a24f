"""What Step 3 tells the journey."""

from __future__ import annotations

from django.urls import reverse

from guildmark.toolkit.stakeholders import StakeholderMap
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.contribution import Contribution, Ground
from guildmark.web.stakeholders.selectors import map_of, stakeholders
from guildmark.words import say_count


def contribute(access: Access) -> Contribution:
    """The map; how many stand in the register and have a place on it; its finding."""
    found = map_of(access)
    if not found.stakeholders:
        return Contribution()
    placed = sum(one.scenario is not None for one in found.stakeholders)
    return Contribution(
        results={"stakeholder_map": found},
        actions=(
            say_count("{count} stakeholder in the register", "{count} stakeholders in the register",
                      len(found.stakeholders)),
            say_count("{count} placed on the map", "{count} placed on the map", placed),
        ),
        findings=found.finding,
        grounds=_grounds(access, found),
    )  # fmt: skip


def _grounds(access: Access, found: StakeholderMap) -> dict[int | str, Ground]:
    """Rows of the map by name, for those who may see names beside ratings; nobody else learns who it is."""
    if not access.may(Right.NAMES):
        return {}
    ids = stakeholders(access).prefetch_related(None).values_list("public_id", flat=True)
    return {
        row: Ground(one.source.name, reverse("stakeholders:edit", args=[access.partnership.slug, public_id]))
        for public_id, one in zip(ids, found.stakeholders, strict=True)
        for row in one.source.rows
    }
