"""The computed quality checks of a design, a small family a module (docs/rules/design_checks.md).

A check is a function from a design to its findings. It looks only at what could be read: what is missing
or misshapen has been told already.
"""

from collections.abc import Callable, Iterator, Sequence

from guildmark.toolkit.design.checks import (
    assessment,
    identity,
    level,
    optional,
    outcomes,
    pathways,
    purpose,
    quality,
    size,
    title,
    validity,
    workload,
)
from guildmark.toolkit.design.findings import Finding, Rule
from guildmark.toolkit.design.model import Design
from guildmark.toolkit.design.references import UNKNOWN_ASSESSMENT

Check = Callable[[Design], Iterator[Finding]]

CHECKS: Sequence[Check] = (
    optional.optional_elements,
    title.title,
    purpose.purpose,
    outcomes.outcomes,
    workload.workload,
    workload.credits_claimed,
    size.size,
    level.level,
    assessment.assessment,
    identity.identity,
    quality.external,
    pathways.stackability,
    validity.validity,
)
"""Every check, in the order of the elements it looks at."""

RULES: Sequence[Rule] = (
    UNKNOWN_ASSESSMENT,
    *optional.RULES,
    *title.RULES,
    *purpose.RULES,
    *outcomes.RULES,
    *workload.RULES,
    *size.RULES,
    *level.RULES,
    *assessment.RULES,
    *identity.RULES,
    *quality.RULES,
    *pathways.RULES,
    *validity.RULES,
)
"""Every rule that a check can report; each has a heading in docs/rules/."""

__all__ = ["CHECKS", "RULES", "Check"]
