"""Annex 2, "transition logic": why each step follows from the one before; Step 1 has an analysis instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guildmark.toolkit.advice.model import Results, Step
from guildmark.toolkit.context.model import Dimension, MatrixRow, Rating
from guildmark.toolkit.stakeholders.coalition import coalition
from guildmark.vocabulary import dimensions
from guildmark.words import Listing, Sentence, say


@dataclass(frozen=True, slots=True)
class Transition:
    """Why a step follows, as the results propose it; a person words it for the journal.

    `rests_on` names the step whose result it draws on.
    """

    step: Step
    sentence: Sentence
    rests_on: Step


def transitions(results: Results) -> tuple[Transition, ...]:
    """The transition logic as far as the results reach, in the order of the steps."""
    return tuple(found for rule in _RULES if (found := rule(results)))


def _analysis(results: Results) -> Transition | None:
    if not results.matrix or not results.matrix.rows:
        return None
    weak, strong = (
        _dimensions(results.matrix.rows, established=False),
        _dimensions(results.matrix.rows, established=True),
    )
    if not weak.items:
        sentence = say("Step 1 gave a clear baseline: all four dimensions are established; build on them.")
    elif not strong.items:
        sentence = say(
            "Step 1 gave a clear baseline: nothing is established everywhere; still open: {weak}.", weak=weak
        )
    else:
        sentence = say("Step 1 gave a clear baseline. Strong: {strong}. Still open: {weak}.", strong=strong, weak=weak)
    return Transition(Step.CONTEXT, sentence, Step.CONTEXT)


def _to_awareness(results: Results) -> Transition | None:
    if not results.matrix or not results.matrix.rows:
        return None
    rows = results.matrix.rows
    if any(row.source.ratings.get(Dimension.POLICIES) in {Rating.DEVELOPING, Rating.NOT_INTEGRATED} for row in rows):
        sentence = say(
            "Because Step 1 showed no firm policy to lean on, Step 2 builds shared words and political visibility."
        )
    elif any(row.source.ratings.get(Dimension.FRAMEWORK) in {Rating.DEVELOPING, Rating.NOT_INTEGRATED} for row in rows):
        sentence = say(
            "Because Step 1 showed policy ahead of the framework, Step 2 explains what micro-credentials do already."
        )
    else:
        sentence = say(
            "Because Step 1 showed a system that is ready, Step 2 makes known what it offers to those who could use it."
        )
    return Transition(Step.AWARENESS, sentence, Step.CONTEXT)


def _to_stakeholders(results: Results) -> Transition | None:
    if results.change and results.change.rose is not None:
        sentence = say(
            "Because understanding rose for {rose} of {people} in Step 2, Step 3 clarifies who could decide what.",
            rose=results.change.rose,
            people=results.change.pairs,
        )
    elif results.outreach and results.outreach.participants:
        sentence = say(
            "Because Step 2 reached {people} people and their interest, Step 3 clarifies who could decide what.",
            people=results.outreach.participants,
        )
    else:
        return None
    return Transition(Step.STAKEHOLDERS, sentence, Step.AWARENESS)


def _to_design(results: Results) -> Transition | None:
    if not results.stakeholder_map or not results.stakeholder_map.stakeholders:
        return None
    found = coalition(results.stakeholder_map.stakeholders)
    sentence = say(
        "Because Step 3 named {core} who can lead, {voices} who would help and {sceptics} who want proof, "
        "Step 4 tests with the first two what will convince the third.",
        core=len(found.core),
        voices=len(found.voices),
        sceptics=len(found.to_win),
    )
    return Transition(Step.DESIGN, sentence, Step.STAKEHOLDERS)


def _to_recognition(results: Results) -> Transition | None:
    if results.pilots:
        sentence = say(
            "Because {completed} of {learners} learners completed the pilots of Step 4, Step 5 can bring evidence "
            "to those who recognise.",
            completed=sum(pilot.completed for pilot in results.pilots),
            learners=sum(pilot.learners for pilot in results.pilots),
        )
    elif results.check and results.check.ok:
        sentence = say(
            "Because the design of Step 4 is complete and no pilot has run, Step 5 begins with planning, not evidence."
        )
    else:
        return None
    return Transition(Step.RECOGNITION, sentence, Step.DESIGN)


def _dimensions(rows: tuple[MatrixRow, ...], *, established: bool) -> Listing:
    return Listing.of(
        dimensions.get(dimension.value).short
        for dimension in Dimension
        if all(row.source.ratings.get(dimension) is Rating.ESTABLISHED for row in rows) is established
    )


_RULES: tuple[Callable[[Results], Transition | None], ...] = (
    _analysis,
    _to_awareness,
    _to_stakeholders,
    _to_design,
    _to_recognition,
)
