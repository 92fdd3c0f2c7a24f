"""What the evidence and validation report says of one micro-credential (Step 5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from guildmark.documents.elements import Speaker, element_lines
from guildmark.documents.evidence_report import EvidenceReport, ReportChapter, ReportRow
from guildmark.toolkit.design.model import LANGUAGE
from guildmark.toolkit.recognition import Entry, Piece
from guildmark.web.partnerships.access import Access
from guildmark.web.recognition.kinds import Stage
from guildmark.web.recognition.models import Filing
from guildmark.web.recognition.standing import Standing
from guildmark.web.recognition.words import ROUTES, SECTIONS
from guildmark.words import in_language, say

_ELEMENT = {
    "outcomes": "learning_outcomes", "workload": "workload", "level": "level", "level_national": "level",
    "assessment_strategy": "assessment", "criteria": "assessment", "identity": "supervision",
    "internal_quality": "quality_assurance", "external_quality": "quality_assurance", "pathway": "stackability",
}  # fmt: skip
"""The element of the design that a piece is read from."""


def report_of(access: Access, standing: Standing, language: str, today: date) -> EvidenceReport:
    """The report in one language: what is there, chapter by chapter, and what is missing."""
    document = standing.version.document
    speaker = Speaker(language, document.get("language"))
    chapters = tuple(
        ReportChapter(
            heading,
            tuple(
                _row(entry, standing, speaker) for entry in standing.report.entries if entry.piece.section == section
            ),
        )
        for section, heading in SECTIONS.items()
    )
    bodies = speaker.bodies(document.get("awarding_body") or [])
    return EvidenceReport(
        title=in_language(document.get("title") or standing.micro_credential.name, language, document.get("language")),
        by=access.partnership.name,
        lead=standing.report.sentence,
        facts=tuple(_facts(access, standing, bodies)),
        chapters=chapters,
        as_of=today,
    )


def _facts(access: Access, standing: Standing, bodies: list[str]) -> Iterator[tuple[object, object]]:
    yield say("Partnership"), access.partnership.name
    yield say("Awarded by"), ", ".join(bodies) or "–"
    yield say("Version of the design"), standing.version.number
    for one in standing.pilots:
        yield say("Pilot"), one.sentence
    yield say("Route"), ROUTES[standing.route.kind] if standing.route else say("Not chosen yet")
    endorsed = standing.endorsement
    if endorsed and endorsed.until:
        sentence = say("{who}, on {day}, until {until}", who=endorsed.who, day=endorsed.on, until=endorsed.until)
        yield say("Endorsement"), sentence
    elif endorsed:
        yield say("Endorsement"), say("{who}, on {day}", who=endorsed.who, day=endorsed.on)
    else:
        yield say("Endorsement"), say("None yet")


def _row(entry: Entry, standing: Standing, speaker: Speaker) -> ReportRow:
    piece = entry.piece
    if piece.from_design:
        return ReportRow(piece.name, entry.there, _from_design(piece, standing, speaker) if entry.there else ())
    lines = tuple(_line(one) for one in standing.filed if _shows(one, piece.key))
    if piece.key == "pilot_results":
        lines = (*(one.sentence for one in standing.pilots), *lines)
    return ReportRow(piece.name, entry.there, lines)


def _from_design(piece: Piece, standing: Standing, speaker: Speaker) -> tuple[object, ...]:
    document = standing.version.document
    if piece.key == "need":
        need = document.get("skills_need")
        return tuple(_texts(need.get("text", need) if isinstance(need, dict) else need, speaker))
    if piece.key == "issuing_authority":
        return tuple(speaker.bodies(document.get("issuing_authority") or []))
    element = _ELEMENT.get(piece.key)
    if element is None or piece.key in {"criteria", "level_national"}:
        # Said by the row above it already.
        return (piece.purpose,)
    value = document.get(element)
    if element == "quality_assurance" and isinstance(value, dict):
        side = "internal" if piece.key == "internal_quality" else "external"
        value = {side: value.get(side)}
    return tuple(element_lines(element, value, speaker))


def _texts(value: object, speaker: Speaker) -> Iterator[str]:
    """What a need says, whatever shape it was written in: a text, a text per language, or parts of them."""
    if isinstance(value, str):
        yield speaker.text(value)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, speaker)
    elif isinstance(value, dict):
        if value and all(re.fullmatch(LANGUAGE, key) and isinstance(text, str) for key, text in value.items()):
            yield speaker.text(value)
        else:
            for one in value.values():
                yield from _texts(one, speaker)


def _shows(one: Filing, piece: str) -> bool:
    if one.stage != Stage.DONE:
        return one.kind == "review" and piece == "review_plan" and one.stage != Stage.REFUSED
    return (
        (one.kind == "evidence" and one.sort == piece)
        or (one.kind == "consultation" and piece == "consultation")
        or (one.kind == "review" and piece == "review_plan")
    )


def _line(one: Filing) -> object:
    text = f"{one.title}. {one.text}" if one.text else one.title
    return say("{day}: {text}", day=one.on, text=text) if one.on else text
