"""What several pages of a design show: findings, the sixteen squares, states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guildmark.toolkit.design import Check, Finding
from guildmark.toolkit.design.names import known_name
from guildmark.vocabulary import elements
from guildmark.web.design.models import DesignVersion
from guildmark.web.design.sheets.definitions import SHEETS, sheet_for
from guildmark.web.design.sheets.model import Sheet
from guildmark.web.design.sheets.showing import anchor_of
from guildmark.web.design.words import SEVERITIES
from guildmark.words import Sentence, Word, say

_KINDS = {"error": "error", "warning": "warning", "advice": "info"}


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as the page shows it: kind of message, word, sentence, the form and field that mend it."""

    kind: str
    severity: Sentence
    sentence: Sentence
    about: Word | Sentence | None
    key: str
    sheet: str
    anchor: str
    unwritten: bool = False
    """Nothing is wrong yet: an element that is asked for is still to be written."""


def found(findings: tuple[Finding, ...], known: set[str] | None = None, missing: Iterable[str] = ()) -> list[Found]:
    """Findings with where they are mended.

    `known` are the anchors of the page on which they stand, `missing` the elements of which nothing is written yet.
    """
    unwritten = frozenset(missing)
    made = []
    for one in findings:
        key = one.path.strip("/").split("/")[0]
        sheet = sheet_for(one.path)
        anchor = anchor_of(one.path, known) if known is not None else "f-" + one.path.strip("/").replace("/", ".")
        made.append(
            Found(_KINDS[one.severity], SEVERITIES[one.severity], one.sentence, known_name(key), key,
                  sheet.key if sheet else "", anchor, key in unwritten and one.severity == "error")
        )  # fmt: skip
    return made


def goes_on(findings: Iterable[Found], after: str = "") -> Sheet | None:
    """The subject to write next: the first of the forms, in their order, that lacks something; not `after`."""
    open_ones = {one.sheet for one in findings if one.kind == "error"} - {after}
    return next((one for one in SHEETS if one.key in open_ones), None)


def sixteen(check: Check) -> list[dict[str, object]]:
    """The standard elements, there or missing, as the squares draw them."""
    present = {*check.elements.mandatory.present, *check.elements.optional.present}
    return [
        {"element": one, "mandatory": one.mandatory, "present": one.key in present} for one in elements.all_elements()
    ]


def shares(check: Check) -> dict[str, int]:
    """How many elements are there, of how many."""
    must, may = check.elements.mandatory, check.elements.optional
    return {
        "must": len(must.present), "must_all": len(must.present) + len(must.missing),
        "may": len(may.present), "may_all": len(may.present) + len(may.missing),
    }  # fmt: skip


def is_published(version: DesignVersion | None) -> bool:
    """Whether a version stands in the public register."""
    publication = getattr(version, "publication", None)
    return publication is not None and publication.withdrawn_at is None


def state_of(version: DesignVersion, *, published: bool = False) -> Sentence:
    """Draft, approved or published; `published` where another version of the same stands in the register."""
    if published or is_published(version):
        return say("Published", context="state of a design")
    if getattr(version, "approval", None) is not None:
        return say("Approved", context="state of a design")
    return say("Draft", context="state of a design")
