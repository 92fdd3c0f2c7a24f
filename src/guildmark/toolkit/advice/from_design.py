"""What the check of a design (Step 4.3) asks for before it goes to a pilot."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.advice.model import Advice
from guildmark.toolkit.design.checking import Check
from guildmark.toolkit.design.findings import Finding
from guildmark.words import say, say_count


def from_design(check: Check) -> Iterator[Advice]:
    """Next actions from the findings: what is missing, what is wrong, what would make it better."""
    missing = [one for one in check.findings if one.severity == "error" and one.rule.endswith(".missing")]
    errors = [one for one in check.findings if one.severity == "error" and one not in missing]
    warnings = [one for one in check.findings if one.severity == "warning"]
    if missing:
        sentence = say_count(
            "Complete the design: {count} mandatory element is missing.",
            "Complete the design: {count} mandatory elements are missing.",
            len(missing),
        )
        yield Advice("advice.complete_design", sentence, "ch. 3.4", _paths(missing))
    if errors:
        sentence = say_count(
            "Mend {count} error of the design; until then it cannot be issued.",
            "Mend {count} errors of the design; until then it cannot be issued.",
            len(errors),
        )
        yield Advice("advice.mend_design", sentence, "Step 4.3", _paths(errors))
    if check.ok and warnings:
        sentence = say_count(
            "Take {count} warning about the design to the review workshop.",
            "Take {count} warnings about the design to the review workshop.",
            len(warnings),
        )
        yield Advice("advice.review_design", sentence, "Step 4.3", _paths(warnings))
    if check.ok:
        sentence = say("The design is complete: choose pilot providers, format, duration and tools.")
        yield Advice("advice.prepare_pilot", sentence, "Step 4.3", ("design",))


def _paths(findings: list[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.path for finding in findings))
