"""Checking a design: read it, then look at what could be read (the guide, ch. 3.4 and 3.5; docs/cli.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guildmark.toolkit.design.checks import CHECKS
from guildmark.toolkit.design.findings import Finding
from guildmark.toolkit.design.model import Design
from guildmark.toolkit.design.reading import Reading, read_design
from guildmark.vocabulary import elements
from guildmark.vocabulary.elements import Element

_ORDER = {"error": 0, "warning": 1, "advice": 2}


@dataclass(frozen=True, slots=True)
class Shares:
    """Which elements of one kind are there and which are not, in the order of Table 1."""

    present: tuple[str, ...]
    missing: tuple[str, ...]

    def as_json(self) -> dict[str, list[str]]:
        """`{"present": [KEY…], "missing": [KEY…]}`."""
        return {"present": list(self.present), "missing": list(self.missing)}


@dataclass(frozen=True, slots=True)
class Elements:
    """The 16 standard elements of one document (ch. 3.4, Table 1)."""

    mandatory: Shares
    optional: Shares

    def as_json(self) -> dict[str, dict[str, list[str]]]:
        """The shape of docs/cli.md: `{"mandatory": {"present", "missing"}, "optional": {…}}`."""
        return {"mandatory": self.mandatory.as_json(), "optional": self.optional.as_json()}


@dataclass(frozen=True, slots=True)
class Check:
    """What is there, what was found, and whether the design may be issued.

    `design` holds every key that could be read; a design with errors is not issued.
    """

    design: Design
    elements: Elements
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """No finding is an error."""
        return all(finding.severity != "error" for finding in self.findings)

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """The document of `guildmark check --json`, with messages in `language`."""
        return {
            "ok": self.ok,
            "elements": self.elements.as_json(),
            "findings": [finding.as_json(language) for finding in self.findings],
        }


def check(document: Mapping[str, Any]) -> Check:
    """Check a design's JSON object against the European standard elements and the quality checks."""
    return check_reading(read_design(document))


def check_reading(reading: Reading) -> Check:
    """The same for a design that has been read already."""
    # What could not be read has its error; to call it absent as well would mislead.
    unusable = reading.unusable
    found = (finding for look in CHECKS for finding in look(reading.design))
    told = [*reading.findings, *(finding for finding in found if finding.path.split("/")[1] not in unusable)]
    return Check(
        reading.design,
        which_elements(reading.present),
        tuple(sorted(told, key=lambda finding: _ORDER[finding.severity])),
    )


def which_elements(present: Iterable[str]) -> Elements:
    """Share out the 16 elements by whether their keys are among `present`."""
    there = set(present)
    return Elements(_share(elements.mandatory(), there), _share(elements.optional(), there))


def _share(several: Iterable[Element], there: set[str]) -> Shares:
    keys = [element.key for element in several]
    return Shares(tuple(key for key in keys if key in there), tuple(key for key in keys if key not in there))
