"""The words that Open Badges 3.0 has closed; `ext:` opens each list for words of one's own.

Source: 1EdTech's JSON Schema of an AchievementCredential, and Open Badges 3.0, "Enumerations".
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from pydantic import AfterValidator

LANGUAGE = r"^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""The tags that `inLanguage` takes: of BCP 47 only language, script and region."""

ACHIEVEMENT_TYPES = frozenset(
    """
    Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge BachelorDegree Certificate
    CertificateOfCompletion Certification CoCurricular CommunityService Competency Course Degree Diploma DoctoralDegree
    Fieldwork GeneralEducationDevelopment JourneymanCertificate LearningProgram License MasterCertificate MasterDegree
    Membership MicroCredential ProfessionalDoctorate QualityAssuranceCredential ResearchDoctorate SecondarySchoolDiploma
    """.split()  # noqa: SIM905 -- a word list is read better than a list of words
)
IDENTIFIER_TYPES = frozenset(
    """
    accountId emailAddress identifier isbn issn lisSourcedId ltiContextId ltiDeploymentId ltiPlatformId ltiToolId
    ltiUserId name nationalIdentityNumber oneRosterSourcedId productId sisSourcedId sourcedId systemId userName
    """.split()  # noqa: SIM905 -- a word list is read better than a list of words
)
RESULT_TYPES = frozenset(
    """
    GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result RubricCriterion
    RubricCriterionLevel RubricScore ScaledScore Status
    """.split()  # noqa: SIM905 -- a word list is read better than a list of words
)
ALIGNMENT_TARGETS = frozenset(
    {
        "CFItem",
        "CFRubric",
        "CFRubricCriterion",
        "CFRubricCriterionLevel",
        "CTDL",
        "ceasn:Competency",
        "ceterms:Credential",
    }
)

_OF_ONES_OWN = re.compile(r"ext:[A-Za-z0-9._|-]+")


def one_word_of(words: Collection[str]) -> Any:
    """One of the words, or one's own."""

    def check(value: str) -> str:
        if value not in words and not _OF_ONES_OWN.search(value):
            raise ValueError("not one of the words")
        return value

    return AfterValidator(check)
