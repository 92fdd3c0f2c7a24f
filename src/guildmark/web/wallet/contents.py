"""A record as its learner sees it: a card from its design, and the document itself in sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from guildmark.documents.elements import Row, Speaker, element_lines, element_rows
from guildmark.vocabulary import elements, stackability
from guildmark.web.issuing.models import IssuedRecord
from guildmark.words import Sentence, say

SECTIONS: tuple[tuple[Sentence, tuple[str, ...]], ...] = (
    (say("What was learnt", context="section of a record"),
     ("learning_outcomes", "workload", "level", "participation", "prerequisites")),
    (say("How it was shown", context="section of a record"), ("assessment", "supervision", "grade")),
    (say("Who stands behind it", context="section of a record"),
     ("awarding_body", "issuer_country", "date_of_issuing", "quality_assurance")),
    (say("Where it leads", context="section of a record"), ("stackability", "further_information")),
    (say("Whose it is", context="section of a record"), ("learner_identification", "title")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """A record on the list of somebody's own."""

    record: IssuedRecord
    title: str
    bodies: tuple[str, ...]
    facts: str
    on: date

    @property
    def learner(self) -> str:
        """The name on the record."""
        return self.record.learner_name


@dataclass(frozen=True, slots=True)
class Towards:
    """A larger credential, and those of somebody's records that are meant to count towards it."""

    title: str
    parts: tuple[tuple[Card, str], ...]
    held: bool


def card(record: IssuedRecord, language: str) -> Card:
    """The card of a record; its design says all but name and day, so that no signature is read for a list."""
    design = record.issuance.design_version.document
    speaker = Speaker(language, design.get("language"))
    facts = list(element_lines("workload", design.get("workload"), speaker))
    level = design.get("level")
    if isinstance(level, Mapping) and level.get("eqf") is not None:
        facts += element_lines("level", {"eqf": level["eqf"]}, speaker)
    title = speaker.text(design.get("title") or "") or str(record.issuance.design_version)
    bodies = tuple(speaker.bodies(design.get("awarding_body") or []))
    return Card(record, title, bodies, " · ".join(facts), record.issuance.valid_from.date())


def towards(records: Iterable[IssuedRecord], language: str) -> list[Towards]:
    """What these records stack towards (R13), in the order in which it is first named."""
    cards = [card(one, language) for one in records]
    parts: dict[str, list[tuple[Card, str]]] = {}
    for one in cards:
        design = one.record.issuance.design_version.document
        speaker = Speaker(language, design.get("language"))
        for title, model in _aims(design, speaker):
            parts.setdefault(title, []).append((one, model))
    held = {_name(one.title) for one in cards}
    return [Towards(title, tuple(found), _name(title) in held) for title, found in parts.items()]


def sections(record: Mapping[str, Any], language: str) -> list[tuple[Sentence, list[Row]]]:
    """The 16 elements and the issuer's own in sections, as one knows them from a diploma supplement."""
    rows = element_rows(record, language)
    by_key = dict(zip((one.key for one in elements.all_elements()), rows, strict=False))
    found = [(name, [by_key[key] for key in keys]) for name, keys in SECTIONS]
    if own := [row for row in rows if not row.standard]:
        found.append((say("Added by the issuer"), own))
    return found


def _name(title: str) -> str:
    """A title without the size that often stands behind it: "Green Stage Practice (20 ECTS)" names the same one."""
    return re.sub(r"\s*\([^()]*\)$", "", title.strip()).casefold()


def _aims(design: Mapping[str, Any], speaker: Speaker) -> Iterable[tuple[str, str]]:
    value = design.get("stackability")
    for aim in (value.get("towards") or []) if isinstance(value, Mapping) else []:
        if isinstance(aim, Mapping) and aim.get("title"):
            model = speaker.word(stackability.model, aim["model"]) if aim.get("model") else ""
            yield speaker.text(aim["title"]), model
