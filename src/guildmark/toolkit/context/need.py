"""The guide, ch. 2: the skills need from which a partnership starts, and the evidence for it (R55)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from guildmark.words import Listing, Sentence, Text, say


class NeedKind(StrEnum):
    """Which skills are short: those of the guide's transitions, or others."""

    GREEN = "green"
    DIGITAL = "digital"
    ENTREPRENEURIAL = "entrepreneurial"
    OTHER = "other"

    def label(self, language: str) -> str:
        """The kind as a word for people."""
        return _kind(self).text(language)


class EvidenceKind(StrEnum):
    """Where evidence for a need comes from (ch. 2; Annex 2, Step 2)."""

    LABOUR_MARKET = "labour_market"
    INDUSTRY = "industry"
    FEEDBACK = "feedback"

    def label(self, language: str) -> str:
        """The origin as a word in a sentence."""
        return _evidence(self).text(language)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence: what it says, and where it can be found."""

    kind: EvidenceKind
    says: Text
    source: Text | None = None


@dataclass(frozen=True, slots=True)
class SkillsNeed:
    """The need in the partnership's own words, to which every later step can point back by `id`."""

    id: str
    kind: NeedKind
    statement: Text
    evidence: tuple[Evidence, ...] = ()


def evidence_missing(need: SkillsNeed) -> tuple[EvidenceKind, ...]:
    """The kinds of evidence that a need does not rest on yet; one piece counts when it names its source."""
    found = {piece.kind for piece in need.evidence if piece.source}
    return tuple(kind for kind in EvidenceKind if kind not in found)


def need_sentence(need: SkillsNeed) -> Sentence:
    """How well a need is shown, in a sentence."""
    missing = evidence_missing(need)
    if not missing:
        return say("The need for {kind} rests on all three kinds of evidence.", kind=need.kind)
    if len(missing) == len(EvidenceKind):
        return say("The need for {kind} is stated, without evidence that names its source.", kind=need.kind)
    return say("The need for {kind} still lacks evidence from {kinds}.", kind=need.kind, kinds=Listing.of(missing))


def _kind(kind: NeedKind) -> Sentence:
    match kind:
        case NeedKind.GREEN:
            return say("green skills", context="skills need")
        case NeedKind.DIGITAL:
            return say("digital skills", context="skills need")
        case NeedKind.ENTREPRENEURIAL:
            return say("entrepreneurial skills", context="skills need")
        case NeedKind.OTHER:
            return say("other skills", context="skills need")


def _evidence(kind: EvidenceKind) -> Sentence:
    match kind:
        case EvidenceKind.LABOUR_MARKET:
            return say("labour-market data", context="evidence of need")
        case EvidenceKind.INDUSTRY:
            return say("the industry", context="evidence of need")
        case EvidenceKind.FEEDBACK:
            return say("feedback of the sector", context="evidence of need")
