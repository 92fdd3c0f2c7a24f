"""Writing: a record as a European Digital Credential, not yet sealed.

Source: ELM 3.1, EDC-generic-full; where each element stands is told in docs/record.md. The learner's name, e-mail
address, identifier and birth date stand in it in clear: the profile has no hashed identities.
"""

from __future__ import annotations

import base64
from datetime import UTC, datetime, time
from typing import Any

from guildmark.credentials.elm import assessments, durations
from guildmark.credentials.elm.nodes import (
    Nodes,
    base64_encoding,
    concept,
    european,
    file_type,
    language_concept,
    own_concept,
)
from guildmark.credentials.elm.organisations import awarding_bodies, contact, issuer_node
from guildmark.credentials.elm.terms import CONTEXT
from guildmark.credentials.openbadges.decimals import decimal_text
from guildmark.credentials.openbadges.write import display_language, rfc3339
from guildmark.credentials.record import Learner, Record
from guildmark.toolkit.design.model import (
    AwardingBody,
    Design,
    LearningOutcome,
    Level,
    QualityAssurance,
    Stackability,
    Supervision,
    TextOrOutcome,
)
from guildmark.vocabulary import participation_modes
from guildmark.words import LANGUAGES, Text

SCHEMA = "http://data.europa.eu/snb/model/ap/edc-generic-full"
PICTURE = "PNG"
ESCO = "http://data.europa.eu/esco/"
OWN = "additional_elements"


def write(record: Record, *, picture: bytes, issued: datetime) -> dict[str, Any]:
    """The document of a record, ready to seal.

    `picture` is a PNG that shows the micro-credential: the profile asks for a display, and viewers show it. `issued`
    is the time of sealing, with its zone. Raises GuildmarkError where the issuer has no legal identifier.
    """
    design = record.design
    nodes = Nodes(display_language(design))
    issuer = issuer_node(record.issuer, design, nodes)
    awarded = nodes.node(
        "AwardingProcess",
        awardingBody=awarding_bodies(design, record.issuer, issuer, nodes),
        awardingDate=rfc3339(record.valid_from),
    )
    ends = None if record.valid_until is None else rfc3339(record.valid_until)
    document: dict[str, Any] = {
        "@context": list(CONTEXT),
        "id": record.id,
        "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
        "credentialProfiles": european("credential", "generic"),
        "credentialSchema": {"id": SCHEMA, "type": "ShaclValidator2017"},
        "displayParameter": _display(design, picture, nodes),
        "issuer": issuer,
        "issuanceDate": rfc3339(issued),
        "issued": rfc3339(issued),
        "validFrom": rfc3339(record.valid_from),
    }
    if ends is not None:
        document |= {"validUntil": ends, "expirationDate": ends}
    document["credentialSubject"] = _person(record, awarded, nodes)
    return document


def _display(design: Design, picture: bytes, nodes: Nodes) -> dict[str, Any]:
    language = language_concept(nodes.language)
    image = nodes.node(
        "MediaObject",
        content=base64.b64encode(picture).decode("ascii"),
        contentEncoding=base64_encoding(),
        contentType=file_type(PICTURE),
    )
    detail = nodes.node("DisplayDetail", page=1, image=image)
    return nodes.node(
        "DisplayParameter",
        title=nodes.text(design.title or "–"),
        language=language,
        primaryLanguage=language,
        individualDisplay=nodes.node("IndividualDisplay", language=language, displayDetail=detail),
    )


def _person(record: Record, awarded: dict[str, Any], nodes: Nodes) -> dict[str, Any]:
    learner = record.learner
    named = learner.identifier if learner.identifier != record.subject_id else None
    return nodes.node(
        "Person",
        record.subject_id,
        fullName=None if learner.name is None else nodes.text(learner.name),
        dateOfBirth=_midnight(learner),
        identifier=None if named is None else nodes.node("Identifier", notation=named),
        contactPoint=None if learner.email is None else contact(learner.email, nodes),
        hasClaim=_achievement(record, awarded, nodes),
    )


def _midnight(learner: Learner) -> str | None:
    born = learner.birth_date
    return None if born is None else rfc3339(datetime.combine(born, time(), UTC))


def _achievement(record: Record, awarded: dict[str, Any], nodes: Nodes) -> dict[str, Any]:
    design, evidence = record.design, record.learner.evidence_url
    credit = _credit(design, nodes)
    return nodes.node(
        "LearningAchievement",
        title=nodes.text(design.title or "–"),
        awardedBy=awarded,
        creditReceived=credit,
        provenBy=assessments.write(record, awarded, nodes),
        specifiedBy=_qualification(design, credit, nodes),
        supplementaryDocument=None if evidence is None else nodes.node("WebResource", contentURL=evidence),
    )


def _credit(design: Design, nodes: Nodes) -> dict[str, Any] | None:
    if design.workload is None or design.workload.ects is None:
        return None
    framework = european("education-credit", "european_credit_transfer_system")
    return nodes.node("CreditPoint", framework=framework, point=decimal_text(design.workload.ects))


