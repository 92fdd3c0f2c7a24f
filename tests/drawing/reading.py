"""Reading a picture back: where its texts are, how wide they run, what it says to who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from guildmark.drawing.packing import Box
from guildmark.drawing.typefaces import Face, Family, width

SVG = "{http://www.w3.org/2000/svg}"


def root(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def said(svg: str) -> tuple[str, str]:
    """Title and description."""
    picture = root(svg)
    return picture.findtext(f"{SVG}title") or "", picture.findtext(f"{SVG}desc") or ""


@dataclass(frozen=True)
class Line:
    text: str
    box: Box


def upright_lines(svg: str) -> list[Line]:
    """Every line of text with the box that its letters fill; turned texts are left out."""
    return list(_lines(root(svg)))


def _lines(element: ET.Element):
    for child in element:
        if "rotate" in child.get("transform", ""):
            continue
        if child.tag == f"{SVG}text":
            yield _line(child)
        else:
            yield from _lines(child)


def _line(element: ET.Element) -> Line:
    text = "".join(element.itertext())
    family = next(known for known in Family if known in element.get("font-family", ""))
    size = float(element.get("font-size", "0"))
    run = width(text, Face(family, int(element.get("font-weight", "400"))), size)
    run += len(text) * float(element.get("letter-spacing", "0"))
    x, baseline = float(element.get("x", "0")), float(element.get("y", "0"))
    x -= {"middle": run / 2, "end": run}.get(element.get("text-anchor", ""), 0)
    # Between the height of a small letter and the foot of a descender nothing else may be written.
    return Line(text, Box(x, baseline - size * 0.5, run, size * 0.6))


def overlapping(lines: list[Line]) -> list[tuple[str, str]]:
    """Pairs of texts that are written over each other."""
    ordered = sorted(lines, key=lambda line: line.box.y)
    found = []
    for at, line in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.box.y >= line.box.bottom:
                break
            if line.box.overlaps(other.box):
                found.append((line.text, other.text))
    return found
