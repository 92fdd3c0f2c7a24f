"""The claims of our own type: the 16 elements, flat, under the names that docs/record.md lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.openbadges.write import rfc3339
from guildmark.credentials.record import Record
from guildmark.credentials.status import StatusEntry

VCT = "https://w3id.org/guildmark/vct/micro-credential/1"
"""The type; like every name of ours it is an identifier, and never fetched."""
HIDDEN = ("name", "email", "identifier", "birthdate", "grade", "evidence")
"""The claims that their holder may keep back: what is personal, and the grade."""


SAME: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "language": "language",
        "awarding_body": "awarding_body",
        "country": "issuer_country",
        "learning_outcomes": "learning_outcomes",
        "assessment_type": "assessment",
        "participation": "participation",
        "quality_assurance": "quality_assurance",
        "prerequisites": "prerequisites",
        "supervision": "supervision",
        "stackability": "stackability",
        "further_information": "further_information",
        "issuing_authority": "issuing_authority",
        "focus": "focus",
        "skills_need": "skills_need",
        "modules": "modules",
        "activities": "activities",
        "additional_elements": "additional_elements",
        "version": "version",
        "image": "image",
        "validity": "validity",
    }
)
"""Claims that have the very shape of an element of the design, which is named beside them."""
_LEVEL = {"eqf_level": "eqf", "nqf_level": "nqf", "qf_ehea_cycle": "qf_ehea"}


def hideable(claims: Mapping[str, Any]) -> tuple[str, ...]:
    """The claims that a record of this type may hide; none for types of others, of which that is not known here."""
    return HIDDEN if claims.get("vct") == VCT else ()


def shared_claims(record: Record) -> JsonObject:
    """What all records of one design and issuer say."""
    design = record.design.as_written()
    workload, level = design.get("workload") or {}, design.get("level") or {}
    made: JsonObject = {"vct": VCT, "iss": record.issuer.id}
    made |= {claim: design.get(element) for claim, element in SAME.items()}
    made |= {"workload": workload.get("hours"), "ects": workload.get("ects")}
    made |= {claim: level.get(member) for claim, member in _LEVEL.items()}
    made["level_not_applicable"] = level.get("not_applicable")
    made["issuer"] = {key: value for key, value in record.issuer.as_written().items() if key != "id"}
    made["design"] = design.get("id")
    return {claim: value for claim, value in made.items() if value is not None}


def own_claims(record: Record) -> JsonObject:
    """What one record says for everybody to see."""
    begins = int(record.valid_from.timestamp())
    made: JsonObject = {
        "jti": record.id,
        # Said here, since the library would take it from the clock.
        "iat": begins,
        "nbf": begins,
        "date_of_issuance": rfc3339(record.valid_from),
    }
    if record.valid_until is not None:
        made["exp"] = int(record.valid_until.timestamp())
    if record.status is not None:
        made["status"] = status_claim(record.status)
    return made


def status_claim(entry: StatusEntry) -> JsonObject:
    """The place in a Token Status List, as a claim."""
    return {"status_list": {"idx": entry.index, "uri": entry.url}}


def hidden_claims(record: Record, grades: Mapping[str, Any] | None) -> JsonObject:
    """What the holder may keep back; `grades` is the design's `grade`, as written."""
    learner = record.learner
    reached = {} if learner.grade is None else {"value": learner.grade}
    grade = None if grades is None else {**grades, **reached}
    made = {
        "name": learner.name,
        "email": learner.email,
        "identifier": learner.identifier,
        "birthdate": learner.birth_date.isoformat() if learner.birth_date else None,
        "grade": grade,
        "evidence": [learner.evidence_url] if learner.evidence_url else None,
    }
    return {claim: value for claim, value in made.items() if value is not None}


def design_of(claims: Mapping[str, Any]) -> JsonObject:
    """The design's elements as these claims say them, in the shapes of docs/cli.md; they may be anything yet."""
    made = {element: claims.get(claim) for claim, element in SAME.items()}
    workload = {"hours": claims.get("workload"), "ects": claims.get("ects")}
    level = {member: claims.get(claim) for claim, member in _LEVEL.items()}
    level["not_applicable"] = claims.get("level_not_applicable")
    made |= {"workload": _filled(workload), "level": _filled(level)}
    grade = claims.get("grade")
    if isinstance(grade, dict) and "scale" in grade:
        made["grade"] = {"scale": grade["scale"]}
    return _filled(made) or {}


def record_of(claims: Mapping[str, Any]) -> JsonObject:
    """The `record` of docs/cli.md as these claims say it; call it with claims of our type and shape (`shape`)."""
    learner: JsonObject = {"hashed": []}
    learner |= {member: claims[claim] for claim, member in _LEARNER.items() if claim in claims}
    found: JsonObject = {
        "id": claims.get("jti"),
        "learner_identification": learner,
        "date_of_issuing": claims.get("date_of_issuance"),
        "valid_until": _time(claims.get("exp")),
        "issuer": {"id": claims.get("iss"), **(claims.get("issuer") or {})},
        "evidence": claims.get("evidence"),
        "design": claims.get("design"),
        **design_of(claims),
        "grade": claims.get("grade"),
    }
    return {key: value for key, value in found.items() if value is not None}


_LEARNER = {"name": "name", "email": "email", "identifier": "identifier", "birthdate": "birth_date", "sub": "id"}


def _time(seconds: object) -> str | None:
    return rfc3339(datetime.fromtimestamp(seconds, UTC)) if isinstance(seconds, int) else None


def _filled(values: Mapping[str, Any]) -> JsonObject | None:
    return {key: value for key, value in values.items() if value is not None} or None
