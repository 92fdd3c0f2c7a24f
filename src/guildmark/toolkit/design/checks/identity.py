"""Check 11: the learner's identity is verified at assessment, and the way is stated (R16)."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import Design
from guildmark.words import say

UNSTATED = Rule("supervision.unstated", "warning", 11)
UNVERIFIED = Rule("supervision.unverified", "warning", 11)
RULES = (UNSTATED, UNVERIFIED)


def identity(design: Design) -> Iterator[Finding]:
    """Supervision that is not stated, or that leaves open who was assessed."""
    place = pointer(("supervision",))
    if design.supervision is None:
        yield UNSTATED.at(
            place,
            say(
                "Nothing says whether assessment is supervised and how the learner's identity is verified. It is what"
                " people ask first of learning online: state it."
            ),
        )
        return
    kind = design.supervision if isinstance(design.supervision, str) else design.supervision.kind
    if kind != "supervised_with_id":
        yield UNVERIFIED.at(
            place,
            say(
                "Assessment is held without verifying the learner's identity. Verify it once, online or onsite, so"
                " that the record says who was assessed."
            ),
        )
