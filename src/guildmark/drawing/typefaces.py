"""The typefaces that ship with the package, and how a text finds the one that has its letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import uharfbuzz as hb

FALLBACKS: tuple[tuple[str, str], ...] = (
    ("Noto Sans", "noto-sans"),
    ("Noto Sans Hebrew", "noto-sans-hebrew"),
    ("Noto Sans Arabic", "noto-sans-arabic"),
    ("Noto Sans Georgian", "noto-sans-georgian"),
    ("Noto Sans Armenian", "noto-sans-armenian"),
    ("Guildmark Han", "guildmark-han"),
    ("Noto Sans Math", "noto-sans-math"),
    ("Noto Sans Symbols", "noto-sans-symbols"),
    ("Noto Sans Symbols 2", "noto-sans-symbols-2"),
    ("Noto Emoji", "noto-emoji"),
)
"""Families for the letters that the first two have not, in the order in which they are asked."""

INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
"""Characters that no font has to draw: joiners, direction marks, soft hyphens."""


class Family(StrEnum):
    """The two families: display for titles and headings, text for everything else."""

    DISPLAY = "Jost"
    TEXT = "Atkinson Hyperlegible Next"

    @property
    def stem(self) -> str:
        """How the family's font files begin."""
        return "jost" if self is Family.DISPLAY else "atkinson-hyperlegible-next"

    @property
    def stack(self) -> str:
        """The value of `font-family` in SVG; letters that the family lacks name theirs themselves (`runs`)."""
        return f"'{self}', sans-serif"


@dataclass(frozen=True, slots=True)
class Face:
    """A family in one of its two weights: 400 or 600."""

    family: Family
    weight: int = 400


TEXT = Face(Family.TEXT)
STRONG = Face(Family.TEXT, 600)
HEADING = Face(Family.DISPLAY, 600)
LABEL = Face(Family.DISPLAY)


def font_folder() -> Path:
    """The folder of the font files, for the PDF engine and for the web's static files."""
    return Path(str(files("guildmark.drawing") / "fonts"))


def missing_letters(text: str) -> str:
    """The characters of `text`, each once, that none of the shipped fonts can draw."""
    chains = [_chain(Face(family)) for family in Family]
    return "".join(
        dict.fromkeys(
            letter
            for letter in text
            if letter not in INVISIBLE
            and not letter.isspace()
            and not any(ord(letter) in font.letters for chain in chains for font in chain)
        )
    )


@lru_cache(maxsize=8192)
def width(text: str, face: Face, size: float) -> float:
    """The width of one line of `text` in pixels at `size` pixels, shaped and kerned as it will be drawn."""
    return sum(font.advance(run) for font, run in _runs(text, face)) * size


@lru_cache(maxsize=8192)
def runs(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """The text in runs of one font, each with the name of the family that draws it."""
    return tuple((font.family, run) for font, run in _runs(text, face))


@dataclass(frozen=True, slots=True)
class _Font:
    """One font file, ready to shape."""

    family: str
    font: hb.Font
    letters: frozenset[int]
    units: int

    def advance(self, run: str) -> float:
        """How far `run` moves the pen, in ems."""
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer)
        positions = buffer.glyph_positions or ()
        return float(sum(position.x_advance for position in positions)) / self.units


def _runs(text: str, face: Face) -> Iterator[tuple[_Font, str]]:
    """The text cut where the font changes; a letter that no font has goes to the first."""
    chain = _chain(face)
    current, run = chain[0], ""
    for letter in text:
        fitting = _font_of(letter, current, chain)
        if fitting is not current and run:
            yield current, run
            run = ""
        current, run = fitting, run + letter
    if run:
        yield current, run


def _font_of(letter: str, current: _Font, chain: tuple[_Font, ...]) -> _Font:
    """The first font that has the letter; marks, spaces and punctuation stay with what stands before them."""
    if letter in INVISIBLE:
        return current
    code = ord(letter)
    if code in current.letters and not letter.isalnum():
        return current
    return next((font for font in chain if code in font.letters), chain[0])


@lru_cache(maxsize=8)
def _chain(face: Face) -> tuple[_Font, ...]:
    files_of = [(str(face.family), face.family.stem), *FALLBACKS]
    return tuple(_load(family, stem, face.weight) for family, stem in files_of)


@lru_cache(maxsize=32)
def _load(family: str, stem: str, weight: int) -> _Font:
    path = font_folder() / f"{stem}-{weight}.ttf"
    if not path.is_file():
        path = font_folder() / f"{stem}-400.ttf"
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    return _Font(family, hb.Font(face), frozenset(face.unicodes), face.upem)
