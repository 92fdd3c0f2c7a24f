"""Which documents are kept: their size, what they are by their content, and that they carry no macros."""

from __future__ import annotations

import io
import zipfile
from typing import NoReturn

from django.utils.http import content_disposition_header

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import Listing, Sentence, say

LARGEST = 10_000_000
MOST_PARTS = 5_000
LONGEST_INDEX = 1_000_000

ENDINGS = {"pdf": ("pdf",), "png": ("png",), "jpeg": ("jpg", "jpeg"), "docx": ("docx",), "odt": ("odt",),
           "xlsx": ("xlsx",)}  # fmt: skip
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
}
_MAGIC = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_OFFICE = {b"wordprocessingml.document.main+xml": "docx", b"spreadsheetml.sheet.main+xml": "xlsx"}


def kind_of(data: bytes, filename: str) -> str:
    """The kind of a document, by what is in it; a fault where it is none that is kept.

    The ending of the name has to agree, so that nobody opens one thing as another.
    """
    if len(data) > LARGEST:
        refuse_size()
    if not data:
        raise GuildmarkError(_fault("empty", say("The document is empty.")))
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    if kind is None and data.startswith(b"PK\x03\x04"):
        kind = _packed(data)
    if kind is None or filename.rsplit(".", 1)[-1].lower() not in ENDINGS[kind]:
        kinds = Listing.of([one.upper() for one in ENDINGS])
        raise GuildmarkError(
            _fault("kind", say("“{name}” cannot be kept here. These kinds can: {kinds}.", name=filename[:80],
                               kinds=kinds))
        )  # fmt: skip
    return kind


def refuse_size() -> NoReturn:
    """Says how big a document may be."""
    raise GuildmarkError(
        _fault("too_large", say("The document has more than 10 MB. Make its pictures smaller, or link to it."))
    )


def _packed(data: bytes) -> str | None:
    """An office document by its index; nothing else of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = [one.filename.lower() for one in packed.infolist()[: MOST_PARTS + 1]]
            if len(names) > MOST_PARTS:
                return None
            if _macros(names):
                raise GuildmarkError(_macro_fault())
            if "mimetype" in names:
                odt = _read(packed, "mimetype") == MEDIA_TYPES["odt"].encode()
                return "odt" if odt else None
            index = _read(packed, "[Content_Types].xml")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return None
    if b"macroEnabled" in index or b"vbaProject" in index:
        raise GuildmarkError(_macro_fault())
    return next((kind for mark, kind in _OFFICE.items() if mark in index), None)


def _read(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as part:
        return part.read(LONGEST_INDEX)


def _macros(names: list[str]) -> bool:
    return any(
        name.endswith("vbaproject.bin") or "/macrosheets/" in name or name.startswith(("basic/", "scripts/"))
        for name in names
    )


def _macro_fault() -> Fault:
    return _fault("macros", say("The document has macros. Save it without them, or as PDF."))


def _fault(what: str, sentence: Sentence) -> Fault:
    return Fault(f"recognition.document.{what}", sentence, Place(path="/document"))


def attachment(filename: str) -> str:
    """The Content-Disposition of a download with this name, whatever letters it has."""
    return content_disposition_header(as_attachment=True, filename=filename) or "attachment"
