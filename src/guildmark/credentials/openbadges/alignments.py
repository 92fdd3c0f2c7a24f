"""Alignments: skills and levels in the frameworks that everybody knows, where Open Badges holds them.

Every viewer of badges shows alignments. Our own nodes (an outcome, the level) refer to them by id, so that
nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from guildmark.credentials.openbadges.concepts import concept_key, concept_uri
from guildmark.credentials.openbadges.kinds import Item
from guildmark.credentials.openbadges.native import read_by_language
from guildmark.credentials.openbadges.nodes import Nodes, only, text_of
from guildmark.credentials.openbadges.prose import spoken
from guildmark.credentials.openbadges.terms import NAMESPACE
from guildmark.credentials.record.addresses import is_address
from guildmark.vocabulary import concepts, countries
from guildmark.words import in_language, say

ESCO = "http://data.europa.eu/esco/"
EQF, NQF, QF_EHEA = "ext:EQF", "ext:NQF", "ext:QFEHEA"
SKILL = "ext:ESCOSkill"
QF_EHEA_CYCLE = "qf-ehea"


@dataclass(frozen=True, slots=True)
class Aligned(Item):
    """A kind of value that stands in an alignment of the same id; `reader` reads it there."""

    reader: Callable[[Mapping[str, Any]], Any]

    def write(self, value: Any, place: str) -> Any:
        """Only the id: `alignments` writes the rest."""
        return {"id": place}

    def read_node(self, node: Mapping[str, Any], nodes: Nodes) -> Any:
        """The value that the alignment says."""
        return self.reader(node)


def alignments(design: Mapping[str, Any], base: str, language: str) -> Iterator[dict[str, Any]]:
    """The alignments of a design as written, with ids below `base`: its level, then its outcomes' skills."""
    level = design.get("level") or {}
    if level.get("eqf") is not None:
        yield _eqf(level["eqf"], f"{base}level.eqf", language)
    if level.get("nqf") is not None:
        yield _nqf(level["nqf"], f"{base}level.nqf", language)
    if level.get("qf_ehea") is not None:
        yield _qf_ehea(level["qf_ehea"], f"{base}level.qf_ehea", language)
    for number, outcome in enumerate(design.get("learning_outcomes") or (), start=1):
        skills = (outcome.get("skills") or ()) if isinstance(outcome, dict) and "text" in outcome else ()
        for index, skill in enumerate(skills, start=1):
            yield _skill(skill, f"{base}learning_outcomes.{number}.skills.{index}", language)


def _alignment(place: str, kind: str | None, name: str, url: str, **more: Any) -> dict[str, Any]:
    node = {"id": place, "type": ["Alignment"], "targetName": name, "targetUrl": url, **more}
    return {**node, "targetType": kind} if kind else node


def _eqf(level: int, place: str, language: str) -> dict[str, Any]:
    name = say("European Qualifications Framework, level {level}", level=level).text(spoken(language))
    url = concepts.get("eqf", f"level_{level}").uri
    return _alignment(place, EQF, name, url, targetCode=str(level), targetFramework="EQF")


def _nqf(nqf: Mapping[str, Any], place: str, language: str) -> dict[str, Any]:
    country, level = nqf["country"], nqf["level"]
    known = countries.find(country)
    name = say("National qualifications framework of {country}, level {level}", country=known or country, level=level)
    return _alignment(
        place,
        NQF,
        name.text(spoken(language)),
        f"{NAMESPACE}nqf.{country}.{quote(str(level), safe='')}",
        targetCode=str(level),
        targetFramework=f"NQF {country}",
        nqfCountry=country,
        nqfLevel=level,
    )


def _qf_ehea(cycle: str, place: str, language: str) -> dict[str, Any]:
    sentences = {
        "short": say("European Higher Education Area, short cycle"),
        "first": say("European Higher Education Area, first cycle"),
        "second": say("European Higher Education Area, second cycle"),
        "third": say("European Higher Education Area, third cycle"),
    }
    name = sentences[cycle].text(spoken(language))
    url = concept_uri(QF_EHEA_CYCLE, cycle)
    return _alignment(place, QF_EHEA, name, url, targetCode=cycle, targetFramework="QF-EHEA")


def _skill(skill: Mapping[str, Any], place: str, language: str) -> dict[str, Any]:
    name, uri = skill["name"], skill["uri"]
    more: dict[str, Any] = {"skillNameByLanguage": name} if isinstance(name, dict) else {}
    if uri.startswith(ESCO):
        more["targetFramework"] = "ESCO"
    if not is_address(uri):
        # Open Badges asks for an address; a skill of a framework without addresses keeps its code beside it.
        return _alignment(place, None, in_language(name, language), place, skillAddress=uri, **more)
    return _alignment(place, SKILL if uri.startswith(ESCO) else None, in_language(name, language), uri, **more)


def read_eqf(node: Mapping[str, Any]) -> int | None:
    """The EQF level of an alignment, 1 to 8."""
    code = text_of(node.get("targetCode")) or (text_of(node.get("targetUrl")) or "").rpartition("/")[2]
    return int(code) if code in {"1", "2", "3", "4", "5", "6", "7", "8"} else None


def read_nqf(node: Mapping[str, Any]) -> dict[str, Any] | None:
    """Country and level of a national framework, as our records say them."""
    country, level = text_of(node.get("nqfCountry")), only(node.get("nqfLevel"))
    if country is None or not isinstance(level, str | int) or isinstance(level, bool):
        return None
    return {"country": country, "level": level}


def read_qf_ehea(node: Mapping[str, Any]) -> str | None:
    """The cycle of the European Higher Education Area."""
    code = text_of(node.get("targetCode"))
    if code in {"short", "first", "second", "third"}:
        return code
    return concept_key(QF_EHEA_CYCLE, text_of(node.get("targetUrl")) or "")


def read_skill(node: Mapping[str, Any]) -> dict[str, Any] | None:
    """A skill's name and address."""
    name = read_by_language(node, "targetName", "skillNameByLanguage")
    uri = text_of(node.get("skillAddress")) or text_of(node.get("targetUrl"))
    return {"name": name, "uri": uri} if name is not None and uri is not None else None