def _qualification(design: Design, credit: dict[str, Any] | None, nodes: Nodes) -> dict[str, Any]:
    level = design.level if isinstance(design.level, Level) else None
    entry = None if design.prerequisites is None else nodes.note(design.prerequisites)
    return nodes.node(
        "Qualification",
        title=nodes.text(design.title or "–"),
        additionalNote=_notes(design, nodes),
        language=None if design.language is None else language_concept(design.language),
        volumeOfLearning=None if design.workload is None else durations.of_hours(design.workload.hours),
        creditPoint=credit,
        learningOutcome=[_outcome(outcome, nodes) for outcome in design.learning_outcomes or ()],
        eqfLevel=european("eqf", f"level_{level.eqf}") if level and level.eqf else None,
        educationLevel=_other_levels(level),
        entryRequirement=entry,
        **_participation(design, nodes),
        **_stacking(design.stackability, nodes),
    )


def _outcome(outcome: TextOrOutcome, nodes: Nodes) -> dict[str, Any]:
    if not isinstance(outcome, LearningOutcome):
        return nodes.node("LearningOutcome", title=nodes.text(outcome))
    skills = [
        {"id": skill.uri, "type": "Concept", "prefLabel": nodes.text(skill.name)}
        | ({"inScheme": _skills_scheme()} if skill.uri.startswith(ESCO) else {})
        for skill in outcome.skills or ()
    ]
    kind = european("skill-type", outcome.kind) if outcome.kind in ("knowledge", "skill") else None
    notes = [nodes.note("responsibility", "learning_outcomes.kind")] if outcome.kind == "responsibility" else []
    if outcome.assessed_by:
        notes.append(nodes.note(" ".join(outcome.assessed_by), "learning_outcomes.assessed_by"))
    return nodes.node(
        "LearningOutcome",
        title=nodes.text(outcome.text),
        identifier=nodes.node("Identifier", notation=outcome.id),
        dcType=kind,
        additionalNote=notes,
        relatedESCOSkill=[skill for skill in skills if "inScheme" in skill],
        relatedSkill=[skill for skill in skills if "inScheme" not in skill],
    )


def _skills_scheme() -> dict[str, str]:
    return {"id": f"{ESCO}concept-scheme/skills", "type": "ConceptScheme"}


def _other_levels(level: Level | None) -> list[dict[str, Any]]:
    """National level and cycle: without codes in the European lists, they are concepts of ours."""
    found = []
    if level and level.nqf:
        name = f"NQF {level.nqf.country}, {level.nqf.level}"
        found.append(own_concept(f"nqf.{level.nqf.country}.{level.nqf.level}", {"en": name}))
    if level and level.qf_ehea:
        found.append(own_concept(f"qf-ehea.{level.qf_ehea}", {"en": f"QF-EHEA, {level.qf_ehea} cycle"}))
    return found


def _participation(design: Design, nodes: Nodes) -> dict[str, Any]:
    if design.participation is None:
        return {}
    weeks = design.participation.weeks
    longest = {} if weeks is None else {"maximumDuration": durations.of_weeks(weeks)}
    known = participation_modes.get(design.participation.mode)
    if known.concept.vocabulary == "learning-assessment":
        return {"mode": concept(known.concept), **longest}
    labels = {language: known.label(language) for language in LANGUAGES}
    activity = nodes.node("LearningActivitySpecification", title=labels, dcType=concept(known.concept))
    return {"influencedBy": activity, **longest}


def _stacking(stackability: Stackability | None, nodes: Nodes) -> dict[str, Any]:
    if stackability is None:
        return {}
    towards = stackability.towards or ()
    return {
        "isPartialQualification": stackability.kind == "integrated",
        "isPartOf": [
            nodes.node(
                "Qualification",
                title=nodes.text(larger.title),
                additionalNote=None if larger.model is None else nodes.note(larger.model, "stackability.model"),
            )
            for larger in towards
        ],
        "entitlesTo": [
            nodes.node(
                "LearningEntitlementSpecification",
                title=nodes.text(larger.title),
                entitlementStatus=european("entitlement-status", "prospective"),
                dcType=european("entitlement", "learning_opportunity"),
            )
            for larger in towards
        ],
    }


def _notes(design: Design, nodes: Nodes) -> list[dict[str, Any]]:
    """What the profile has no member for, as notes that say which element they are."""
    notes = []
    if design.level is not None and not isinstance(design.level, Level):
        notes.append(nodes.note(design.level.not_applicable, "level.not_applicable"))
    if design.participation is not None and design.participation.pace is not None:
        notes.append(nodes.note(design.participation.pace, "participation.pace"))
    if isinstance(design.supervision, Supervision):
        notes.append(nodes.note(design.supervision.place, "supervision.place"))
    notes += [nodes.note(text, key) for key, text in _assurance(design.quality_assurance)]
    if design.further_information is not None:
        notes.append(nodes.note(design.further_information, "further_information"))
    authority = design.issuing_authority
    for body in [authority] if isinstance(authority, AwardingBody) else authority or ():
        notes.append(nodes.note(body.name, "issuing_authority"))
    notes += [
        nodes.node(
            "Note", noteLiteral=nodes.text(own.value), subject=own_concept(f"{OWN}.{number}", nodes.text(own.name))
        )
        for number, own in enumerate(design.additional_elements or (), start=1)
    ]
    return notes


def _assurance(assurance: QualityAssurance | None) -> list[tuple[str, Text]]:
    if assurance is None:
        return []
    inside = [("quality_assurance.internal", text) for text in assurance.internal or ()]
    return inside + [("quality_assurance.external", external.name) for external in assurance.external or ()]
