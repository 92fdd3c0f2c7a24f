"""What a shape cannot say: that a country, a type of assessment and an id are ones that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guildmark.toolkit.design import misshapen
from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import AwardingBody, Design, GradeRange, LearningOutcome, Level
from guildmark.vocabulary import concepts, countries
from guildmark.words import Listing, Sentence, say

NAMED = 20
"""So many ids are named as those that a design has."""
UNKNOWN_ASSESSMENT = Rule("outcome.assessment.unknown", "warning", 9)


def reference_findings(design: Design) -> Iterator[Finding]:
    """What of a design's own shape is right and yet points to nothing."""
    yield from _countries(design)
    yield from _assessment_types(design)
    yield from _ids(design)
    yield from _assessed_by(design)
    yield from _grade_range(design)


def _invalid(place: tuple[int | str, ...], sentence: Sentence) -> Finding:
    return Finding(f"element.{place[0]}.invalid", "error", pointer(place), sentence)


def _countries(design: Design) -> Iterator[Finding]:
    named: list[tuple[tuple[int | str, ...], str]] = []
    match design.issuer_country:
        case str() as one:
            named.append((("issuer_country",), one))
        case list() as several:
            named += [(("issuer_country", number), one) for number, one in enumerate(several)]
    for key, bodies in (("awarding_body", design.awarding_body), ("issuing_authority", design.issuing_authority)):
        match bodies:
            case AwardingBody(country=str() as one):
                named.append(((key, "country"), one))
            case list():
                named += [((key, n, "country"), body.country) for n, body in enumerate(bodies) if body.country]
    if isinstance(design.level, Level) and design.level.nqf:
        named.append((("level", "nqf", "country"), design.level.nqf.country))
    for place, written in named:
        if not _exists(written.partition("/")[0]):
            yield _invalid(place, misshapen.unknown_country(place, written))


def _exists(code: str) -> bool:
    try:
        countries.get(code)
    except LookupError:
        return False
    return True


def _assessment_types(design: Design) -> Iterator[Finding]:
    known = [concept.key for concept in concepts.all_concepts("assessment")]
    for number, assessment in enumerate(design.assessment or ()):
        if assessment.type in known:
            continue
        place = ("assessment", number, "type")
        meant = concepts.find("assessment", assessment.type)
        nearest = [meant.key] if meant else concepts.nearest("assessment", assessment.type)
        if nearest:
            yield _invalid(
                place,
                say(
                    "{place}: “{key}” is no type of the European assessment vocabulary. Did you mean {nearest}?",
                    place=misshapen.spoken(place),
                    key=assessment.type,
                    nearest=Listing.of(nearest, either=True),
                ),
            )
        else:
            yield _invalid(
                place,
                say(
                    "{place}: “{key}” is no type of the European assessment vocabulary; accepted are {accepted}.",
                    place=misshapen.spoken(place),
                    key=assessment.type,
                    accepted=Listing.of(known),
                ),
            )


def _ids(design: Design) -> Iterator[Finding]:
    outcomes = [(n, o.id) for n, o in enumerate(design.learning_outcomes or ()) if isinstance(o, LearningOutcome)]
    assessments = [(number, assessment.id) for number, assessment in enumerate(design.assessment or ())]
    yield from _twice("learning_outcomes", outcomes)
    yield from _twice("assessment", assessments)


def _twice(key: str, ids: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, found in ids:
        if found in first:
            place = (key, number, "id")
            yield _invalid(
                place,
                say(
                    "{place}: the id “{key}” is already that of no. {other}. Give each its own.",
                    place=misshapen.spoken(place),
                    key=found,
                    other=first[found] + 1,
                ),
            )
        else:
            first[found] = number


def _assessed_by(design: Design) -> Iterator[Finding]:
    if design.assessment is None:
        return
    known = dict.fromkeys(assessment.id for assessment in design.assessment)
    for number, outcome in enumerate(design.learning_outcomes or ()):
        if not isinstance(outcome, LearningOutcome):
            continue
        for which, named in enumerate(outcome.assessed_by or ()):
            if named not in known:
                place = ("learning_outcomes", number, "assessed_by", which)
                yield UNKNOWN_ASSESSMENT.at(
                    pointer(place),
                    say(
                        "{place}: no assessment has the id “{key}”; the design has {accepted}.",
                        place=misshapen.spoken(place[:3]),
                        key=named,
                        accepted=Listing.of(list(known)[:NAMED]),
                    ),
                )


def _grade_range(design: Design) -> Iterator[Finding]:
    if design.grade is None or not isinstance(design.grade.scale, GradeRange):
        return
    scale = design.grade.scale
    place: tuple[int | str, ...] = ("grade", "scale")
    if scale.min >= scale.max:
        yield _invalid(place, say("{place}: “min” must be smaller than “max”.", place=misshapen.spoken(place)))
    elif scale.passing is not None and not scale.min <= scale.passing <= scale.max:
        yield _invalid(place, say("{place}: “pass” must lie between “min” and “max”.", place=misshapen.spoken(place)))
