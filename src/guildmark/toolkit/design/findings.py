"""What a look at a design finds: a rule, how grave it is, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from guildmark.words import Sentence

Severity = Literal["error", "warning", "advice"]
"""An error keeps the design from being issued; a warning asks; advice offers."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `rule` is stable, `path` a JSON Pointer (RFC 6901) into the design."""

    rule: str
    severity: Severity
    path: str
    sentence: Sentence

    def as_json(self, language: str = "en") -> dict[str, str]:
        """The finding in the shape of `guildmark check --json` (docs/cli.md)."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "path": self.path,
            "message": self.sentence.text(language),
        }


@dataclass(frozen=True, slots=True)
class Rule:
    """A check by its stable id; `check` is its number in the list of docs/rules/design_checks.md."""

    id: str
    severity: Severity
    check: int

    def at(self, path: str, sentence: Sentence) -> Finding:
        """What this rule finds at `path`."""
        return Finding(self.id, self.severity, path, sentence)


def pointer(parts: Iterable[object]) -> str:
    """The JSON Pointer to a value by the keys and places that lead to it; "" is the whole document."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)
