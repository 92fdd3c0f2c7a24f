"""Texts set in lines: wrapped by their true widths, so that nothing overlaps in any language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from guildmark.drawing.svg import Node, clean, node
from guildmark.drawing.theme import LINE_HEIGHT, Size
from guildmark.drawing.typefaces import Face, runs, width

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one face and size, set flush left; `height` is a multiple of the line height."""

    lines: tuple[str, ...]
    face: Face
    size: Size
    leading: int

    @property
    def height(self) -> int:
        """From the top of the first line to the bottom of the last, in pixels."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """The width of the longest line, in pixels."""
        return max((width(line, self.face, self.size) for line in self.lines), default=0)

    def draw(self, x: float, y: float, fill: str, anchor: str = "start") -> list[Node]:
        """The lines with the top of the first at `y`."""
        baseline = y + (self.leading + self.size * 0.7) / 2
        return [
            line_of(line, x, baseline + at * self.leading, self.face, size=self.size, fill=fill, anchor=anchor)
            for at, line in enumerate(self.lines)
        ]


def block(text: str, face: Face, size: Size, room: float, *, most: int | None = None) -> Block:
    """`text` wrapped into `room` pixels; with `most`, the rest beyond so many lines gives way to an ellipsis."""
    lines = tuple(wrapped(text, face, size, room))
    if most is not None and len(lines) > most:
        last = lines[most - 1]
        while last and width(last + ELLIPSIS, face, size) > room:
            last = last[:-1]
        lines = (*lines[: most - 1], last.rstrip() + ELLIPSIS)
    return Block(lines, face, size, LINE_HEIGHT[size])


def line_of(
    text: str,
    x: float,
    baseline: float,
    face: Face,
    *,
    size: float,
    fill: str,
    anchor: str = "start",
    spacing: float = 0,
) -> Node:
    """One line of text on its baseline."""
    text = clean(text)
    parts = runs(text, face)
    inside: list[Node | str] = [text]
    if any(family != face.family for family, _ in parts):
        # A renderer that lacks one sign gives up on its whole run: each run names the family that has its letters.
        inside = [
            run if family == face.family else node("tspan", run, font_family=f"'{family}', sans-serif")
            for family, run in parts
        ]
    return node(
        "text",
        *inside,
        x=x,
        y=baseline,
        font_family=face.family.stack,
        font_weight=face.weight if face.weight != 400 else None,
        font_size=size,
        fill=fill,
        text_anchor=None if anchor == "start" else anchor,
        letter_spacing=spacing or None,
    )


def wrapped(text: str, face: Face, size: float, room: float) -> Iterator[str]:
    """The lines of `text`, none wider than `room` where its letters can be parted at all."""
    for paragraph in text.splitlines() or [""]:
        yield from _paragraph(paragraph, face, size, room)


_BREAKABLE = re.compile(r"(\s*)((?:[^\s/-]|[/-](?=[\d/-]))*[/-]*)")
"""A piece of a line with the space before it: up to a space, or to a hyphen or slash between words."""


def _paragraph(text: str, face: Face, size: float, room: float) -> Iterator[str]:
    line = ""
    for space, word in _BREAKABLE.findall(text.strip()):
        longer = f"{line}{' ' if space else ''}{word}"
        if width(longer, face, size) <= room:
            line = longer
            continue
        if line:
            yield line
        *full, line = _parts(word, face, size, room)
        yield from full
    if line:
        yield line


def _parts(word: str, face: Face, size: float, room: float) -> list[str]:
    """A word cut into pieces that fit, with a hyphen between letters of an alphabet."""
    if width(word, face, size) <= room:
        return [word]
    parts, part = [], ""
    clusters = list(_clusters(word))
    for at, cluster in enumerate(clusters):
        hyphen = "-" if part[-1:].isalpha() and cluster[0].isalpha() and ord(cluster[0]) < 0x2E80 else ""
        ends_here = at == len(clusters) - 1
        following = "" if ends_here else "-"
        if part and width(part + cluster + following, face, size) > room:
            parts.append(part + hyphen)
            part = ""
        part += cluster
    return [*parts, part]


def _clusters(word: str) -> Iterator[str]:
    """Letters with the marks that stand on them."""
    cluster = ""
    for letter in word:
        if cluster and not (unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Mn", "Mc"}):
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster
