"""Checks 6 and 7: hours agree with credits, and credits are claimed as credits are awarded (R7)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from guildmark.toolkit.design.countries_of import issuer_countries
from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import AwardingBody, Design
from guildmark.toolkit.design.workload import USUAL_HOURS, HoursPerCredit, rules_of
from guildmark.words import Listing, Sentence, say

OUTSIDE = Rule("workload.hours_per_credit", "error", 6)
UNUSUAL = Rule("workload.hours_per_credit.unusual", "warning", 6)
SOME_COUNTRIES = Rule("workload.hours_per_credit.joint", "advice", 6)
NO_CREDITS = Rule("workload.ects.absent", "advice", 7)
STEP = Rule("workload.ects.step", "advice", 7)
UNBACKED = Rule("workload.ects.unbacked", "advice", 7)
RULES = (OUTSIDE, UNUSUAL, SOME_COUNTRIES, NO_CREDITS, STEP, UNBACKED)


def workload(design: Design) -> Iterator[Finding]:
    """Hours and credits under the rule of an issuer country; for a joint award, of any of them."""
    work = design.workload
    if work is None or work.ects is None:
        return
    known = issuer_countries(design)
    rules = rules_of(known)
    holding = [rule for rule in rules if rule.holds(work.hours, work.ects)]
    if holding and len(holding) < len(rules):
        others = tuple(rule for rule in rules if rule not in holding)
        yield SOME_COUNTRIES.at(
            pointer(("workload",)),
            say(
                "{hours} hours agree with {ects} ECTS credits here: {countries}. Elsewhere among the issuers they stand"
                " for {ranges}; agree whose credits are awarded.",
                hours=work.hours,
                ects=work.ects,
                countries=Listing.of(rule.country for rule in holding),
                ranges=Listing.of(_range(rule, work.ects) for rule in others),
            ),
        )
    if holding:
        return
    if len(rules) == len(known) > 0:
        yield OUTSIDE.at(pointer(("workload",)), _outside(work.hours, work.ects, rules))
    elif known and not USUAL_HOURS[0] * work.ects <= work.hours <= USUAL_HOURS[1] * work.ects:
        yield UNUSUAL.at(
            pointer(("workload",)),
            say(
                "{hours} hours for {ects} ECTS credits is unusual: in most systems a credit stands for {fewest} to"
                " {most} hours. We know of no rule for {countries}; check it there.",
                hours=work.hours,
                ects=work.ects,
                fewest=f"{USUAL_HOURS[0]:g}",
                most=f"{USUAL_HOURS[1]:g}",
                countries=Listing.of(country for country in known if country.ects_hours is None),
            ),
        )


def credits_claimed(design: Design) -> Iterator[Finding]:
    """Credits are stated where possible, in whole or half ones, and somebody can award them."""
    work = design.workload
    if work is None:
        return
    place = pointer(("workload", "ects"))
    if work.ects is None:
        yield NO_CREDITS.at(
            place,
            say("The workload stands in hours only. State it in ECTS credits too, wherever that is possible."),
        )
        return
    if Decimal(str(work.ects)) % Decimal("0.5"):
        yield STEP.at(place, say("{ects} ECTS credits: use whole or half credits.", ects=work.ects))
    if not _backed(design):
        yield UNBACKED.at(
            place,
            say(
                "{ects} ECTS credits are claimed, and nothing in the design links them to a body that can award them."
                " Name an issuing authority, an external quality assurance or the awarding body's identifier.",
                ects=work.ects,
            ),
        )


def _backed(design: Design) -> bool:
    bodies = design.awarding_body
    several = [bodies] if isinstance(bodies, AwardingBody) else bodies or []
    external = design.quality_assurance and design.quality_assurance.external
    return bool(design.issuing_authority or external or any(body.id for body in several))


def _outside(hours: float, ects: float, rules: tuple[HoursPerCredit, ...]) -> Sentence:
    return say(
        "{hours} hours do not agree with {ects} ECTS credits, which stand for {ranges}. Change the hours or the"
        " credits.",
        hours=hours,
        ects=ects,
        ranges=Listing.of((_range(rule, ects) for rule in rules), either=True),
    )


def _range(rule: HoursPerCredit, ects: float) -> Sentence:
    fewest, most = rule.hours(ects)
    if fewest == most:
        return say("{hours} hours ({country})", country=rule.country, hours=fewest)
    return say("{fewest} to {most} hours ({country})", country=rule.country, fewest=fewest, most=most)
