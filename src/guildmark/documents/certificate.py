"""The certificate: a poster that shows the award, and the 16 standard elements on its back."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import segno
from babel import Locale, UnknownLocaleError

from guildmark.documents.elements import (
    Record,
    Row,
    Speaker,
    element_lines,
    element_rows,
    issued_on,
    many,
    reads_from_the_right,
)
from guildmark.documents.typesetting import pdf
from guildmark.drawing.badge import three_shapes
from guildmark.drawing.svg import clean, node, picture
from guildmark.drawing.theme import LIGHT
from guildmark.drawing.typefaces import FALLBACKS, Family
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Listing, say, show

LONGEST_ON_FRONT = 240
"""More characters than this of a name or title stand only on the back."""

LONGEST_ADDRESS_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Attachment:
    """The signed record that travels inside the PDF."""

    filename: str
    media_type: str
    content: bytes


def certificate_pdf(
    record: Mapping[str, Any],
    language: str = "en",
    url: str | None = None,
    *,
    made_at: datetime | None = None,
    attachment: Attachment | None = None,
) -> bytes:
    """The certificate of a record (the `record` of docs/cli.md) as tagged PDF (PDF/A-3a and PDF/UA-1).

    The QR code and the address stand on it only where `url` (http or https) is given. `made_at` is
    the date in the file: the day of issuing, unless given, so that the same record gives the same bytes.
    """
    if url is not None:
        _check_address(url)
    language = _known(language)
    content = _cleaned(_content(record, language, url) | {"attachment": _attached(attachment, language)})
    virtual = {
        "main.typ": (files("guildmark.documents") / "certificate.typ").read_bytes(),
        "content.json": json.dumps(content, ensure_ascii=False).encode(),
        "shapes.svg": _shapes().encode(),
    }
    if url is not None:
        virtual["code.svg"] = _code(url)
    if attachment is not None:
        virtual["attachment"] = attachment.content
    moment = made_at or issued_on(record) or datetime(1970, 1, 1, tzinfo=UTC)
    return pdf(virtual, words=_all_texts(content), made_at=moment)


def _content(record: Record, language: str, url: str | None) -> dict[str, Any]:
    """Every word of both pages; the page itself (certificate.typ) holds none."""
    speaker = Speaker(language, record.get("language"))
    title = speaker.text(record.get("title") or say("Micro-credential").text(language))
    identified = record.get("learner_identification")
    learner = str(identified.get("name") or "") if isinstance(identified, Mapping) else ""
    bodies = show(Listing.of(speaker.bodies(record.get("awarding_body") or [])), language)
    return {
        "language": language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0],
        "fonts": {"display": _fonts(Family.DISPLAY), "text": _fonts(Family.TEXT)},
        "colours": {"ink": LIGHT.ink, "soft": LIGHT.soft, "line": LIGHT.line},
        "document_title": say("Micro-credential “{title}”", title=title).text(language),
        "shapes_said": say("A triangle, a square and a circle.").text(language),
        "kind": _said(say("Micro-credential").text(language)),
        "shows_that": _said(say("This is to show that").text(language)),
        "learner": _said(_front(learner)),
        "has_earned": _said(say("has earned the micro-credential").text(language)),
        "title": _said(_front(title)),
        "facts": _said(_facts(record, speaker)),
        "bodies": _said(bodies),
        "place_and_date": _said(_place_and_date(record, speaker)),
        "url": url,
        "url_shown": url if url is None or len(url) <= LONGEST_ADDRESS_SHOWN else f"{url[:LONGEST_ADDRESS_SHOWN]}…",
        "url_said": say("The code leads to the record, where anyone can check it.").text(language),
        "code_said": say("QR code with the address {url}", url=url or "").text(language),
        "back_title": _said(title),
        "back_lead": say("What this micro-credential says, by the European standard elements.").text(language),
        "element": say("Element").text(language),
        "says": say("What the record says").text(language),
        "own": say("Added by the issuer").text(language),
        "rows": [_row(row, language) for row in element_rows(record, language)],
        "foot": [_said(line) for line in _foot(record, speaker)],
        "page": say("Page").text(language),
    }


def _row(row: Row, language: str) -> dict[str, Any]:
    silent = say("Not stated") if row.mandatory else say("Not stated (optional)")
    lines = [_said(line) for line in row.lines]
    return {"label": _said(row.label), "lines": lines, "silent": silent.text(language), "standard": row.standard}


def _facts(record: Record, speaker: Speaker) -> str:
    """Workload and level in one line, "100 hours, 4 ECTS · EQF level 6"."""
    facts = list(element_lines("workload", record.get("workload"), speaker))
    if isinstance(level := record.get("level"), Mapping) and level.get("eqf") is not None:
        facts += element_lines("level", {"eqf": level["eqf"]}, speaker)
    return " · ".join(facts)


def _place_and_date(record: Record, speaker: Speaker) -> str:
    places = Listing.of(speaker.place(code) for code in many(record.get("issuer_country") or []))
    moment = issued_on(record)
    if moment is None:
        return show(places, speaker.language) if places.items else ""
    if not places.items:
        return show(moment.date(), speaker.language)
    return say("{place}, {date}", place=places, date=moment.date()).text(speaker.language)


def _foot(record: Record, speaker: Speaker) -> list[str]:
    """Who set the framework, how long it is valid, which record this is, and what the paper is not."""
    language, lines = speaker.language, []
    if authority := record.get("issuing_authority"):
        names = Listing.of(speaker.bodies(authority))
        lines.append(say("Issuing authority: {names}", names=names).text(language))
    if until := issued_on({"date_of_issuing": record.get("valid_until")}):
        lines.append(say("Valid until {date}", date=until.date()).text(language))
    if record.get("id"):
        lines.append(say("Record: {id}", id=record["id"]).text(language))
    lines.append(
        say(
            "The signed record is the original, and the learner owns it. This paper shows it; "
            "only the record can be checked."
        ).text(language)
    )
    return lines


def _attached(attachment: Attachment | None, language: str) -> dict[str, str] | None:
    if attachment is None:
        return None
    description = say("The signed record that this certificate shows.").text(language)
    return {"filename": attachment.filename, "media_type": attachment.media_type, "description": description}


def _said(text: str) -> dict[str, Any]:
    return {"text": text, "rtl": reads_from_the_right(text)}


def _front(text: str) -> str:
    return text if len(text) <= LONGEST_ON_FRONT else text[:LONGEST_ON_FRONT].rstrip() + "…"


def _fonts(family: Family) -> list[str]:
    return [str(family), *(name for name, _ in FALLBACKS)]


def _shapes() -> str:
    """The band of the poster: three shapes from edge to edge on ink."""
    size = 100
    ground = node("rect", width=3 * size, height=size, fill=LIGHT.ink)
    return picture([ground, *three_shapes(size)], width=3 * size, height=size, title="", description="", language="zxx")


def _code(url: str) -> bytes:
    drawn = io.BytesIO()
    try:
        segno.make(url, error="m", micro=False).save(drawn, kind="svg", border=0, dark=LIGHT.ink, xmldecl=False)
    except segno.DataOverflowError as error:
        raise GuildmarkError(_bad_address(url)) from error
    return drawn.getvalue()


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise GuildmarkError(_bad_address(url)) from error
    if parts.scheme not in {"http", "https"} or not parts.netloc or len(url) > 1000 or not url.isprintable():
        raise GuildmarkError(_bad_address(url))


def _bad_address(url: str) -> Fault:
    return Fault(
        "certificate.url.invalid",
        say(
            "“{url}” cannot stand in a QR code: give a web address that begins with https:// and is short.",
            url=url[:80],
        ),
        found=url[:200],
        accepted=("https://…",),
    )


def _known(language: str) -> str:
    """The language, where dates and numbers can be said in it; English otherwise."""
    try:
        Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return "en"
    return language


def _cleaned(value: Any) -> Any:
    """The content without the characters that no page can hold: control characters, halves of pairs."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def _all_texts(value: object) -> str:
    """Every string in the content, for the fonts to be found."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return " ".join(_all_texts(inner) for inner in value.values())
    if isinstance(value, list):
        return " ".join(_all_texts(inner) for inner in value)
    return ""
