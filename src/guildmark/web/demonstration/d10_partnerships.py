"""The three partnerships, their members and needs."""

from __future__ import annotations

from collections.abc import Mapping

from guildmark.toolkit.context import EvidenceKind, NeedKind
from guildmark.web.accounts.models import Person
from guildmark.web.partnerships import actions
from guildmark.web.partnerships.models import Role


def load(people: Mapping[str, Person]) -> None:
    """Alice coordinates two, Bob is a member of both; Charlie's is nearly empty."""
    alice, bob, charlie = people["alice"], people["bob"], people["charlie"]
    czech = actions.create_partnership(
        alice,
        "Czech Republic",
        slug="czech-republic",
        summary="The pilot of the SACCORD guide: from an unready framework to a first recognised micro-credential.",
        lsp="Cultural and Creative Industries",
        regions=["CZ"],
        sectors=["creative_cultural"],
    )
    actions.state_need(
        czech,
        NeedKind.OTHER,
        "Creative professionals learn on the job, and nobody can show what they have learnt.",
    )
    actions.add_evidence(
        czech,
        EvidenceKind.FEEDBACK,
        "The pilot’s meetings asked for recognition of what is learnt outside of school.",
        "SACCORD guide, Annex 2",
    )
    green = actions.create_partnership(
        alice,
        "Green Stage Partnership",
        slug="green-stage",
        summary="From a skills gap in green stage production to a micro-credential that 25 people hold this winter.",
        lsp="Cultural and Creative Industries",
        regions=["CZ", "AT", "NL", "IT"],
        sectors=["performing_arts"],
    )
    actions.state_need(
        green,
        NeedKind.GREEN,
        "Theatres must halve the footprint of a production, and stage designers were never taught how.",
    )
    for kind, says, source in (
        (EvidenceKind.LABOUR_MARKET, "Of 61 vacancies for stage designers in 2025, 22 asked for sustainable building.",
         "Vacancy count of the partnership, March 2026 (invented)"),
        (EvidenceKind.INDUSTRY, "Five of seven houses say that they find nobody who can calculate a set’s footprint.",
         "Talks with seven theatres, January 2026 (invented)"),
        (EvidenceKind.FEEDBACK, "Members of the scenographers’ union ask for short courses with proof.",
         "Union survey, 2025 (invented)"),
    ):  # fmt: skip
        actions.add_evidence(green, kind, says, source)
    for access in (czech, green):
        _, token = actions.invite(access, bob.email, Role.MEMBER)
        actions.accept(bob, token)
    actions.create_partnership(charlie, "Northern Crafts", slug="northern-crafts", regions=["IE"], sectors=[])
