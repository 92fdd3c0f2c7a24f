"""Who has passed a pilot (Step 4.4, "apply the developed tools and record learner results")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guildmark.toolkit.design.model import Grade, GradeRange
from guildmark.words import Sentence, say, say_count


def passed(
    outcomes: Sequence[str], reached: Mapping[str, bool], grade: str | float | None, scale: Grade | None
) -> bool | None:
    """Whether a learner has passed: every outcome of the design reached, and no failing grade (docs/rules/passing.md).

    `reached` says per outcome id whether it was reached; an outcome that was not assessed is not in it. None as
    long as something is not assessed and nothing speaks against it; also where the design has no outcome.
    """
    if any(reached.get(one) is False for one in outcomes) or _failing(grade, scale):
        return False
    if not outcomes or any(one not in reached for one in outcomes):
        return None
    return True


@dataclass(frozen=True, slots=True)
class Attainment:
    """How far a cohort has come: learners who began, who left, who passed and who did not."""

    learners: int
    withdrawn: int
    passed: int
    not_passed: int

    @property
    def open(self) -> int:
        """Those who stayed and are not assessed in everything yet."""
        return self.learners - self.withdrawn - self.passed - self.not_passed

    @property
    def finding(self) -> Sentence:
        """The title of a cohort's page."""
        if not self.learners:
            return say("Nobody has enrolled yet.")
        if self.passed and not self.open:
            return say_count(
                "{passed} of {count} learner has passed.", "{passed} of {count} learners have passed.",
                self.learners, passed=self.passed,
            )  # fmt: skip
        if self.passed:
            return say(
                "{passed} of {learners} learners have passed, {open} are still to be assessed.",
                passed=self.passed, learners=self.learners, open=self.open,
            )  # fmt: skip
        if self.not_passed and not self.open:
            return say_count(
                "The {count} learner has not passed.", "None of {count} learners has passed.", self.learners
            )
        return say_count("{count} learner takes part.", "{count} learners take part.", self.learners - self.withdrawn)


def _failing(grade: str | float | None, scale: Grade | None) -> bool:
    # A scale of words has no word from which one has passed, so only a range can fail.
    if grade is None or scale is None or not isinstance(scale.scale, GradeRange) or isinstance(grade, str):
        return False
    return scale.scale.passing is not None and grade < scale.scale.passing
