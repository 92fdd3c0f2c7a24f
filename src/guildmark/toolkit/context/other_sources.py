"""R32: where another source says otherwise about a country's framework, both are shown with their dates."""

from __future__ import annotations

from guildmark.toolkit.context.model import CountryRatings, Dimension, Rating
from guildmark.vocabulary import ratings
from guildmark.vocabulary.countries import CountryFacts
from guildmark.words import Sentence, say

_SAME = {
    "yes": Rating.ESTABLISHED,
    "partial": Rating.DEVELOPING,
    "planned": Rating.DEVELOPING,
    "no": Rating.NOT_INTEGRATED,
}
"""What the facts' status of micro-credentials in the national framework would be as a rating."""


def other_source(row: CountryRatings) -> Sentence | None:
    """The sentence that shows the other source beside the rating of the framework; None where they agree.

    Only countries are compared: the facts say nothing about a region.
    """
    rated, facts = row.ratings.get(Dimension.FRAMEWORK), row.country.facts
    if rated is None or facts is None or row.region or _SAME.get(facts.microcredentials_in_nqf, rated) is rated:
        return None
    return say(
        "{country}, framework: rated “{rating}” here. Another source, checked on {date}: {status}. ({source})",
        country=row.country,
        rating=ratings.get(rated.value),
        date=facts.checked_on,
        status=_status(facts),
        source=facts.source,
    )


def _status(facts: CountryFacts) -> Sentence:
    match facts.microcredentials_in_nqf:
        case "yes":
            return say("micro-credentials are part of the national framework")
        case "partial":
            return say("micro-credentials are in part included in the national framework")
        case "planned":
            return say("micro-credentials are planned for the national framework")
        case _:
            return say("micro-credentials are not part of the national framework")
