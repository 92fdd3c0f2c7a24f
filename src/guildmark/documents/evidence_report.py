"""The concise evidence and validation report of Step 5.1 (R48), as tagged PDF."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib.resources import files
from typing import Any

from guildmark.documents.elements import reads_from_the_right
from guildmark.documents.typesetting import pdf
from guildmark.drawing.svg import clean
from guildmark.drawing.theme import LIGHT
from guildmark.drawing.typefaces import FALLBACKS, Family
from guildmark.words import Sentence, say, show


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A piece of evidence: its name, whether it is there, and what it says, a line each."""

    name: object
    there: bool
    lines: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportChapter:
    """A chapter of the report, in the order of Step 5.2."""

    heading: object
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    """What the report says. Values are sentences, words, dates or texts; `as_of` is the day that it describes."""

    title: str
    by: str
    lead: Sentence
    facts: tuple[tuple[object, object], ...]
    chapters: tuple[ReportChapter, ...]
    as_of: date


def evidence_report_pdf(report: EvidenceReport, language: str = "en") -> bytes:
    """The report as PDF/A-3a and PDF/UA-1; the same report gives the same bytes."""
    content = _content(report, language)
    virtual = {
        "main.typ": (files("guildmark.documents") / "evidence_report.typ").read_bytes(),
        "content.json": json.dumps(content, ensure_ascii=False).encode(),
    }
    made_at = datetime.combine(report.as_of, time(), UTC)
    return pdf(virtual, words=" ".join(_texts(content)), made_at=made_at)


def _content(report: EvidenceReport, language: str) -> dict[str, Any]:
    def said(value: object) -> dict[str, Any]:
        text = clean(show(value, language))
        return {"text": text, "rtl": reads_from_the_right(text)}

    return {
        "language": language,
        "fonts": {"display": _fonts(Family.DISPLAY), "text": _fonts(Family.TEXT)},
        "colours": {"ink": LIGHT.ink, "soft": LIGHT.soft, "line": LIGHT.line},
        "document_title": clean(say("Evidence and validation report: {title}", title=report.title).text(language)),
        "kicker": said(say("Evidence and validation report")),
        "title": said(report.title),
        "by": said(report.by),
        "lead": said(report.lead),
        "facts": [[said(name), said(value)] for name, value in report.facts],
        "there": say("There", context="evidence").text(language),
        "missing": say("Missing", context="evidence").text(language),
        "piece": say("Piece").text(language),
        "says": say("What it shows").text(language),
        "page": say("Page").text(language),
        "chapters": [
            {
                "heading": said(chapter.heading),
                "rows": [
                    {"name": said(row.name), "there": row.there, "lines": [said(line) for line in row.lines]}
                    for row in chapter.rows
                ],
            }
            for chapter in report.chapters
        ],
    }


def _fonts(family: Family) -> list[str]:
    return [str(family), *(name for name, _ in FALLBACKS)]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for inner in value.values() for text in _texts(inner)]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, list) else []
