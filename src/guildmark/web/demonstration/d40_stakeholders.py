"""Step 3 of the demonstration: the invented stakeholders of the shipped example."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from guildmark.spreadsheets.stakeholders import read_stakeholders
from guildmark.web.accounts.models import Person
from guildmark.web.partnerships.access import access_to
from guildmark.web.stakeholders import actions


def load(people: Mapping[str, Person]) -> None:
    """The register of the Green Stage Partnership."""
    data = (files("guildmark.spreadsheets") / "examples" / "map.csv").read_bytes()
    actions.take_over(access_to(people["alice"], "green-stage"), read_stakeholders(data, "map.csv"))
