"""Step 3 of the demonstration: the invented stakeholders of the shipped example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files

from guildmark.spreadsheets.stakeholders import read_stakeholders
from guildmark.toolkit.stakeholders import Decision, Hold, ValueChain
from guildmark.web.accounts.models import Person
from guildmark.web.partnerships.access import Access, access_to
from guildmark.web.stakeholders import actions, selectors


def load(people: Mapping[str, Person]) -> None:
    """The register of the Green Stage Partnership."""
    data = (files("guildmark.spreadsheets") / "examples" / "map.csv").read_bytes()
    access = access_to(people["alice"], "green-stage")
    actions.take_over(access, read_stakeholders(data, "map.csv"))
    _note(access)


LEVERAGE: Mapping[str, tuple[Mapping[Decision, frozenset[Hold]], ValueChain]] = {
    "Ludmila Vrbová": ({Decision.POLICY: frozenset({Hold.DECIDE})}, ValueChain.SUPPORT),
    "Radim Holan": ({Decision.FUNDING: frozenset({Hold.DECIDE, Hold.BLOCK})}, ValueChain.SUPPORT),
    "Klaartje Weerdenburg": ({Decision.FRAMEWORK: frozenset({Hold.DECIDE, Hold.OPEN})}, ValueChain.SUPPORT),
    "Ingeborg Quastl": ({Decision.ACCREDITATION: frozenset({Hold.DECIDE})}, ValueChain.SUPPORT),
    "Dalibor Křenek": ({Decision.CURRICULUM: frozenset({Hold.DECIDE, Hold.OPEN})}, ValueChain.SUPPORT),
    "Gijs van Wolferen": ({Decision.HIRING: frozenset({Hold.OPEN})}, ValueChain.PRODUCTION),
}
"""Invented: what was learnt of some in conversations."""


def _note(access: Access) -> None:
    for entry in selectors.stakeholders(access):
        if entry.name in LEVERAGE:
            holds, place = LEVERAGE[entry.name]
            given = selectors.described(entry)
            noted = actions.Noted(holds, place, lsp_member=entry.group == "education")
            actions.change(access, entry.public_id, replace(given, power=()), noted, version=entry.version)
