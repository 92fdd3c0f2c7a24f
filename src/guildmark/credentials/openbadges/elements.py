"""Which key of the design stands under which term: the one table that writing and reading share.

docs/record.md tells the same for people. What Open Badges holds natively (title, grade, language, image,
version) is not here: see `native`.
"""

from __future__ import annotations

from guildmark.credentials.openbadges.alignments import Aligned, read_eqf, read_nqf, read_qf_ehea, read_skill
from guildmark.credentials.openbadges.anything import AnyJson
from guildmark.credentials.openbadges.concepts import ASSESSMENT
from guildmark.credentials.openbadges.kinds import (
    Amount,
    Bare,
    Choice,
    Either,
    Field,
    Many,
    OneOrMany,
    Plain,
    Thing,
    Words,
)

AWARDING_BODY = Thing(
    "AwardingBody",
    (
        Field("name", "awardingBodyName", Words(), required=True),
        Field("id", "awardingBodyId", Plain()),
        Field("country", "awardingBodyCountry", Plain()),
    ),
)
LEARNING_OUTCOME = Either(
    "text",
    "outcomeId",
    Thing(
        "LearningOutcome",
        (
            Field("id", "outcomeId", Plain(), required=True),
            Field("text", "outcomeText", Words(), required=True),
            Field("kind", "outcomeKind", Choice("outcome-kind")),
            Field("assessed_by", "assessedBy", Many(Bare("AssessmentReference", "assessmentId", Plain()))),
            Field("skills", "outcomeSkill", Many(Aligned(read_skill))),
        ),
    ),
    Bare("LearningOutcome", "outcomeText", Words()),
)
WORKLOAD = Thing("Workload", (Field("hours", "workloadHours", Amount()), Field("ects", "workloadEcts", Amount())))
LEVEL = Either(
    "not_applicable",
    "levelNotApplicableReason",
    Thing("LevelNotApplicable", (Field("not_applicable", "levelNotApplicableReason", Words(), required=True),)),
    Thing(
        "LearningLevel",
        (
            Field("eqf", "eqfAlignment", Aligned(read_eqf)),
            Field("nqf", "nqfAlignment", Aligned(read_nqf)),
            Field("qf_ehea", "qfEheaAlignment", Aligned(read_qf_ehea)),
        ),
    ),
)
ASSESSMENT_METHOD = Thing(
    "AssessmentMethod",
    (
        Field("id", "assessmentId", Plain(), required=True),
        Field("type", "assessmentType", Choice(ASSESSMENT), required=True),
        Field("criteria", "assessmentCriteria", Words()),
        Field("weight", "assessmentWeight", Amount()),
        Field("description", "assessmentDescription", Words()),
    ),
)
PARTICIPATION = Thing(
    "ParticipationForm",
    (
        Field("mode", "participationMode", Choice("participation-mode"), required=True),
        Field("weeks", "participationWeeks", Amount()),
        Field("pace", "participationPace", Choice("pace")),
    ),
)
EXTERNAL_ASSURANCE = Thing(
    "ExternalQualityAssurance",
    (
        Field("name", "externalQualityAssuranceName", Words(), required=True),
        Field("url", "externalQualityAssuranceUrl", Plain()),
        Field("kind", "externalQualityAssuranceKind", Plain()),
    ),
)
QUALITY_ASSURANCE = Thing(
    "QualityAssurance",
    (
        Field(
            "internal",
            "internalQualityAssurance",
            Many(Bare("InternalQualityAssurance", "internalQualityAssuranceProcedure", Words())),
        ),
        Field("external", "externalQualityAssurance", Many(EXTERNAL_ASSURANCE)),
    ),
)
SUPERVISION = Either(
    "kind",
    "supervisionPlace",
    Thing(
        "Supervision",
        (
            Field("kind", "supervisionKind", Choice("supervision"), required=True),
            Field("place", "supervisionPlace", Choice("supervision-place"), required=True),
        ),
    ),
    Bare("Supervision", "supervisionKind", Choice("supervision")),
)
STACKABILITY = Thing(
    "Stackability",
    (
        Field("kind", "stackabilityKind", Choice("stackability"), required=True),
        Field(
            "towards",
            "stackingTarget",
            Many(
                Thing(
                    "StackingTarget",
                    (
                        Field("title", "stackingTargetTitle", Words(), required=True),
                        Field("model", "stackingModel", Choice("stacking-model")),
                    ),
                )
            ),
        ),
    ),
)
ADDITIONAL_ELEMENT = Thing(
    "AdditionalElement",
    (
        Field("name", "additionalElementName", Words(), required=True),
        Field("value", "additionalElementValue", Words(), required=True),
    ),
)

OWN: tuple[Field, ...] = (
    Field("issuer_country", "issuerCountry", OneOrMany(Bare("IssuerCountry", "countryRegion", Plain()))),
    Field("awarding_body", "awardingBody", OneOrMany(AWARDING_BODY)),
    Field("learning_outcomes", "learningOutcome", Many(LEARNING_OUTCOME)),
    Field("workload", "workload", WORKLOAD),
    Field("level", "learningLevel", LEVEL),
    Field("assessment", "assessmentMethod", Many(ASSESSMENT_METHOD)),
    Field("participation", "participationForm", PARTICIPATION),
    Field("quality_assurance", "qualityAssurance", QUALITY_ASSURANCE),
    Field("prerequisites", "entryRequirement", Words()),
    Field("supervision", "supervision", SUPERVISION),
    Field("stackability", "stackability", STACKABILITY),
    Field("further_information", "furtherInformation", Words()),
    Field("issuing_authority", "issuingAuthority", OneOrMany(AWARDING_BODY)),
    Field("focus", "designFocus", AnyJson()),
    Field("skills_need", "designSkillsNeed", AnyJson()),
    Field("modules", "designModules", AnyJson()),
    Field("activities", "designActivities", AnyJson()),
    Field("validity", "designValidity", AnyJson()),
    Field("additional_elements", "additionalElement", Many(ADDITIONAL_ELEMENT)),
)
"""The achievement's own terms, in the order of the design's keys."""
