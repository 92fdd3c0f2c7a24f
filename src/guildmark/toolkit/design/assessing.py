"""Which assessments show an outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guildmark.toolkit.design.model import Assessment, LearningOutcome, TextOrOutcome

ATTENDANCE = "level_of_attendance"
"""The type of assessment that shows no outcome: attendance alone never leads to the award."""


def assessing(methods: Sequence[Assessment]) -> Callable[[TextOrOutcome], tuple[Assessment, ...]]:
    """A function from an outcome to the assessments among `methods` that show it, in their order.

    A plain text is assessed by every method of the design; an object by those that it names.
    """
    everyone = tuple(methods)
    places = {method.id: place for place, method in enumerate(everyone)}

    def of(outcome: TextOrOutcome) -> tuple[Assessment, ...]:
        if not isinstance(outcome, LearningOutcome):
            return everyone
        named = {places[key] for key in outcome.assessed_by or () if key in places}
        return tuple(everyone[place] for place in sorted(named))

    return of
