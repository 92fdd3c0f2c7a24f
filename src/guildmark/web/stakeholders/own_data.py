"""What Step 3 keeps on a person: how they assessed others."""

from __future__ import annotations

from typing import Any

from guildmark.web.accounts.models import Person
from guildmark.web.stakeholders.models import Assessment


def own_data(person: Person) -> dict[str, Any]:
    """The assessments that the person gave."""
    given = Assessment.objects.filter(person=person).select_related("stakeholder__cycle__partnership")
    return {
        "assessments": [
            {
                "partnership": one.stakeholder.cycle.partnership.slug,
                "stakeholder": one.stakeholder.name,
                "influence": one.influence,
                "support": one.support,
                "at": one.at.isoformat(),
            }
            for one in given
        ]
    }


def erase(person: Person) -> None:
    """The answers stay, since the map rests on them; whose they were goes."""
    for one in Assessment.objects.filter(person=person):
        one.person, one.assessor, one.assessor_key = None, f"#{one.pk}", f"#{one.pk}"
        one.save()
