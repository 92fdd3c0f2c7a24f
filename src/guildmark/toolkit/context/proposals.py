"""R32: a rating proposed for each dimension from the answers, with what it rests on. A person confirms it."""

from __future__ import annotations

from dataclasses import dataclass

from guildmark.toolkit.context.answers import Answers, BodySector, Scope
from guildmark.toolkit.context.model import Dimension, Rating
from guildmark.words import Listing, Sentence, in_language, say


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the answers propose for one dimension.

    `because` are the questions whose answers it rests on, `open` the ones still to be asked; without
    a proposal `proposed` is None and `open` names what is needed. `reason` says it in a sentence.
    """

    dimension: Dimension
    proposed: Rating | None
    because: tuple[str, ...]
    open: tuple[str, ...]
    reason: Sentence


def proposals(answers: Answers) -> dict[Dimension, Proposal]:
    """A proposal for each dimension, in Annex 1's order."""
    return {
        Dimension.GOVERNANCE: governance(answers),
        Dimension.POLICIES: policies(answers),
        Dimension.FRAMEWORK: framework(answers),
        Dimension.ACTIVITIES: activities(answers),
    }


def governance(answers: Answers) -> Proposal:
    """Bodies for both sectors, formal recognition of other learning, no uncoordinated split (ruling R32)."""
    lacking = _lacking_governance(answers)
    if lacking:
        return lacking
    recognition, coordinated = answers.given.get("s1.q4.recognition"), answers.given.get("s1.q1.coordinated")
    asked: dict[str, object] = {
        "s1.q2": answers.bodies,
        "s1.q3": answers.bodies,
        "s1.q4.recognition": recognition,
    }
    # Recognition in part is developing whoever governs; only a formal one makes question 1 matter.
    if recognition != "in_part":
        asked |= {"s1.q1.coordinated": coordinated} if answers.is_split() else {"s1.q1": answers.given.get("s1.q1")}
    still_open = tuple(sorted(question for question, given in asked.items() if given is None))
    if still_open:
        return _open(Dimension.GOVERNANCE, still_open)
    names, because = _Names(answers), tuple(sorted({"s1.q1", *asked} if "s1.q1" in answers.given else asked))
    if recognition == "in_part":
        reason = say("{bodies}; learning outside formal education is recognised in part.", bodies=names)
        return Proposal(Dimension.GOVERNANCE, Rating.DEVELOPING, because, (), reason)
    if answers.is_split() and coordinated == "no":
        reason = say("{bodies}: split between national and regional bodies that do not coordinate.", bodies=names)
        return Proposal(Dimension.GOVERNANCE, Rating.DEVELOPING, because, (), reason)
    reason = say("{bodies}; learning outside formal education is recognised formally.", bodies=names)
    return Proposal(Dimension.GOVERNANCE, Rating.ESTABLISHED, because, (), reason)


def _lacking_governance(answers: Answers) -> Proposal | None:
    """Not integrated as soon as one thing is lacking, whatever else is still open."""
    lacking = []
    if answers.bodies is not None:
        lacking += [] if answers.bodies_of(BodySector.HE) else ["s1.q2"]
        lacking += [] if answers.bodies_of(BodySector.VET) else ["s1.q3"]
    if lacking:
        reason = say("No body accredits higher education, or none vocational education.")
        return Proposal(Dimension.GOVERNANCE, Rating.NOT_INTEGRATED, tuple(lacking), (), reason)
    if answers.given.get("s1.q4.recognition") == "no":
        reason = say("Learning outside formal education is not recognised.")
        return Proposal(Dimension.GOVERNANCE, Rating.NOT_INTEGRATED, ("s1.q4.recognition",), (), reason)
    return None


def policies(answers: Answers) -> Proposal:
    """A policy aligned with European efforts, a policy or programmes at least, or none (ruling R32)."""
    match answers.given.get("s2.q1"), answers.given.get("s2.q3"), answers.given.get("s2.q1.programmes"):
        case "yes", "yes", _:
            reason = say("There is a policy for micro-credentials, in line with European efforts.")
            return Proposal(Dimension.POLICIES, Rating.ESTABLISHED, ("s2.q1", "s2.q3"), (), reason)
        case "yes", "no", _:
            reason = say("There is a policy for micro-credentials, not yet in line with European efforts.")
            return Proposal(Dimension.POLICIES, Rating.DEVELOPING, ("s2.q1", "s2.q3"), (), reason)
        case "yes", _, _:
            return _open(Dimension.POLICIES, ("s2.q3",))
        case "no", _, "yes":
            reason = say("No policy of its own yet, but programmes or projects follow European principles.")
            return Proposal(Dimension.POLICIES, Rating.DEVELOPING, ("s2.q1", "s2.q1.programmes"), (), reason)
        case "no", _, "no":
            reason = say("No policy supports micro-credentials yet.")
            return Proposal(Dimension.POLICIES, Rating.NOT_INTEGRATED, ("s2.q1", "s2.q1.programmes"), (), reason)
        case "no", _, _:
            return _open(Dimension.POLICIES, ("s2.q1.programmes",))
        case _:
            return _open(Dimension.POLICIES, ("s2.q1",))


