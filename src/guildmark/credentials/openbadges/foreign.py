"""Other people's badges: what the properties of Open Badges themselves say of the 16 elements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guildmark.credentials.openbadges.alignments import EQF, QF_EHEA, read_eqf, read_qf_ehea
from guildmark.credentials.openbadges.nodes import Nodes, listed, only, text_of

_PLACE = ("streetAddress", "postOfficeBoxNumber", "postalCode", "addressLocality", "addressRegion", "addressCountry")


def elements(
    achievement: Mapping[str, Any], subject: Mapping[str, Any], issuer: Mapping[str, Any], nodes: Nodes
) -> dict[str, Any]:
    """The elements that a badge without our terms says; None where it is silent.

    Its prose stays prose: a criteria narrative is further information, never learning outcomes.
    """
    creator = nodes.whole(achievement.get("creator"))
    awarding = {"name": text_of(creator.get("name")) or text_of(issuer.get("name"))}
    name = text_of(creator.get("id")) or text_of(issuer.get("id"))
    aligned = [nodes.whole(alignment) for alignment in listed(achievement.get("alignment"))]
    return {
        "issuer_country": country(issuer, nodes),
        "awarding_body": {**awarding, **({"id": name} if name else {})} if awarding["name"] else None,
        "learning_outcomes": _outcomes(aligned),
        "workload": _workload(achievement, subject),
        "level": _level(aligned),
        "further_information": _information(achievement, nodes),
    }


def country(issuer: Mapping[str, Any], nodes: Nodes) -> str | None:
    """The issuer's country, with its region: "CZ/Prague"."""
    place = nodes.whole(issuer.get("address"))
    code, region = text_of(place.get("addressCountryCode")), text_of(place.get("addressRegion"))
    return f"{code}/{region}" if code and region else code


def address(issuer: Mapping[str, Any], nodes: Nodes) -> dict[str, str] | None:
    """The issuer's address, under the names of Open Badges."""
    place = nodes.whole(issuer.get("address"))
    parts = {key: text_of(place.get(key)) for key in _PLACE}
    return {key: part for key, part in parts.items() if part is not None} or None


def _outcomes(aligned: list[Mapping[str, Any]]) -> list[str] | None:
    frameworks = {EQF, QF_EHEA, "ext:NQF"}
    names = [text_of(node.get("targetName")) for node in aligned if text_of(node.get("targetType")) not in frameworks]
    return [name for name in names if name is not None] or None


def _workload(achievement: Mapping[str, Any], subject: Mapping[str, Any]) -> dict[str, Any] | None:
    for credit in (only(achievement.get("creditsAvailable")), only(subject.get("creditsEarned"))):
        if isinstance(credit, int | float) and not isinstance(credit, bool):
            return {"credits": credit}
    return None


def _level(aligned: list[Mapping[str, Any]]) -> dict[str, Any] | None:
    level: dict[str, Any] = {}
    for node in aligned:
        kind = text_of(node.get("targetType"))
        if kind == EQF and read_eqf(node) is not None:
            level.setdefault("eqf", read_eqf(node))
        elif kind == QF_EHEA and read_qf_ehea(node) is not None:
            level.setdefault("qf_ehea", read_qf_ehea(node))
    return level or None


def _information(achievement: Mapping[str, Any], nodes: Nodes) -> str | None:
    narrative = text_of(nodes.whole(achievement.get("criteria")).get("narrative"))
    description = text_of(achievement.get("description"))
    return "\n\n".join(part for part in (description, narrative) if part) or None
