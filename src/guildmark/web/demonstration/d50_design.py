"""Step 4 of the demonstration: two invented micro-credentials of the Green Stage Partnership."""

from __future__ import annotations

from collections.abc import Mapping

from guildmark.toolkit.design.template import example
from guildmark.web.accounts.models import Person
from guildmark.web.design import actions
from guildmark.web.partnerships.access import access_to


def load(people: Mapping[str, Person]) -> None:
    """One micro-credential, approved."""
    green = access_to(people["alice"], "green-stage")
    made = actions.create(green, "Sustainable Scenography", example())
    actions.approve(green, made.public_id, 1, "Reviewed by both workshops and the teaching board.")
