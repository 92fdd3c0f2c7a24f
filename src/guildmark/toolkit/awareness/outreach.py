"""R35, R57: events and outreach, whose perspectives they heard, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guildmark.words import Listing, Sentence, Text, say, say_count


class Perspective(StrEnum):
    """The perspectives from which Annex 2 looks at the benefits."""

    LABOUR_MARKET = "labour_market"
    PROVIDERS = "providers"
    PROFESSIONALS = "professionals"

    def label(self, language: str) -> str:
        """The perspective as a word in a sentence."""
        return _perspective(self).text(language)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting, an event or another occasion of outreach, as a partnership logs it.

    `outcomes` say what came of it ("mentioned in the new State Cultural Policy"); `follow_up` says
    who approaches whom next, with which brief.
    """

    title: Text
    on: date
    participants: int
    perspectives: frozenset[Perspective] = frozenset()
    outcomes: tuple[Text, ...] = ()
    follow_up: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class OutreachSummary:
    """What the log comes to: how many people, which perspectives are still missing, what has come of it."""

    occasions: int
    participants: int
    missing: tuple[Perspective, ...]
    without_outcome: tuple[Occasion, ...]
    sentences: tuple[Sentence, ...]


def outreach_summary(log: Sequence[Occasion]) -> OutreachSummary:
    """The log in figures and sentences (Annex 2, Step 2); people at two occasions are counted twice."""
    heard = {perspective for occasion in log for perspective in occasion.perspectives}
    missing = tuple(perspective for perspective in Perspective if perspective not in heard)
    without = tuple(occasion for occasion in log if not occasion.outcomes)
    participants = sum(occasion.participants for occasion in log)
    sentences = [
        say_count(
            "{count} occasion, {people} taking part.",
            "{count} occasions, {people} taking part.",
            len(log),
            people=participants,
        )
    ]
    if missing:
        sentences.append(say("Not heard yet: {perspectives}.", perspectives=Listing.of(missing)))
    if without:
        sentences.append(
            say_count(
                "Of {count} occasion it is not noted what came of it.",
                "Of {count} occasions it is not noted what came of them.",
                len(without),
            )
        )
    return OutreachSummary(len(log), participants, missing, without, tuple(sentences))


def _perspective(perspective: Perspective) -> Sentence:
    match perspective:
        case Perspective.LABOUR_MARKET:
            return say("the labour market", context="perspective")
        case Perspective.PROVIDERS:
            return say("education and training providers", context="perspective")
        case Perspective.PROFESSIONALS:
            return say("professionals", context="perspective")
