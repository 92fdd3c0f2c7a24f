"""Step 3.2, questions 5 to 9: the level of support for micro-credentials."""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.toolkit.stakeholders.majority import majority_of_assessors
from guildmark.toolkit.stakeholders.model import PowerAnswers, PowerResult

QUESTIONS: tuple[str, ...] = ("support_1", "support_2", "support_3", "support_4", "support_5")
"""The guide's questions 5 to 9: endorsement, commitment, integration, track record, feedback."""


def support(assessments: Sequence[PowerAnswers]) -> PowerResult:
    """Support by the majority of the answers to questions 5 to 9, over all assessors (R39)."""
    return majority_of_assessors([assessment.support for assessment in assessments])
