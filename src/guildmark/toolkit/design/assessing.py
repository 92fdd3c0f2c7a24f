"""Which assessments show an outcome."""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.toolkit.design.model import Assessment, LearningOutcome

ATTENDANCE = "level_of_attendance"
"""The type of assessment that shows no outcome: attendance alone never leads to the award."""


def assessments_of(outcome: LearningOutcome | object, methods: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """The assessments of an outcome, in the order of the design.

    A plain text is assessed by every method of the design; an object by those that it names.
    """
    if not isinstance(outcome, LearningOutcome):
        return tuple(methods)
    named = set(outcome.assessed_by or ())
    return tuple(method for method in methods if method.id in named)
