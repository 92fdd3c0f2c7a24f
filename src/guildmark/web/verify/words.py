"""A verification as the page says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guildmark.credentials.verify import Verification
from guildmark.documents.elements import Row, element_rows
from guildmark.vocabulary import elements
from guildmark.words import Listing, Sentence, say

CHECKS: Mapping[str, Sentence] = {
    "parse": say("Readable", context="check of a record"),
    "schema": say("Structure", context="check of a record"),
    "context": say("Terms", context="check of a record"),
    "proof": say("Signature", context="check of a record"),
    "issuer": say("Issuer", context="check of a record"),
    "validity": say("Validity", context="check of a record"),
    "status": say("Status", context="check of a record"),
    "resources": say("Related resources", context="check of a record"),
    "trust": say("Trust list", context="check of a record"),
}
RESULTS = {
    "pass": ("circle", "green", say("passed", context="check of a record")),
    "fail": ("triangle", "red", say("failed", context="check of a record")),
    "not_checked": ("square", "yellow", say("not checked", context="check of a record")),
}


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict as it is drawn: kind of message, shape, colour, word and sentence."""

    kind: str
    shape: str
    tone: str
    word: Sentence
    sentence: Sentence


VERDICTS: Mapping[str, VerdictWords] = {
    "valid": VerdictWords(
        "success", "circle", "green", say("Genuine and valid", context="verdict"),
        say("Unchanged since it was signed, and in force."),
    ),
    "invalid": VerdictWords(
        "error", "triangle", "red", say("Not valid", context="verdict"), say("The checks below say why.")
    ),
    "undetermined": VerdictWords(
        "warning", "square", "yellow", say("Not certain", context="verdict"),
        say("Nothing is wrong, but not everything could be checked."),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check as it is drawn: shape, colour, name, word and sentence."""

    shape: str
    tone: str
    name: Sentence | str
    word: Sentence
    sentence: Sentence


def check_lines(result: Verification) -> list[CheckLine]:
    """The checks in words."""
    return [
        CheckLine(*RESULTS[one.result][:2], CHECKS.get(one.check, one.check), RESULTS[one.result][2], one.sentence)
        for one in result.checks
    ]


def sixteen(result: Verification) -> list[dict[str, object]]:
    """The standard elements, there or missing."""
    present = {key for kind in result.elements.values() for key in kind["present"]}
    return [
        {"element": one, "mandatory": one.mandatory, "present": one.key in present} for one in elements.all_elements()
    ]


def completeness(result: Verification) -> Sentence:
    """How complete the record is, in a sentence."""
    mandatory = result.elements["mandatory"]
    missing = [elements.get(key) for key in mandatory["missing"]]
    if not missing:
        return say("All eleven mandatory elements of the European standard are there.")
    return say(
        "{present} of {all} mandatory elements of the European standard. Missing: {missing}. "
        "That does not make it less genuine.",
        present=len(mandatory["present"]),
        all=len(mandatory["present"]) + len(missing),
        missing=Listing.of(missing),
    )


def record_rows(record: Mapping[str, Any], language: str) -> list[Row]:
    """What the record says of each element that it has."""
    return [row for row in element_rows(record, language) if row.lines]
