"""Check 21: it says who it is for and what it is good for (NZQA Rules 2022, rule 6.1(d); R11, R55)."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import Design
from guildmark.words import say

UNSTATED = Rule("purpose.unstated", "warning", 21)
RULES = (UNSTATED,)


def purpose(design: Design) -> Iterator[Finding]:
    """No key in which a purpose can stand says anything.

    Ruling: the European standard has no element for the purpose; the skills need, the focus or the
    further information may hold it.
    """
    if not any((design.skills_need, design.focus, design.further_information)):
        yield UNSTATED.at(
            pointer(("skills_need",)),
            say(
                "Nothing says who the micro-credential is for and what it is good for. Write it as"
                " the skills need, the focus or further information."
            ),
        )
