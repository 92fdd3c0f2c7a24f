"""The files of a record: the signed document, the badge with it baked in, the certificate with it attached."""

from __future__ import annotations

import io
from typing import Any

import segno
from django.http import Http404

from guildmark.credentials.baking import bake_png, bake_svg
from guildmark.documents.certificate import Attachment, certificate_pdf
from guildmark.documents.pictures import svg_to_png
from guildmark.drawing.badge import SIDE, badge_svg
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.issuing.selectors import signed_bytes, verification_of

ENDINGS = ("json", "png", "svg", "pdf")
FOOT = 144


def file_of(record: IssuedRecord, ending: str, language: str, url: str | None = None) -> bytes:
    """The record as one of ENDINGS; `url` is where it is shown, and stands on PDF and PNG as a QR code."""
    signed = signed_bytes(record)
    if ending not in ENDINGS or not signed:
        raise Http404
    if ending == "json":
        return signed
    contents: dict[str, Any] = dict(verification_of(record).record)
    text = signed.decode("utf-8").strip()
    if ending == "pdf":
        plain = text.startswith("{")
        attached = Attachment(
            "record.json" if plain else "record.jwt", "application/vc" if plain else "application/vc+jwt", signed
        )
        return certificate_pdf(contents, language, url, attachment=attached)
    badge = badge_svg(contents, language)
    if ending == "svg":
        return bake_svg(badge.encode(), text)
    return bake_png(svg_to_png(with_code(badge, url) if url else badge, 2 * SIDE), text)


def with_code(badge: str, url: str) -> str:
    """The badge on a white foot with a QR code that leads to `url`."""
    drawn = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        drawn, kind="svg", border=0, dark="#17171c", xmldecl=False, svgns=True, omitsize=True
    )
    side = FOOT - 32
    inner = badge[badge.index("<svg") :]
    code = drawn.getvalue().decode().replace("<svg", f'<svg x="16" y="{SIDE + 16}" width="{side}" height="{side}"', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE + FOOT}" '
        f'viewBox="0 0 {SIDE} {SIDE + FOOT}">'
        f'<rect width="{SIDE}" height="{SIDE + FOOT}" fill="#ffffff"/>{inner}{code}</svg>'
    )
