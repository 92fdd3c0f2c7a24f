"""Check 34: an expiry or refresh date is considered where the content dates quickly."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import Design
from guildmark.words import say

UNSTATED = Rule("validity.unstated", "advice", 34)
RULES = (UNSTATED,)


def validity(design: Design) -> Iterator[Finding]:
    """A design that says nothing on how long it holds."""
    if design.validity is None:
        yield UNSTATED.at(
            pointer(("validity",)),
            say(
                "Nothing says how long the content stays current. Where it dates quickly, state when the record"
                " expires or is refreshed; where it does not, say so."
            ),
        )
