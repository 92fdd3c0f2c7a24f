"""Checks 3, 4 and 5: outcomes say what the learner can do, in verbs that one can observe, and are few."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.misshapen import spoken
from guildmark.toolkit.design.model import Design, LearningOutcome
from guildmark.toolkit.design.wording import joined_verbs, looked_through, teaching_phrase, verbs_in, written
from guildmark.words import LANGUAGES, Sentence, Text, say, say_count

TAUGHT = Rule("outcome.taught", "warning", 3)
VERB = Rule("outcome.verb", "warning", 4)
SEVERAL = Rule("outcome.verb.several", "warning", 4)
SHORT = Rule("outcome.context", "warning", 4)
NUMBER = Rule("outcomes.number", "advice", 5)
RULES = (TAUGHT, VERB, SEVERAL, SHORT, NUMBER)

FEWEST_WORDS = 4
"""A verb, an object and a context do not fit into fewer words."""
MOST = 100
"""The wording of more outcomes than any micro-credential has is not looked at: work stays bounded."""
SMALL = (1, 5)
"""ECTS credits for which the rule of thumb holds, and how many outcomes it asks for."""
FEW = (3, 6)


def outcomes(design: Design) -> Iterator[Finding]:
    """Each outcome in each of its languages, then their number."""
    for number, outcome in enumerate((design.learning_outcomes or ())[:MOST]):
        if isinstance(outcome, LearningOutcome):
            place: tuple[int | str, ...] = ("learning_outcomes", number, "text")
            yield from _texts(place, outcome.text, design.language)
        else:
            yield from _texts(("learning_outcomes", number), outcome, design.language)
    yield from _number(design)


def _texts(place: tuple[int | str, ...], text: Text, language: str | None) -> Iterator[Finding]:
    for tag, version in islice(written(text, language), len(LANGUAGES)):
        if looked_through(tag):
            yield from _one((*place, tag) if isinstance(text, dict) and tag else place, version, tag)


def _one(place: tuple[int | str, ...], text: str, language: str | None) -> Iterator[Finding]:
    where = spoken(tuple(part for part in place if part != "text"))
    taught = teaching_phrase(text, language)
    if taught:
        yield TAUGHT.at(
            pointer(place),
            say(
                "{place}: “{phrase} …” tells what is taught. Say what the learner knows, understands or can do"
                " afterwards.",
                place=where,
                phrase=taught,
            ),
        )
        return
    if len(text.split()) < FEWEST_WORDS:
        yield SHORT.at(
            pointer(place),
            say("{place}: say what is done, with what, and in which context; it is very short.", place=where),
        )
    sentence = _verb(where, text, language)
    if sentence:
        yield VERB.at(pointer(place), sentence)
        return
    two = joined_verbs(text, language)
    if two:
        yield SEVERAL.at(
            pointer(place),
            say(
                "{place}: “{first}” and “{second}” are two verbs. Give each outcome one, so that each can be assessed.",
                place=where,
                first=two[0],
                second=two[1],
            ),
        )


def _verb(where: object, text: str, language: str | None) -> Sentence | None:
    found = verbs_in(text, language)
    if not found:
        return say(
            "{place}: we find no verb whose result one can see, hear or read, such as “explain”, “apply” or “design”."
            " If it has one that we do not know, leave it.",
            place=where,
        )
    if found[0].vague:
        return say(
            "{place}: nobody can observe “{verb}”. Use a verb whose result one can see, hear or read, such as"
            " “explain”, “apply” or “design”.",
            place=where,
            verb=found[0].verb,
        )
    return None


def _number(design: Design) -> Iterator[Finding]:
    count = len(design.learning_outcomes or ())
    ects = design.workload.ects if design.workload else None
    if not count or ects is None or not SMALL[0] <= ects <= SMALL[1] or FEW[0] <= count <= FEW[1]:
        return
    yield NUMBER.at(
        pointer(("learning_outcomes",)),
        say_count(
            "{count} learning outcome for {ects} ECTS credits: as a rule of thumb, {fewest} to {most} are right for"
            " this size.",
            "{count} learning outcomes for {ects} ECTS credits: as a rule of thumb, {fewest} to {most} are right for"
            " this size.",
            count,
            ects=ects,
            fewest=FEW[0],
            most=FEW[1],
        ),
    )
