"""What Step 3 tells the journey."""

from __future__ import annotations

from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import Contribution
from guildmark.web.stakeholders.selectors import map_of
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
    )  # fmt: skip
