"""Check 24: it says whether it stands alone or counts towards more (R13, R22; ch. 3.3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import Design
from guildmark.words import say

UNSTATED = Rule("stackability.unstated", "warning", 24)
NOWHERE = Rule("stackability.towards", "warning", 24)
CONTRADICTION = Rule("stackability.contradiction", "warning", 24)
RULES = (UNSTATED, NOWHERE, CONTRADICTION)


def stackability(design: Design) -> Iterator[Finding]:
    """Stackability that is not stated, leads nowhere, or contradicts itself."""
    stated = design.stackability
    if stated is None:
        yield UNSTATED.at(
            pointer(("stackability",)),
            say(
                "Nothing says whether the micro-credential stands alone or counts towards a larger one. State it;"
                " whether it is accepted stays the decision of those who receive it."
            ),
        )
    elif stated.kind == "integrated" and not stated.towards:
        yield NOWHERE.at(
            pointer(("stackability", "towards")),
            say("It is called stackable, and nothing says towards what. Name the credential that it counts towards."),
        )
    elif stated.kind == "standalone" and stated.towards:
        yield CONTRADICTION.at(
            pointer(("stackability",)),
            say(
                "It is called standalone, and yet counts towards another credential. Choose integrated, or take the"
                " other credential out."
            ),
        )
