"""Check 8: the level stands in the national and the European framework, and the outcomes fit it (R15, R19)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from guildmark.toolkit.design.checks.outcomes import MOST
from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import Design, LearningOutcome, Level, NqfLevel
from guildmark.toolkit.design.wording import verbs_in, written
from guildmark.vocabulary import countries, frameworks
from guildmark.words import LANGUAGES, Listing, say

NO_EQF = Rule("level.eqf", "warning", 8)
NO_NQF = Rule("level.nqf", "warning", 8)
UNKNOWN_NQF = Rule("level.nqf.unknown", "warning", 8)
MISMATCH = Rule("level.mismatch", "warning", 8)
CYCLE = Rule("level.qf_ehea", "warning", 8)
VERBS = Rule("level.verbs", "warning", 8)
RULES = (NO_EQF, NO_NQF, UNKNOWN_NQF, MISMATCH, CYCLE, VERBS)

APPLY, EVALUATE = 3, 5
"""Levels of Bloom's taxonomy: from level 6 on one expects at least the one, up to level 2 less than the other."""


def level(design: Design) -> Iterator[Finding]:
    """The level against the frameworks, and the verbs of the outcomes against the level."""
    stated = design.level
    if not isinstance(stated, Level):
        return
    if stated.eqf is None:
        yield NO_EQF.at(
            pointer(("level", "eqf")),
            say("The level stands without its level in the European Qualifications Framework. Add it, from 1 to 8."),
        )
    if stated.nqf is None:
        yield NO_NQF.at(
            pointer(("level", "nqf")),
            say("The level stands without its level in a national framework. Add the country and its level there."),
        )
    else:
        yield from _national(stated, stated.nqf)
    cycle = frameworks.qf_ehea(stated.qf_ehea) if stated.qf_ehea else None
    if cycle and stated.eqf and cycle.eqf_level != stated.eqf:
        yield CYCLE.at(
            pointer(("level", "qf_ehea")),
            say(
                "The cycle “{cycle}” of the European Higher Education Area goes with EQF level {expected}; the design"
                " states EQF level {stated}. Change one of the two.",
                cycle=cycle,
                expected=cycle.eqf_level,
                stated=stated.eqf,
            ),
        )
    yield from _verbs(design, stated.eqf)


def _national(stated: Level, nqf: NqfLevel) -> Iterator[Finding]:
    country = countries.get(nqf.country)
    known = frameworks.levels(nqf.country)
    if not known:
        return
    at = frameworks.matching(nqf.country, nqf.level)
    if not at:
        yield UNKNOWN_NQF.at(
            pointer(("level", "nqf", "level")),
            say(
                "We know of no level “{level}” in the national framework ({country}); its levels are {levels}.",
                level=nqf.level,
                country=country,
                levels=Listing.of(dict.fromkeys(one.level for one in known)),
            ),
        )
        return
    eqf = {one.eqf_level for one in at if one.eqf_level is not None}
    if stated.eqf is not None and eqf and stated.eqf not in eqf:
        yield MISMATCH.at(
            pointer(("level", "eqf")),
            say(
                "National level {level} ({country}) is referenced to EQF level {expected}; the design states EQF level"
                " {stated}. Change one of the two.",
                level=nqf.level,
                country=country,
                expected=Listing.of(sorted(eqf), either=True),
                stated=stated.eqf,
            ),
        )


def _verbs(design: Design, eqf: int | None) -> Iterator[Finding]:
    found = _highest_verbs(design)
    if eqf is None or not found:
        return
    highest = max(found)
    if eqf >= 6 and highest < APPLY:
        yield VERBS.at(
            pointer(("learning_outcomes",)),
            say(
                "The outcomes only name or explain; at EQF level {level} one expects that something is applied,"
                " analysed, judged or created.",
                level=eqf,
            ),
        )
    elif eqf <= 2 and highest >= EVALUATE:
        yield VERBS.at(
            pointer(("learning_outcomes",)),
            say(
                "The outcomes ask for judging or creating; at EQF level {level} one expects simple tasks under"
                " guidance.",
                level=eqf,
            ),
        )


def _highest_verbs(design: Design) -> list[int]:
    levels: list[int] = []
    for outcome in (design.learning_outcomes or ())[:MOST]:
        text = outcome.text if isinstance(outcome, LearningOutcome) else outcome
        for language, version in islice(written(text, design.language), len(LANGUAGES)):
            levels += [verb.bloom for verb in verbs_in(version, language)[:1] if verb.bloom is not None]
    return levels
