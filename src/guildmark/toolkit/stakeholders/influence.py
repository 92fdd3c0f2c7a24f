"""Step 3.2, questions 1 to 4: the level of influence."""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.toolkit.stakeholders.majority import majority_of_assessors
from guildmark.toolkit.stakeholders.model import PowerAnswers, PowerResult

QUESTIONS: tuple[str, ...] = ("influence_1", "influence_2", "influence_3", "influence_4")
"""The guide's questions 1 to 4: resources, formal role, information, thought leadership."""


def influence(assessments: Sequence[PowerAnswers]) -> PowerResult:
    """Influence by the majority of the answers to questions 1 to 4, over all assessors (R39)."""
    return majority_of_assessors([assessment.influence for assessment in assessments])
