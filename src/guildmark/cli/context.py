"""`guildmark context`: what one country's answers to the questionnaire come to (Step 1)."""

from __future__ import annotations

import click

from guildmark.cli.command import guildmark_command, language_option
from guildmark.cli.limits import limits_here
from guildmark.cli.reading import naming, read_document, without_notes
from guildmark.cli.voice import Voice
from guildmark.toolkit.context.country import CountryContext
from guildmark.words import Listing, say


@guildmark_command("context", about=say("Propose a country's ratings from its answers to the questionnaire (Step 1)."))
@click.argument("answers", metavar="ANSWERS.json")
@language_option
def command(voice: Voice, answers: str) -> int:
    """Reads the answers and says which rating each dimension is proposed, and what that rests on."""
    from guildmark.toolkit.context import context_json, country_context, read_answers

    document = read_document(answers, limits_here())
    with naming(answers):
        read = read_answers(without_notes(document), answers)
    voice.warn(warning.sentence for warning in read.warnings)
    result = country_context(read)
    if voice.as_json:
        voice.answer(context_json(result, voice.language))
    else:
        _show(voice, result)
    return 0


def _show(voice: Voice, result: CountryContext) -> None:
    from guildmark.vocabulary import dimensions, ratings, readiness

    page = voice.page()
    country = result.answers.country
    if result.readiness:
        page.finding(
            say(
                "{country}: {readiness}, as proposed.", country=country, readiness=readiness.get(result.readiness.value)
            )
        )
    else:
        page.finding(say("{country}: not yet rated, as long as questions are open.", country=country))
    page.table(
        [say("Dimension"), say("Proposed"), say("It rests on"), say("Still to answer")],
        [
            (
                dimensions.get(dimension.value),
                ratings.get(proposal.proposed.value) if proposal.proposed else "–",
                Listing.of(proposal.because),
                Listing.of(proposal.open),
            )
            for dimension, proposal in result.proposals.items()
        ],
    )
    page.points(say("What this means"), result.interpretation)
    page.points(say("What is open to you now"), result.options)
    page.next(
        say("a person confirms the ratings, and writes them into the matrix: guildmark template matrix -o matrix.xlsx")
    )
