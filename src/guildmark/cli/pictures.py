"""A picture or a workbook by the ending of the file that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from guildmark.words import Sentence

PICTURE_ENDINGS = (".svg", ".png", ".pdf", ".xlsx")


def pictured(
    path: Path, draw: Callable[[], str], workbook: Callable[[], bytes], title: Sentence, language: str
) -> bytes:
    """The bytes for a path that ends in one of `PICTURE_ENDINGS`: a picture as SVG, PNG or PDF, or the workbook."""
    from guildmark.documents.pictures import svg_to_pdf, svg_to_png

    match path.suffix.lower():
        case ".xlsx":
            return workbook()
        case ".png":
            return svg_to_png(draw())
        case ".pdf":
            return svg_to_pdf(draw(), title.text(language), language)
        case _:
            return draw().encode("utf-8")
