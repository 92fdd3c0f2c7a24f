"""Pictures in other formats: the right size, the shipped fonts, the same every time."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from defusedxml import DTDForbidden
from pypdf import PdfReader

from guildmark.documents.pictures import svg_to_pdf, svg_to_png
from guildmark.drawing.badge import badge_svg
from guildmark.drawing.matrix import matrix_svg
from guildmark.errors import GuildmarkError
from tests.documents.records import RECORD
from tests.drawing.examples import country_matrix

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


@pytest.mark.parametrize("width", [64, 400, 1280])
def test_a_png_is_as_wide_as_asked(width):
    assert size(svg_to_png(badge_svg(RECORD), width)) == (width, width)


@pytest.mark.parametrize("width", [0, 100_000])
def test_a_width_beyond_reason_is_refused(width):
    with pytest.raises(ValueError, match="pixels wide"):
        svg_to_png(badge_svg(RECORD), width)


def test_a_pdf_holds_its_text_its_title_and_its_language():
    document = PdfReader(io.BytesIO(svg_to_pdf(matrix_svg(country_matrix(3), "de"), "Matrix", "de", made_at=NOON)))
    assert len(document.pages) == 1
    assert document.metadata.title == "Matrix"
    assert document.trailer["/Root"]["/Lang"] == "de"
    assert "Steuerung" in document.pages[0].extract_text()


def test_only_the_shipped_fonts_are_embedded():
    document = PdfReader(io.BytesIO(svg_to_pdf(matrix_svg(country_matrix(3)), "Matrix", made_at=NOON)))
    fonts = document.pages[0]["/Resources"]["/Font"].values()
    names = {str(font.get_object()["/BaseFont"]) for font in fonts}
    assert all("Jost" in name or "Atkinson" in name for name in names)


def test_the_same_picture_gives_the_same_bytes():
    svg = matrix_svg(country_matrix(4))
    assert svg_to_pdf(svg, "x", made_at=NOON) == svg_to_pdf(svg, "x", made_at=NOON)
    assert svg_to_png(svg) == svg_to_png(svg)


def test_letters_without_a_font_are_refused():
    with pytest.raises(GuildmarkError):
        svg_to_png(badge_svg(RECORD | {"title": "\U00012000"}))


@pytest.mark.parametrize("name", ["علي", "x\u0302", "👩\u200d👩\u200d👧"])
def test_a_letter_drawn_with_several_marks_is_no_reason_to_fail(name):
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><title>t</title><desc>d</desc>'
        f'<text x="10" y="40" font-family="Noto Sans Arabic" font-size="20">{name}</text></svg>'
    )
    page = svg_to_pdf(picture, "Title", "en", made_at=NOON)
    assert page == svg_to_pdf(picture, "Title", "en", made_at=NOON)
    root = PdfReader(io.BytesIO(page)).trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("said", ["Žofie 🙂 " * 9_000, "🙂" * 40_000])
def test_a_description_longer_than_a_pdf_takes_is_cut(said):
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><title>Finding</title>'
        f'<desc>{said}</desc><text x="10" y="40" font-family="Jost" font-size="20">Ann</text></svg>'
    )
    assert len(PdfReader(io.BytesIO(svg_to_pdf(picture, "Title", "en", made_at=NOON))).pages) == 1


def test_what_is_no_picture_of_ours_is_refused():
    with pytest.raises(ValueError, match="viewBox"):
        svg_to_png("<svg xmlns='http://www.w3.org/2000/svg'/>")
    with pytest.raises(DTDForbidden):
        svg_to_png(
            '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">&a;</svg>'
        )
