"""Step 3: strategies to engage stakeholders, by scenario, group and level of understanding."""

from __future__ import annotations

from dataclasses import dataclass

from guildmark.toolkit.stakeholders.model import Group, PlacedStakeholder, Power, Scenario, Understanding
from guildmark.vocabulary import scenarios
from guildmark.words import Sentence, say

_WITH_SUPPORT = frozenset({Scenario.HIGH_INFLUENCE_HIGH_SUPPORT, Scenario.LOW_INFLUENCE_HIGH_SUPPORT})


@dataclass(frozen=True, slots=True)
class Strategy:
    """How to engage a stakeholder: the approach of the scenario, the argument or request, the next learning step.

    `approach` is None as long as the scenario is unknown: then the questions come first.
    """

    approach: scenarios.Scenario | None
    message: Sentence
    learning: Sentence

    def sentences(self, language: str = "en") -> list[str]:
        """The strategy as it is read out, one sentence a line."""
        first = [self.approach.strategy.text(language)] if self.approach else []
        return [*first, self.message.text(language), self.learning.text(language)]


def strategy(scenario: Scenario | None, group: Group, understanding: Understanding | None) -> Strategy:
    """The strategy for a scenario, group and understanding: the three together decide (R41).

    Who supports is asked for a contribution; who does not is shown what the group gains.
    """
    supportive = scenario in _WITH_SUPPORT
    return Strategy(
        approach=scenarios.get(scenario.value) if scenario else None,
        message=_request(group) if supportive else _argument(group),
        learning=_learning(understanding),
    )


def strategy_for(placed: PlacedStakeholder) -> Strategy:
    """The strategy for one stakeholder of the map; one who is undecided on support is shown the argument."""
    found = strategy(placed.scenario, placed.source.group, placed.understanding)
    if placed.scenario is None and placed.support.level is Power.HIGH:
        return Strategy(found.approach, _request(placed.source.group), found.learning)
    return found


def _argument(group: Group) -> Sentence:
    """What a group gains from micro-credentials (the guide, ch. 3.2)."""
    match group:
        case Group.POLICY:
            return say(
                "Show how micro-credentials make short learning transparent and comparable, with quality assured."
            )
        case Group.EDUCATION:
            return say("Show which learners short, stackable courses bring, and how they lead into full programmes.")
        case Group.INDUSTRY:
            return say("Show which skills gap the micro-credential closes, and what a record tells when hiring.")
        case Group.ASSOCIATIONS:
            return say("Show how a shared standard gives the skills of the sector a value that others recognise.")
        case Group.LEARNERS:
            return say("Show what a record proves, where it counts, and that it belongs to the learner.")


def _request(group: Group) -> Sentence:
    """What a group that supports micro-credentials is asked to contribute."""
    match group:
        case Group.POLICY:
            return say("Ask for a statement in a policy paper, a seat at the table and a contact for recognition.")
        case Group.EDUCATION:
            return say("Ask for a course to pilot, a trainer and a place in the curriculum.")
        case Group.INDUSTRY:
            return say("Ask for practitioners, cases from work and a public word on hiring.")
        case Group.ASSOCIATIONS:
            return say("Ask for the members' needs, a stage at events and a letter of support.")
        case Group.LEARNERS:
            return say("Ask them to test the course, to give feedback and to tell their story.")


def _learning(understanding: Understanding | None) -> Sentence:
    """The part of Step 2 that fits what somebody knows already."""
    match understanding:
        case None:
            return say("Ask the knowledge questions of Step 3.1 first.")
        case Understanding.LOW:
            return say("Begin with “discover” of Step 2: what a micro-credential is, with one example of their field.")
        case Understanding.MEDIUM:
            return say("Go on with “explore” of Step 2: the publications and practices that answer their questions.")
        case Understanding.HIGH:
            return say("Let them explain micro-credentials to others: “get inspired” of Step 2 needs their example.")
