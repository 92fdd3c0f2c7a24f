"""Step 1, result: the options that are open to a partnership where the framework has no place for it yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guildmark.toolkit.context.answers import Answers, Scope
from guildmark.toolkit.context.model import Dimension, Rating
from guildmark.toolkit.context.proposals import Proposal
from guildmark.words import Sentence, say


def available_options(answers: Answers, proposed: Mapping[Dimension, Proposal]) -> tuple[Sentence, ...]:
    """What the LEP can do now (R31), the most official way first; each rests on what is answered."""
    return (
        *_framework(proposed[Dimension.FRAMEWORK].proposed),
        *_prior_learning(answers),
        *_institution(proposed),
        *_initiatives(answers),
    )


def _framework(rating: Rating | None) -> Iterator[Sentence]:
    if rating is Rating.ESTABLISHED:
        yield say("Framework: give the micro-credential a level, and ask for its place in the national framework.")
    elif rating is Rating.DEVELOPING:
        yield say("Framework: not open yet; bring your pilot into its revision as evidence.")


def _prior_learning(answers: Answers) -> Iterator[Sentence]:
    match answers.given.get("s1.q4.recognition"):
        case "formal":
            yield say("Prior learning: what the micro-credential shows can be validated by the formal procedure.")
        case "in_part":
            yield say("Prior learning: find out for which learning recognition is possible already.")


def _institution(proposed: Mapping[Dimension, Proposal]) -> Iterator[Sentence]:
    if proposed[Dimension.GOVERNANCE].proposed in {Rating.ESTABLISHED, Rating.DEVELOPING}:
        yield say("Institution: award it under the quality assurance of an accredited provider.")
    elif proposed[Dimension.GOVERNANCE].proposed is Rating.NOT_INTEGRATED:
        yield say("Sector: where no body accredits, let an association or a group of employers endorse it.")


def _initiatives(answers: Answers) -> Iterator[Sentence]:
    if answers.examples(Scope.NATIONAL):
        yield say("Practice: join or follow a national initiative.")
    elif answers.examples(Scope.REGIONAL) or answers.given.get("s4.q4") == "yes":
        yield say("Practice: join or follow a regional initiative.")