def framework(answers: Answers) -> Proposal:
    """Micro-credentials in a framework, a revision under way, or neither (ruling R32)."""
    year = answers.given.get("s3.q2.year")
    match answers.given.get("s3.q1"), answers.given.get("s3.q1.revision"):
        case "yes", _ if year is not None:
            reason = say("A qualifications framework includes micro-credentials since {year}.", year=str(year))
            return Proposal(Dimension.FRAMEWORK, Rating.ESTABLISHED, ("s3.q1", "s3.q2.year"), (), reason)
        case "yes", _:
            reason = say("A qualifications framework includes micro-credentials; the year is still to be asked.")
            return Proposal(Dimension.FRAMEWORK, Rating.ESTABLISHED, ("s3.q1",), ("s3.q2.year",), reason)
        case "no", "under_way":
            reason = say("No framework includes micro-credentials yet, but a revision is under way.")
            return Proposal(Dimension.FRAMEWORK, Rating.DEVELOPING, ("s3.q1", "s3.q1.revision"), (), reason)
        case "no", "discussions":
            reason = say("No framework includes micro-credentials yet; there are discussions only.")
            return Proposal(Dimension.FRAMEWORK, Rating.NOT_INTEGRATED, ("s3.q1", "s3.q1.revision"), (), reason)
        case "no", "nothing":
            reason = say("No framework includes micro-credentials yet.")
            return Proposal(Dimension.FRAMEWORK, Rating.NOT_INTEGRATED, ("s3.q1", "s3.q1.revision"), (), reason)
        case "no", _:
            return _open(Dimension.FRAMEWORK, ("s3.q1.revision",))
        case _:
            return _open(Dimension.FRAMEWORK, ("s3.q1",))


def activities(answers: Answers) -> Proposal:
    """A national initiative with an example, a regional one or one without example, or none (ruling R32)."""
    national, regional = answers.given.get("s4.q1"), answers.given.get("s4.q4")
    examples = answers.examples(Scope.NATIONAL)
    match national, regional:
        case "yes", _ if examples:
            reason = say("National initiative: {title}.", title=_Title(examples[0].title))
            return Proposal(Dimension.ACTIVITIES, Rating.ESTABLISHED, ("s4.q1", "s4.q3"), (), reason)
        case "yes", _:
            reason = say("There is a national initiative, but no example of it is named.")
            return Proposal(Dimension.ACTIVITIES, Rating.DEVELOPING, ("s4.q1", "s4.q3"), ("s4.q3",), reason)
        case "no", "yes":
            reason = say("There are regional initiatives only.")
            return Proposal(Dimension.ACTIVITIES, Rating.DEVELOPING, ("s4.q1", "s4.q4"), (), reason)
        case "no", "no":
            reason = say("There is no initiative with micro-credentials yet.")
            return Proposal(Dimension.ACTIVITIES, Rating.NOT_INTEGRATED, ("s4.q1", "s4.q4"), (), reason)
        case "no", _:
            return _open(Dimension.ACTIVITIES, ("s4.q4",))
        case _:
            return _open(Dimension.ACTIVITIES, ("s4.q1",))


def _open(dimension: Dimension, questions: tuple[str, ...]) -> Proposal:
    return Proposal(dimension, None, (), questions, say("Not enough is answered yet to propose a rating."))


@dataclass(frozen=True, slots=True)
class _Title:
    """A text that people wrote, as a word in a sentence."""

    title: str | dict[str, str]

    def label(self, language: str) -> str:
        return in_language(self.title, language)


@dataclass(frozen=True, slots=True)
class _Names:
    """The accrediting bodies as words in a sentence, "AQ Austria and ARQA-VET"."""

    answers: Answers

    def label(self, language: str) -> str:
        bodies = [*self.answers.bodies_of(BodySector.HE), *self.answers.bodies_of(BodySector.VET)]
        names = dict.fromkeys(in_language(body.name, language) for body in bodies)
        return say("{names}", context="accrediting bodies", names=Listing.of(names)).text(language)
