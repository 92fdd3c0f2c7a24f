"""Reading a design: each element by itself, so that one misshapen element does not hide the others."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from guildmark.toolkit.design import misshapen
from guildmark.toolkit.design.findings import Finding, pointer
from guildmark.toolkit.design.model import Design
from guildmark.toolkit.design.references import reference_findings
from guildmark.vocabulary import elements
from guildmark.words import say

FREE = frozenset({"focus", "skills_need", "modules", "activities", "validity"})
"""Keys that hold any JSON at all: here null is a value like others."""
UNKNOWN_KEY = "document.key.unknown"
NOTE = "_"
"""What begins with it is a note to oneself, as in spreadsheets, and is never read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A design and what was found while it was read.

    `design` holds every key that is there and right. `present` and `missing` share out the 16 elements by
    whether anything at all stands there: a misshapen element is present, and has its error in `findings`.
    """

    design: Design
    findings: tuple[Finding, ...]
    present: frozenset[str]

    @property
    def unusable(self) -> frozenset[str]:
        """The keys under which something stands that could not be read."""
        return frozenset(finding.path.split("/")[1] for finding in self.findings if finding.severity == "error")


def read_design(document: Mapping[str, Any]) -> Reading:
    """Read a design from a JSON object (docs/cli.md, `check`).

    Never raises for what stands in the object: each fault is a finding, `element.KEY.missing` or
    `element.KEY.invalid`, with the path to it.
    """
    findings: list[Finding] = []
    good: dict[str, Any] = {}
    for key, value in document.items():
        if str(key).startswith(NOTE):
            continue
        if key not in Design.model_fields:
            findings.append(_unknown(str(key)))
        elif not is_blank(value):
            faults = list(_faults(key, value))
            findings.extend(faults)
            if not faults:
                good[key] = value
    present = frozenset(key for key in Design.model_fields if not is_blank(document.get(key)))
    findings.extend(_missing(present))
    faults = list(reference_findings(Design.model_validate(good)))
    findings.extend(faults)
    wrong = {finding.path.split("/")[1] for finding in faults if finding.severity == "error"}
    design = Design.model_validate({key: value for key, value in good.items() if key not in wrong})
    return Reading(design, tuple(sorted(findings, key=_in_order_of_table)), present)


def is_blank(value: Any) -> bool:
    """Whether nothing stands there: null, a blank text, or a list or object of nothing else."""
    match value:
        case None:
            return True
        case str():
            return not value.strip()
        case Mapping():
            return all(is_blank(item) for item in value.values())
        case list() | tuple():
            return all(is_blank(item) for item in value)
        case _:
            return False


def _faults(key: str, value: Any) -> Iterator[Finding]:
    nulls = () if key in FREE else tuple(_nulls((key,), value))
    for place in nulls:
        yield Finding(f"element.{key}.invalid", "error", pointer(place), misshapen.null_at(place))
    try:
        Design.model_validate({key: value})
    except ValidationError as error:
        for item in error.errors(include_url=False):
            place = misshapen.place_of(item["loc"])
            if place not in nulls:
                sentence = misshapen.sentence_for(item)
                yield Finding(f"element.{key}.invalid", "error", pointer(place), sentence)


def _nulls(place: tuple[int | str, ...], value: Any) -> Iterator[tuple[int | str, ...]]:
    if value is None:
        yield place
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _nulls((*place, str(key)), item)
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _nulls((*place, number), item)


def _unknown(key: str) -> Finding:
    close = difflib.get_close_matches(key, Design.model_fields, n=1, cutoff=0.6)
    sentence = (
        say("The key “{key}” is not known and is left out. Did you mean “{nearest}”?", key=key, nearest=close[0])
        if close
        else say(
            "The key “{key}” is not known and is left out. An element of your own belongs under “additional_elements”.",
            key=misshapen.shortened(key),
        )
    )
    return Finding(UNKNOWN_KEY, "warning", pointer((key,)), sentence)


def _missing(present: frozenset[str]) -> Iterator[Finding]:
    for element in elements.mandatory():
        if element.key not in present:
            yield Finding(
                f"element.{element.key}.missing",
                "error",
                pointer((element.key,)),
                say(
                    "Missing: {element}. Every micro-credential states it. {explanation}",
                    element=element,
                    explanation=element.explanation,
                ),
            )


def _in_order_of_table(finding: Finding) -> tuple[int, str]:
    keys = list(Design.model_fields)
    key = finding.path.split("/")[1]
    return (keys.index(key) if key in keys else len(keys), "")
