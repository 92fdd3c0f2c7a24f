"""Step 2 of the demonstration: what Annex 2 tells of the Czech pilot, and an invented log for the green stage."""

from __future__ import annotations

from collections.abc import Mapping

from guildmark.toolkit.awareness import Perspective
from guildmark.web.accounts.models import Person
from guildmark.web.awareness.actions import Entry, log_occasion
from guildmark.web.awareness.words import Kind
from guildmark.web.partnerships.access import access_to


def load(people: Mapping[str, Person]) -> None:
    """Two occasions of the Czech pilot, as far as the guide tells them; three invented ones."""
    czech = access_to(people["alice"], "czech-republic")
    log_occasion(
        czech,
        Entry(
            Kind.EVENT,
            "Awareness meeting",
            participants=30,
            who="About 30 people from universities, associations, companies and cultural bodies.",
            perspectives=tuple(Perspective),
            outcomes="Those who want to move things have what they need to approach the ministries.",
        ),
    )
    log_occasion(
        czech,
        Entry(
            Kind.OUTREACH,
            "Creative Skills Week 2025",
            day="2025",
            who="Ministries and cultural institutions.",
            outcomes="Micro-credentials are mentioned in the new State Cultural Policy.",
        ),
    )
    green = access_to(people["alice"], "green-stage")
    log_occasion(
        green,
        Entry(
            Kind.EVENT,
            "Kick-off: what does a green set cost?",
            day="2026-02-11",
            participants=24,
            who="Technical directors of seven theatres, two academies (invented).",
            perspectives=(Perspective.LABOUR_MARKET, Perspective.PROVIDERS),
            outcomes="Five theatres promised a production to calculate.\nThe academies asked for the 16 elements.",
            follow_up="The coordinator sends the brief on Step 1 to the ministry of culture.",
        ),
    )
    log_occasion(
        green,
        Entry(
            Kind.EVENT,
            "Evening of the scenographers’ union",
            day="2026-03-19",
            participants=41,
            who="Freelance stage and costume designers (invented).",
            perspectives=(Perspective.PROFESSIONALS,),
            outcomes="Fourteen designers want to be among the first learners.",
        ),
    )
    log_occasion(
        green,
        Entry(
            Kind.OUTREACH,
            "Stand at the stage technology fair",
            day="2026-05",
            who="Visitors of the fair (invented).",
            follow_up="The union asks two set builders for a conversation.",
        ),
    )
