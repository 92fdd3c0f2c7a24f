"""R57, Annex 2 Step 2: a brief with which stakeholders approach a ministry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guildmark.toolkit.context.country import CountryContext
from guildmark.toolkit.context.matrix import matrix
from guildmark.toolkit.context.model import CountryRatings, Dimension, Rating
from guildmark.toolkit.context.need import SkillsNeed, need_sentence
from guildmark.words import Sentence, say


@dataclass(frozen=True, slots=True)
class Brief:
    """What a brief says in its three parts: why we come, what we found, what we ask."""

    why: tuple[Sentence, ...]
    found: tuple[Sentence, ...]
    requests: tuple[Sentence, ...]

    def sentences(self, language: str = "en") -> list[str]:
        """The whole brief, one sentence a line, in the order of its parts."""
        return [sentence.text(language) for sentence in (*self.why, *self.found, *self.requests)]


def ministry_brief(
    context: CountryContext | None, need: SkillsNeed | None = None, confirmed: CountryRatings | None = None
) -> Brief:
    """A brief from Step 1: the need, what was found, and a request for each dimension that lacks something.

    What people have `confirmed` counts before what the answers propose: one confirmed dimension, and no proposal is
    used, since nobody should approach a ministry with ratings that others overruled.
    """
    why = (need_sentence(need),) if need else ()
    if confirmed is not None and any(confirmed.ratings.values()):
        return Brief(why, matrix([confirmed]).interpretation, _requests(confirmed.ratings))
    if context is None:
        return Brief(why, (), ())
    proposed = {dimension: proposal.proposed for dimension, proposal in context.proposals.items()}
    return Brief(why, context.interpretation, _requests(proposed))


def _requests(ratings: Mapping[Dimension, Rating | None]) -> tuple[Sentence, ...]:
    asked = (_request(dimension, rating) for dimension, rating in ratings.items())
    return tuple(request for request in asked if request)


def _request(dimension: Dimension, rating: Rating | None) -> Sentence | None:
    """What is asked of a ministry about one dimension; nothing where it is established or not known."""
    if rating in {None, Rating.ESTABLISHED}:
        return None
    match dimension:
        case Dimension.GOVERNANCE:
            return say("We ask you to name who is responsible for quality and validation, and to bring them together.")
        case Dimension.POLICIES:
            return say("We ask you to name micro-credentials in the next policy paper, in line with European efforts.")
        case Dimension.FRAMEWORK:
            return say("We ask you to open the qualifications framework to micro-credentials; our pilot is a case.")
        case Dimension.ACTIVITIES:
            return say("We ask you to support a national pilot.")
