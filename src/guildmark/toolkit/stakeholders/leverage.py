"""R40a, Annex 2: each actor's leverage, who could decide, open or block what, and where they stand in the sector."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from guildmark.toolkit.stakeholders.groups import rows_of
from guildmark.toolkit.stakeholders.model import Gap, PlacedStakeholder, Power
from guildmark.words import Sentence, say


class Decision(StrEnum):
    """What somebody has to decide before micro-credentials work in a region; the list is ours."""

    POLICY = "policy"
    FRAMEWORK = "framework"
    ACCREDITATION = "accreditation"
    FUNDING = "funding"
    CURRICULUM = "curriculum"
    HIRING = "hiring"

    def label(self, language: str) -> str:
        """What is decided, as a word in a sentence."""
        return _decision(self).text(language)


class Hold(StrEnum):
    """What an actor can do about a decision: take it, open the door to it, or block it."""

    DECIDE = "decide"
    OPEN = "open"
    BLOCK = "block"


class ValueChain(StrEnum):
    """An actor's place in the cultural value chain (the LEP's "stages of the supply chain")."""

    CREATION = "creation"
    PRODUCTION = "production"
    DISSEMINATION = "dissemination"
    EXHIBITION = "exhibition"
    PRESERVATION = "preservation"
    SUPPORT = "support"

    def label(self, language: str) -> str:
        """The place as a word for people."""
        return _place(self).text(language)


@dataclass(frozen=True, slots=True)
class Leverage:
    """What was learnt about one actor besides the answers; a person notes it.

    `holds` maps a decision to what the actor can do about it; `lsp_member` is None where unknown.
    """

    actor: PlacedStakeholder
    holds: Mapping[Decision, frozenset[Hold]] = field(default_factory=dict)
    value_chain: ValueChain | None = None
    lsp_member: bool | None = None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """Who could decide, open and block one decision, in the order of the register."""

    decision: Decision
    decide: tuple[PlacedStakeholder, ...]
    open: tuple[PlacedStakeholder, ...]
    block: tuple[PlacedStakeholder, ...]


def who_decides(actors: Sequence[Leverage]) -> tuple[DecisionView, ...]:
    """Who could decide what, one view a decision: Annex 2's question of Step 3."""
    return tuple(
        DecisionView(
            decision,
            decide=_holding(actors, decision, Hold.DECIDE),
            open=_holding(actors, decision, Hold.OPEN),
            block=_holding(actors, decision, Hold.BLOCK),
        )
        for decision in Decision
    )


def leverage_gaps(actors: Sequence[Leverage]) -> tuple[Gap, ...]:
    """Decisions that nobody known can take, and decisions that somebody without support can block."""
    everyone = rows_of([one.actor for one in actors])
    return tuple(gap for view in who_decides(actors) for gap in _gaps_of(view, everyone))


def _gaps_of(view: DecisionView, everyone: tuple[int, ...]) -> Iterable[Gap]:
    if not view.decide:
        sentence = say("It is not known who decides on {decision}: find out.", decision=view.decision)
        yield Gap("leverage.nobody_decides", sentence, everyone)
    opposed = [one for one in view.block if one.support.level is Power.LOW]
    if opposed:
        sentence = say(
            "Somebody who gives little support can block the decision on {decision}: talk before you ask for it.",
            decision=view.decision,
        )
        yield Gap("leverage.blocked", sentence, rows_of(opposed))


def _holding(actors: Sequence[Leverage], decision: Decision, hold: Hold) -> tuple[PlacedStakeholder, ...]:
    return tuple(one.actor for one in actors if hold in one.holds.get(decision, frozenset()))


def _decision(decision: Decision) -> Sentence:
    match decision:
        case Decision.POLICY:
            return say("a policy for micro-credentials", context="decision")
        case Decision.FRAMEWORK:
            return say("their place in the qualifications framework", context="decision")
        case Decision.ACCREDITATION:
            return say("accreditation", context="decision")
        case Decision.FUNDING:
            return say("funding", context="decision")
        case Decision.CURRICULUM:
            return say("a place in the curriculum", context="decision")
        case Decision.HIRING:
            return say("their use in hiring", context="decision")


def _place(place: ValueChain) -> Sentence:
    match place:
        case ValueChain.CREATION:
            return say("creation", context="value chain")
        case ValueChain.PRODUCTION:
            return say("production", context="value chain")
        case ValueChain.DISSEMINATION:
            return say("dissemination and trade", context="value chain")
        case ValueChain.EXHIBITION:
            return say("exhibition and performance", context="value chain")
        case ValueChain.PRESERVATION:
            return say("preservation and heritage", context="value chain")
        case ValueChain.SUPPORT:
            return say("education, funding and support", context="value chain")
