"""Check 13: external quality assurance is named (R18; ch. 3.5, principle 1)."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import Design
from guildmark.words import say

NO_EXTERNAL = Rule("quality_assurance.external", "warning", 13)
RULES = (NO_EXTERNAL,)


def external(design: Design) -> Iterator[Finding]:
    """Quality assurance that stays inside the house."""
    if design.quality_assurance is not None and not design.quality_assurance.external:
        yield NO_EXTERNAL.at(
            pointer(("quality_assurance", "external")),
            say(
                "No external quality assurance is named. Name the agency, standard, label or peers that look at the"
                " provider from outside; they look at the provider first, not at each course."
            ),
        )
