"""Our own terms: what Open Badges has no property for, as a JSON-LD context inside every record.

The namespace is an identifier and is never fetched (docs/decisions/0003). Every term is ours alone: no
published context defines one of these names, so that none is redefined and all work at any depth.
What INLINE_CONTEXT says is a promise: records signed yesterday carry it, byte for byte.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

NAMESPACE: Final = "https://w3id.org/guildmark/terms#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
EMPTY_LIST: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
"""An empty list, as RDF names it: JSON-LD would drop an empty array and the signature would not cover it."""

CREDENTIALS_V2: Final = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES: Final = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

CLASSES: Final = (
    "AdditionalElement",
    "AssessmentMethod",
    "AssessmentReference",
    "AwardingBody",
    "DataArray",
    "DataObject",
    "DataValue",
    "ExternalQualityAssurance",
    "InternalQualityAssurance",
    "IssuerCountry",
    "LearningLevel",
    "LearningOutcome",
    "LevelNotApplicable",
    "ParticipationForm",
    "QualityAssurance",
    "Stackability",
    "StackingTarget",
    "Supervision",
    "Workload",
)
"""What a node of ours is."""

PLAIN: Final = (
    "assessmentId",
    "awardingBodyCountry",
    "awardingBodyId",
    "countryRegion",
    "dataBoolean",
    "dataName",
    "dataText",
    "designId",
    "designImage",
    "designLanguage",
    "designVersion",
    "externalQualityAssuranceKind",
    "externalQualityAssuranceUrl",
    "issuerCountryRegion",
    "listPosition",
    "nqfCountry",
    "nqfLevel",
    "outcomeId",
    "skillAddress",
)
"""Texts, whole numbers and yes or no, as JSON writes them; `listPosition` counts from 1."""

TEXTS: Final = (
    "additionalElementName",
    "additionalElementValue",
    "assessmentCriteria",
    "assessmentDescription",
    "awardingBodyName",
    "entryRequirement",
    "externalQualityAssuranceName",
    "furtherInformation",
    "internalQualityAssuranceProcedure",
    "issuerNameByLanguage",
    "levelNotApplicableReason",
    "outcomeText",
    "skillNameByLanguage",
    "stackingTargetTitle",
    "titleByLanguage",
)
"""Texts that people write: a string, or a string per language."""

DECIMALS: Final = (
    "assessmentWeight",
    "dataNumber",
    "participationWeeks",
    "workloadEcts",
    "workloadHours",
)
"""Numbers, written as strings in decimal notation: the canonical form of a JSON number loses its last digits."""

LINKS: Final = (
    "additionalElement",
    "assessedBy",
    "assessmentMethod",
    "assessmentType",
    "awardingBody",
    "creditSystem",
    "dataItem",
    "dataMember",
    "designActivities",
    "designFocus",
    "designModules",
    "designSkillsNeed",
    "designValidity",
    "eqfAlignment",
    "externalQualityAssurance",
    "internalQualityAssurance",
    "issuerAddress",
    "issuerCountry",
    "issuingAuthority",
    "learningLevel",
    "learningOutcome",
    "nqfAlignment",
    "outcomeKind",
    "outcomeSkill",
    "participationForm",
    "participationMode",
    "participationPace",
    "qfEheaAlignment",
    "qualityAssurance",
    "stackability",
    "stackabilityKind",
    "stackingModel",
    "stackingTarget",
    "supervision",
    "supervisionKind",
    "supervisionPlace",
    "workload",
)
"""Terms whose value is a node or a concept."""


def _context() -> dict[str, Any]:
    context: dict[str, Any] = {"@protected": True}
    context |= {name: f"{NAMESPACE}{name}" for name in (*CLASSES, *PLAIN)}
    context |= {name: {"@id": f"{NAMESPACE}{name}", "@container": "@language"} for name in TEXTS}
    context |= {name: {"@id": f"{NAMESPACE}{name}", "@type": f"{XSD}decimal"} for name in DECIMALS}
    context |= {name: {"@id": f"{NAMESPACE}{name}", "@type": "@id"} for name in LINKS}
    return context


INLINE_CONTEXT: Final = MappingProxyType(_context())
"""The third entry of every record's `@context` (docs/cli.md, `issue`)."""


def context_list() -> list[Any]:
    """The `@context` of our records, as a new list."""
    return [CREDENTIALS_V2, OPEN_BADGES, dict(INLINE_CONTEXT)]
