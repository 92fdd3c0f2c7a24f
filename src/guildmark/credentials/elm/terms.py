"""The words of the model: what may stand in a European Digital Credential without being lost.

The names are those that the application profile's context defines (edc-ap-context, ELM 3.1); the context itself is
not shipped and never fetched. A seal covers the text as it stands, so no word can be dropped from under it: a word
that is not in this list is one whose meaning this version does not know.
"""

from __future__ import annotations

from typing import Any

CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1"
ELM_CONTEXT = "http://data.europa.eu/snb/model/context/edc-ap"
CONTEXT = (CREDENTIALS_V1, ELM_CONTEXT)

_CREDENTIAL = "@context id type issuer issuanceDate issued validFrom validUntil expirationDate credentialSubject credentialSchema credentialStatus evidence termsOfUse refreshService holder proof"  # noqa: E501 - a list of words
_MODEL = """
accreditation accreditingAgent additionalNote address admissionProcedure altLabel amount applicationDeadline
areaDialingCode assessedBy attachment attachmentType awardedBy awardingBody awardingDate awardingOpportunity awards
bannerImage birthName category citizenshipCountry contactForm contactHour contactPoint content contentEncoding
contentSize contentType contentURL count countryCode countryDialing creator credentialProfiles creditPoint
creditReceived dateCreated dateIssued dateModified dateOfBirth dcType decision definition description descriptionHtml
dialNumber directedBy displayDetail displayParameter duration eIDASIdentifier educationLevel educationSubject
educationalSystemNote elmSubject emailAddress embeddedEvidence endDate entitledBy entitlementStatus entitlesTo
entryRequirement eqfLevel evidenceStatement evidenceTarget expiryDate familyName framework fullAddress fullName gender
generalisationOf geographicName givenName grade gradeStatus gradingScheme grant groupMemberOf hasClaim hasCredential
hasPart hasSubOrganization homepage idVerification identifier image inScheme individualDisplay influencedBy influences
isPartOf isPartialQualification label landingPage language latitude learningAchievementSpecification
learningActivitySpecification learningOpportunity learningOutcome learningOutcomeSummary learningSchedule
learningSetting legalName levelOfCompletion limitCredentialType limitEQFLevel limitField limitJurisdiction
limitNationalOccupation limitOccupation limitOrganisation limitQualification location logo longitude maximumDuration
maximumScore member memberOf minimumScore mode nationalID notation noteFormat noteLiteral nqfLevel organisation page
patronymicName percentageEqual percentageHigher percentageLower person phone phoneNumber placeOfBirth point prefLabel
priceDetail primaryLanguage provenBy proves providedBy publisher qualificationCode registration relatedESCOSkill
relatedSkill report resultCategory resultDestribution reusabilityLevel reviewDate scheduleInformation schemeAgency
schemeId schemeName schemeVersion score shortenedGrading spatial spatialCode specialisationOf specifiedBy startDate
status subOrganizationOf subject summaryDisplay supplementaryDocument targetGroup taxIdentifier temporal thematicArea
title unit used valid value vatIdentifier verificationCheck verificationStatus volumeOfLearning workload
"""
WORDS = frozenset(_CREDENTIAL.split()) | frozenset(_MODEL.split())
BY_LANGUAGE = frozenset({
    "altLabel", "birthName", "category", "definition", "description", "entryRequirement", "evidenceStatement",
    "familyName", "fullName", "geographicName", "givenName", "label", "legalName", "noteLiteral", "patronymicName",
    "prefLabel", "title",
})  # fmt: skip
"""Members whose value may be a text by language, whose keys are language tags."""


def unknown_words(document: Any) -> tuple[str, ...]:
    """The paths of members that the model does not define, in their order; the document's depth is bounded already."""
    found: list[str] = []
    waiting: list[tuple[Any, str]] = [(document, "")]
    while waiting:
        value, path = waiting.pop()
        if isinstance(value, list):
            waiting.extend((item, f"{path}/{index}") for index, item in reversed(list(enumerate(value))))
        elif isinstance(value, dict):
            for key, item in reversed(value.items()):
                if key not in WORDS:
                    found.append(f"{path}/{key}")
                elif key not in BY_LANGUAGE or _is_node(item):
                    waiting.append((item, f"{path}/{key}"))
    return tuple(found)


def _is_node(value: Any) -> bool:
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, dict) and ("id" in item and "type" in item) for item in items)
