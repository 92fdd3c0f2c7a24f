"""The next actions that a partnership's results ask for, step after step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from guildmark.toolkit.advice.from_context import from_context
from guildmark.toolkit.advice.from_design import from_design
from guildmark.toolkit.advice.from_pilots import from_pilot
from guildmark.toolkit.advice.from_recognition import from_recognition
from guildmark.toolkit.advice.from_stakeholders import from_stakeholders
from guildmark.toolkit.advice.model import Advice, Results


def advise(results: Results) -> tuple[Advice, ...]:
    """Every next action, in the order of the steps; a step without a result asks for nothing."""
    advice: list[Advice] = []
    if results.matrix:
        advice += from_context(results.matrix)
    if results.stakeholder_map:
        advice += from_stakeholders(results.stakeholder_map)
    if results.check:
        advice += from_design(results.check)
    for pilot in results.pilots:
        advice += from_pilot(pilot)
    if results.recognition:
        advice += from_recognition(results.recognition)
    return tuple(advice)


def advice_json(advice: Iterable[Advice], language: str = "en") -> list[dict[str, Any]]:
    """The `advice` of docs/cli.md."""
    return [
        {
            "rule": one.rule,
            "text": one.sentence.text(language),
            "section": one.section,
            "rests_on": list(one.rests_on),
        }
        for one in advice
    ]
