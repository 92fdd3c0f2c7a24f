"""What one country's answers come to: ratings proposed, readiness, interpretation (`guildmark context`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guildmark.toolkit.context.answers import Answers
from guildmark.toolkit.context.interpretation import interpret_countries
from guildmark.toolkit.context.model import CountryRatings, Dimension, MatrixRow, Readiness
from guildmark.toolkit.context.options import available_options
from guildmark.toolkit.context.other_sources import other_source
from guildmark.toolkit.context.proposals import Proposal, proposals
from guildmark.toolkit.context.readiness import missing, readiness
from guildmark.words import Sentence, say_count


@dataclass(frozen=True, slots=True)
class CountryContext:
    """The result of Step 1 for one country (R31), as long as no person has confirmed it."""

    answers: Answers
    proposals: Mapping[Dimension, Proposal]
    readiness: Readiness | None
    interpretation: tuple[Sentence, ...]
    options: tuple[Sentence, ...]


def country_context(answers: Answers) -> CountryContext:
    """The proposals, the readiness that they come to, and what both mean in sentences (R31 to R33)."""
    proposed = proposals(answers)
    ratings = {dimension: proposal.proposed for dimension, proposal in proposed.items()}
    row = MatrixRow(CountryRatings(answers.country, answers.region, ratings), readiness(ratings), missing(ratings))
    sentences = [*interpret_countries([row]), *(proposal.reason for proposal in proposed.values() if proposal.proposed)]
    still_open = [question for proposal in proposed.values() for question in proposal.open]
    if still_open:
        sentences.append(
            say_count("{count} question is still open.", "{count} questions are still open.", len(still_open))
        )
    disagreement = other_source(row.source)
    if disagreement:
        sentences.append(disagreement)
    return CountryContext(answers, proposed, row.readiness, tuple(sentences), available_options(answers, proposed))


def country_ratings(context: CountryContext, language: str = "en") -> CountryRatings:
    """The proposals as a row of the matrix, with the reasons as notes in `language`."""
    proposed = context.proposals.values()
    return CountryRatings(
        country=context.answers.country,
        region=context.answers.region,
        ratings={proposal.dimension: proposal.proposed for proposal in proposed},
        notes={proposal.dimension: proposal.reason.text(language) for proposal in proposed},
    )


def context_json(context: CountryContext, language: str = "en") -> dict[str, Any]:
    """The context as the JSON of `guildmark context --json` (docs/cli.md), with the reasons beside it."""
    return {
        "country": context.answers.country.code,
        "region": context.answers.region,
        "ratings": {
            dimension.value: {
                "proposed": proposal.proposed and proposal.proposed.value,
                "because": list(proposal.because),
                "open": list(proposal.open),
                "reason": proposal.reason.text(language),
            }
            for dimension, proposal in context.proposals.items()
        },
        "readiness": context.readiness and context.readiness.value,
        "interpretation": [sentence.text(language) for sentence in context.interpretation],
        "options": [sentence.text(language) for sentence in context.options],
    }
