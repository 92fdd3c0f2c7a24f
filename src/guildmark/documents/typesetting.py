"""The PDF engine: Typst, fed from memory, with the shipped fonts and no others unless a letter is missing."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Literal

import typst

from guildmark.drawing.typefaces import font_folder, missing_letters
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

PdfStandards = tuple[Literal["a-3a", "a-3b", "ua-1"], ...]
PDF_STANDARDS: PdfStandards = ("a-3a", "ua-1")
"""Archivable with attachments (PDF/A-3a) and accessible (PDF/UA-1)."""
PICTURED_LETTERS: PdfStandards = ("a-3b",)
"""What is kept where the engine draws one letter of an SVG with several glyphs (the dots of an Arabic yeh,
a combining accent) and gives only the first of them its character, which PDF/A-3a and PDF/UA-1 refuse."""


def pdf(files: Mapping[str, bytes], *, words: str, made_at: datetime) -> bytes:
    """The document that `main.typ` among `files` describes, as tagged PDF; the same input gives the same bytes.

    Where an SVG's letters cannot be told from their glyphs it is PDF/A-3b, tagged all the same.
    `words` is every text that is set, so that letters without a shipped font are found before a
    box stands for them. `made_at` is written into the file (PDF/A asks for a date).
    """
    try:
        return _compile(files, words, "pdf", made_at=made_at)
    except typst.TypstError as reason:
        if _WITHOUT_CHARACTER not in str(reason):
            raise
        return _compile(files, words, "pdf", made_at=made_at, standards=PICTURED_LETTERS)


_WITHOUT_CHARACTER = "missing codepoints"


def png(files: Mapping[str, bytes], *, words: str, pixels_per_inch: float) -> bytes:
    """The one page that `main.typ` among `files` describes, as PNG."""
    return _compile(files, words, "png", pixels_per_inch=pixels_per_inch)


def _compile(
    files: Mapping[str, bytes],
    words: str,
    form: Literal["pdf", "png"],
    *,
    made_at: datetime | None = None,
    pixels_per_inch: float | None = None,
    standards: PdfStandards = PDF_STANDARDS,
) -> bytes:
    beyond = missing_letters(words)
    if beyond and not _system_has(beyond):
        raise GuildmarkError(_unwritable(beyond))
    made = _run(
        files,
        form,
        with_system=bool(beyond),
        made_at=made_at,
        pixels_per_inch=pixels_per_inch,
        standards=standards,
    )
    if not isinstance(made, bytes):
        raise ValueError("a picture is one page")
    return made


def _run(
    files: Mapping[str, bytes],
    form: Literal["pdf", "png"],
    *,
    with_system: bool,
    made_at: datetime | None = None,
    pixels_per_inch: float | None = None,
    standards: PdfStandards = PDF_STANDARDS,
) -> object:
    with warnings.catch_warnings():
        # A family of our stack that the system does not have is no news: the next one is asked.
        warnings.simplefilter("ignore", typst.TypstWarning)
        made: object = typst.compile(  # type: ignore[call-overload]  # the stubs lack the dictionary of virtual files
            dict(files),
            format=form,
            ppi=pixels_per_inch,
            font_paths=_fonts(with_system=with_system),
            ignore_system_fonts=not with_system,
            pdf_standards=list(standards) if form == "pdf" else [],
            timestamp=int(made_at.timestamp()) if made_at else 0,
        )
    return made


_PROBE = b"""
#set document(title: "probe", date: auto)
#set text(font: "Jost")
#read("letters.txt")
"""


@lru_cache(maxsize=256)
def _system_has(letters: str) -> bool:
    """Whether fonts of this computer draw the letters: archivable PDF refuses a text with a letter that none has."""
    try:
        _run({"main.typ": _PROBE, "letters.txt": letters.encode()}, "pdf", with_system=True)
    except (typst.TypstError, UnicodeEncodeError):
        return False
    return True


@lru_cache(maxsize=2)
def _fonts(*, with_system: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=with_system, include_embedded_fonts=False, font_paths=[str(font_folder())])


def _unwritable(letters: str) -> Fault:
    return Fault(
        "document.letters.missing",
        say(
            "No font here has these characters: {letters}. Install a font for their script on this computer, "
            "or write the text in other letters.",
            letters=" ".join(letters[:20]),
        ),
        found=letters[:20],
    )
