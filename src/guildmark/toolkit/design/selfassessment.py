"""The self-assessment of a design: what no computer can check, and the ten principles (ch. 3.5; R18 to R27).

A definition, versioned as a whole (R54): each prompt keeps its key, so that an answer given under one
edition stands under the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from guildmark.vocabulary import principles
from guildmark.vocabulary.principles import Principle
from guildmark.words import Sentence, Text, say

EDITION = 1
"""The edition of these prompts; it rises when one is added, reworded or dropped."""

Mark = Literal["yes", "partly", "no", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question on a design; `check` is its number in the list of quality checks, `principle` the one it serves."""

    key: str
    check: int
    principle: Principle
    question: Sentence


@dataclass(frozen=True, slots=True)
class PrinciplePrompt:
    """A principle to judge a design by, and what the software itself guarantees of it."""

    principle: Principle
    guaranteed: Sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """A partnership's mark with the evidence for it."""

    mark: Mark
    evidence: Text | None = None


@dataclass(frozen=True, slots=True)
class SelfAssessment:
    """How far a self-assessment is: keys in the order of the prompts, principles last.

    `unproven` are the prompts marked "yes" without evidence.
    """

    answered: tuple[str, ...]
    unanswered: tuple[str, ...]
    unproven: tuple[str, ...]
    to_improve: tuple[str, ...]


def prompts() -> tuple[Prompt, ...]:
    """The prompts for the checks that are not computed, in the order of the list."""
    return tuple(Prompt(key, check, principles.get(serves), question) for check, key, serves, question in _PROMPTS)


def principle_prompts() -> tuple[PrinciplePrompt, ...]:
    """The ten principles with what the software guarantees."""
    return tuple(PrinciplePrompt(principle, _GUARANTEES[principle.key]) for principle in principles.all_principles())


def keys() -> tuple[str, ...]:
    """The keys of all prompts: `check.…` for the checks, `principle.…` for the principles."""
    return (
        *(f"check.{prompt.key}" for prompt in prompts()),
        *(f"principle.{prompt.principle.key}" for prompt in principle_prompts()),
    )


def assess(answers: Mapping[str, Answer]) -> SelfAssessment:
    """What is answered, open, unproven and to improve; answers to prompts of other editions are left aside."""
    asked = keys()
    given = {key: answers[key] for key in asked if key in answers}
    return SelfAssessment(
        answered=tuple(given),
        unanswered=tuple(key for key in asked if key not in given),
        unproven=tuple(key for key, answer in given.items() if answer.mark == "yes" and not answer.evidence),
        to_improve=tuple(key for key, answer in given.items() if answer.mark in ("partly", "no")),
    )


_PROMPTS: tuple[tuple[int, str, str, Sentence], ...] = (
    (
        12,
        "same_internal_procedures",
        "quality",
        say("Does it go through the same internal quality assurance as your other offers?"),
    ),
    (
        14,
        "provider_first",
        "quality",
        say("Does external quality assurance look at you as a provider, and not at this one offer alone?"),
    ),
    (15, "quality_published", "transparency", say("Are the methods and results of quality assurance published?")),
    (
        16,
        "feedback",
        "learner_centred",
        say("Do you collect feedback from learners, and from employers or other outsiders?"),
    ),
    (17, "outcomes_followed", "relevance", say("Do you follow up what became of those who completed it?")),
    (18, "yearly_review", "quality", say("Is it reviewed at least once a year, with a published list of changes?")),
    (
        19,
        "evidence_of_need",
        "relevance",
        say("Is there evidence on file that employers, sector bodies or a community need it?"),
    ),
    (20, "no_duplicate", "relevance", say("Is there nothing like it already – or a reason why there should be two?")),
    (
        25,
        "prior_learning",
        "learning_pathways",
        say("Can it be reached by recognition of prior learning too, without the course?"),
    ),
    (
        26,
        "enough_to_recognise",
        "recognition",
        say("Is the information enough for a university, an employer or a recognition centre to decide?"),
    ),
    (
        27,
        "owned_and_portable",
        "portable",
        say("Does the learner own the record, in an open format, and can share it without you?"),
    ),
    (28, "verifiable", "authentic", say("Can anybody verify who issued it and to whom?")),
    (
        29,
        "learners_take_part",
        "learner_centred",
        say("Do learners take part in its design and quality assurance, and did you think of those with less access?"),
    ),
    (30, "guidance_before", "information_guidance", say("Are information and guidance offered before enrolment?")),
    (
        31,
        "methods_from_outcomes",
        "valid_assessment",
        say("Are teaching and assessment methods derived from the outcomes, and is the link documented?"),
    ),
    (
        32,
        "esg_part_one",
        "quality",
        say("Where it belongs to higher education: does it meet part 1 of the European standards (ESG 2015)?"),
    ),
    (
        33,
        "roles_of_partners",
        "quality",
        say(
            "If several partners provide it: is it written down who does what, and which one"
            " with awarding power answers for it?"
        ),
    ),
    (35, "public_register", "transparency", say("Is it listed in a public register or catalogue?")),
    (36, "price_and_funding", "information_guidance", say("Are its price and its funding public?")),
)

_GUARANTEES: Mapping[str, Sentence] = {
    "quality": say("A design names its quality assurance, inside or outside, before a record can be issued from it."),
    "transparency": say(
        "Every record carries the same elements in the same shapes, so that two can be compared side by side."
    ),
    "relevance": say("A design can carry the skills need it answers, with evidence; what is left out is pointed out."),
    "valid_assessment": say(
        "No record is issued from a design with an outcome that nothing assesses, or with attendance as its"
        " only assessment."
    ),
    "learning_pathways": say(
        "A design says whether it stands alone or counts towards more; it never promises that a receiver accepts it."
    ),
    "recognition": say(
        "Level, workload and quality assurance travel in the record, checked against the rules of the issuer's country."
    ),
    "portable": say(
        "A record is one file in an open standard; it stays verifiable without this software and without"
        " its issuer's website."
    ),
    "learner_centred": say(
        "A record holds no more of a learner than the design asks for, and e-mail addresses are not in clear."
    ),
    "authentic": say("A record is signed with its issuer's key; one changed character makes its verification fail."),
    "information_guidance": say(
        "Prerequisites and further information are elements of the record, in every language that its authors wrote."
    ),
}
