"""The routes to recognition that are open to a design in its countries (Step 5.2; R12, R49)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guildmark.toolkit.design.countries_of import issuer_countries
from guildmark.toolkit.design.model import Design
from guildmark.vocabulary import award_classes, qa_bodies
from guildmark.vocabulary.award_classes import AwardClass
from guildmark.vocabulary.countries import Country
from guildmark.vocabulary.qa_bodies import QaBody
from guildmark.words import Sentence, say

RouteKind = Literal["institutional", "sectoral", "framework", "award_class", "prior_learning"]
Openness = Literal["open", "partly", "planned", "closed", "unknown"]
"""Whether a route takes micro-credentials today; the country's facts say so, with source and date."""

_CORE = ("outcomes", "workload", "assessment_strategy", "criteria", "internal_quality", "pilot_results", "adjustments")
_ASKS: dict[RouteKind, tuple[str, ...]] = {
    "institutional": (*_CORE, "level", "learner_feedback", "pathway", "review_plan"),
    "sectoral": (*_CORE, "need", "evidence_of_need", "employer_statements", "skills_frame"),
    "framework": (*_CORE, "level", "level_national", "external_quality", "quality_results", "consultation"),
    "award_class": (*_CORE, "level_national", "need", "evidence_of_need", "external_quality", "pathway", "review_plan"),
    "prior_learning": ("outcomes", "criteria", "assessment_without_course", "identity", "internal_quality"),
}
_OPENNESS: dict[str, Openness] = {"yes": "open", "partial": "partly", "planned": "planned", "no": "closed"}


@dataclass(frozen=True, slots=True)
class Route:
    """A route in one country: who decides, whether it is open, what it asks for (keys of pieces).

    `award_class` is set where the framework has classes of award. `source` and `confidence` ("checked", "known",
    "uncertain") say where the facts come from and how sure they are; both are empty where it needs no fact.
    """

    kind: RouteKind
    country: Country
    openness: Openness
    bodies: tuple[QaBody, ...]
    asks: tuple[str, ...]
    sentence: Sentence
    award_class: AwardClass | None = None
    source: str = ""
    confidence: str = ""

    @property
    def key(self) -> str:
        """Country and kind, and the class of award where there is one: "CZ/framework"."""
        return "/".join(
            part for part in (self.country.code, self.kind, self.award_class.key if self.award_class else "") if part
        )


def routes(design: Design) -> tuple[Route, ...]:
    """Every route in every country of the design's issuers, in the order of Step 5.2."""
    return tuple(route for country in issuer_countries(design) for route in _in_country(country, design))


def _in_country(country: Country, design: Design) -> Iterator[Route]:
    yield Route(
        "institutional",
        country,
        "open",
        (*qa_bodies.of(country.code, "higher_education"), *qa_bodies.of(country.code, "vocational")),
        _ASKS["institutional"],
        say(
            "The board of a university, school or training provider approves it under its own rules; external quality"
            " assurance looks at the provider, not at this one offer."
        ),
    )
    yield Route(
        "sectoral",
        country,
        "open",
        (),
        _ASKS["sectoral"],
        say("A sector body, association or group of employers endorses it; that needs no change of law."),
    )
    yield _framework(country)
    for award in award_classes.of(country.code):
        if award.fits != "no":
            yield _award_class(country, award, design)
    bodies = qa_bodies.of(country.code, "prior_learning")
    yield Route(
        "prior_learning",
        country,
        "open" if bodies else "unknown",
        bodies,
        _ASKS["prior_learning"],
        say(
            "Who reached the outcomes elsewhere can be assessed without the course, and a receiver can credit the"
            " micro-credential as prior learning; each decides for itself."
        ),
    )


def _framework(country: Country) -> Route:
    facts = country.facts
    openness = _OPENNESS.get(facts.microcredentials_in_nqf, "unknown") if facts else "unknown"
    return Route(
        "framework",
        country,
        openness,
        qa_bodies.of(country.code, "framework"),
        _ASKS["framework"],
        _framework_sentence(openness, country),
        source=facts.source if facts else "",
        confidence=facts.microcredential_confidence if facts else "",
    )


def _framework_sentence(openness: Openness, country: Country) -> Sentence:
    facts = country.facts
    framework, day = (facts.nqf_name, facts.checked_on) if facts else ("", None)
    match openness:
        case "open" if facts and facts.referenced_to_eqf_year:
            return say(
                "The national framework takes micro-credentials ({country}: {framework}; as of {day}); it is referenced"
                " to the European one, so that a level in it is a level there.",
                country=country,
                framework=framework,
                day=day,
            )
        case "open":
            return say(
                "The national framework takes micro-credentials ({country}: {framework}; as of {day}).",
                country=country,
                framework=framework,
                day=day,
            )
        case "partly":
            return say(
                "The national framework takes micro-credentials in part ({country}: {framework}; as of {day}). Ask"
                " the coordination point which kinds.",
                country=country,
                framework=framework,
                day=day,
            )
        case "planned":
            return say(
                "The national framework does not take micro-credentials yet; it is planned ({country}: {framework}; as"
                " of {day}).",
                country=country,
                framework=framework,
                day=day,
            )
        case "closed":
            return say(
                "The national framework does not take micro-credentials ({country}: {framework}; as of {day}). State"
                " the level that you aim at, and take another route first.",
                country=country,
                framework=framework,
                day=day,
            )
        case _:
            return say(
                "We do not know whether the national framework takes micro-credentials ({country}). Ask the"
                " coordination point.",
                country=country,
            )


def _award_class(country: Country, award: AwardClass, design: Design) -> Route:
    return Route(
        "award_class",
        country,
        "open" if award.fits == "yes" else "partly",
        (*qa_bodies.of(country.code, "framework"), *qa_bodies.of(country.code, "higher_education")),
        _ASKS["award_class"],
        _award_sentence(award, design),
        award,
        award.source,
        award.confidence,
    )


def _award_sentence(award: AwardClass, design: Design) -> Sentence:
    kind = design.stackability.kind if design.stackability else None
    usual = {"IE.minor": "integrated", "IE.special_purpose": "standalone"}.get(award.key)
    if usual and usual == kind:
        return say(
            "The usual class for a micro-credential like this one: {award}. {definition}",
            award=award,
            definition=award.definition,
        )
    return say("A class of award to consider: {award}. {definition}", award=award, definition=award.definition)
