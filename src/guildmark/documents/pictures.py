"""Pictures in other formats: an SVG of ours as PNG or as one-page PDF, with the shipped fonts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from defusedxml.ElementTree import fromstring

from guildmark.documents.typesetting import pdf, png

WIDEST = 8000
"""The widest PNG, in pixels; a picture of 1280 is sharp on paper at three times its width."""

LONGEST_ALTERNATIVE = 16_000
"""As much of an alternative text as PDF/A takes in one string, in UTF-16 units: 32,767 bytes."""

_SVG = "{http://www.w3.org/2000/svg}"
_PAGE = b"""
#let about = json("about.json")
#set document(title: about.title, date: auto)
#set text(lang: about.language)
#set page(width: about.width * 1pt, height: about.height * 1pt, margin: 0pt, fill: rgb(about.ground))
#image("picture.svg", width: 100%, height: 100%, alt: about.alternative)
"""


def svg_to_png(svg: str, width: int = 1280) -> bytes:
    """A picture as PNG, `width` pixels wide and as high as its shape asks.

    The SVG is one that `guildmark.drawing` made: with a viewBox, without anything from outside.
    """
    if not 1 <= width <= WIDEST:
        raise ValueError(f"a PNG is 1 to {WIDEST} pixels wide")
    picture = _Picture.read(svg)
    return png(picture.files("", "en"), words=picture.words, pixels_per_inch=72 * width / picture.width)


def svg_to_pdf(svg: str, title: str, language: str = "en", *, made_at: datetime | None = None) -> bytes:
    """A picture as one tagged page (PDF/A-3a and PDF/UA-1) of its own size, a CSS pixel a point.

    With letters that take several glyphs, such as an Arabic yeh, the engine can keep PDF/A-3b only.
    What the picture's title and description say becomes its alternative text. `made_at` is
    written into the file: now, unless given; the same input with the same `made_at` gives the same bytes.
    """
    picture = _Picture.read(svg)
    return pdf(picture.files(title, language), words=f"{picture.words} {title}", made_at=made_at or datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class _Picture:
    """What the page has to know about an SVG."""

    svg: str
    width: float
    height: float
    alternative: str
    words: str
    ground: str
    """The colour of the sheet, so that a last row of pixels that it covers in part is of one colour with it."""

    @classmethod
    def read(cls, svg: str) -> _Picture:
        root = fromstring(svg, forbid_dtd=True)
        box = [float(value) for value in root.get("viewBox", "").split()]
        if root.tag != f"{_SVG}svg" or len(box) != 4:
            raise ValueError("a picture is an SVG with a viewBox")
        said = [root.findtext(f"{_SVG}{name}") or "" for name in ("title", "desc")]
        words = "".join(root.itertext())
        sheet = root.find(f"{_SVG}rect")
        ground = sheet.get("fill") if sheet is not None else None
        return cls(svg, box[2], box[3], "\n".join(filter(None, said)), words, ground or "#ffffff")

    def files(self, title: str, language: str) -> dict[str, bytes]:
        about = {
            "title": title,
            "language": language.split("-", maxsplit=1)[0],
            "width": self.width,
            "height": self.height,
            "ground": self.ground,
            "alternative": _within(self.alternative, LONGEST_ALTERNATIVE),
        }
        return {
            "main.typ": _PAGE,
            "about.json": json.dumps(about, ensure_ascii=False).encode(),
            "picture.svg": self.svg.encode(),
        }


def _within(text: str, units: int) -> str:
    """The text, or its beginning up to a space and an ellipsis where it has more UTF-16 units."""
    written = text.encode("utf-16-le")
    if len(written) <= 2 * units:
        return text
    kept = written[: 2 * (units - 1)].decode("utf-16-le", "ignore")
    return f"{kept.rpartition(' ')[0] or kept}…"
