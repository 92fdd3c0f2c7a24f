"""A workbook looked through before it is trusted: every part unpacked under a cap, every element counted.

What openpyxl later parses is a fresh archive that holds only the parts that were counted here, so
that no part with two entries, a lying size or a document type definition reaches it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.spreadsheets.limits import SpreadsheetLimits
from guildmark.words import say

_CHUNK = 1 << 16
_XML_NAMES = (".xml", ".rels", ".vml")
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_KEPT_UNCOMPUTED = 1_000
_ENCRYPTED_FLAG = 0x1
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384


@dataclass(frozen=True, slots=True)
class InspectedWorkbook:
    """A workbook that may be parsed: `content` without macros, pictures and anything else but XML.

    `uncomputed` names, part by part, the cells whose formula has no stored result ("B3").
    """

    content: io.BytesIO
    uncomputed: dict[str, frozenset[str]]


@dataclass(slots=True)
class _Counts:
    """What all parts of one workbook have come to so far."""

    unpacked_bytes: int = 0
    elements: int = 0
    cells: int = 0


def inspect_workbook(data: bytes, filename: str, limits: SpreadsheetLimits) -> InspectedWorkbook:
    """Unpacks a workbook under the caps of `limits`; GuildmarkError where it is none or goes beyond them."""
    counts = _Counts()
    uncomputed: dict[str, frozenset[str]] = {}
    content = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(content, "w") as checked:
            for entry in _entries(source, filename, limits):
                part = _unpack(source, entry, counts, filename, limits)
                if entry.filename.lower().endswith(_XML_NAMES):
                    inspection = _PartInspection(filename, counts, limits)
                    inspection.run(part)
                    uncomputed[entry.filename] = frozenset(inspection.uncomputed)
                    checked.writestr(entry.filename, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as reason:
        raise GuildmarkError(unreadable(filename)) from reason
    return InspectedWorkbook(content, uncomputed)


def unreadable(filename: str) -> Fault:
    """The fault of a file that calls itself a workbook and cannot be read as one."""
    return Fault(
        "spreadsheet.file.unreadable",
        say(
            "{file} is not a workbook that can be read: it is damaged, or another kind of file. "
            "Save it again as .xlsx in your spreadsheet program.",
            file=filename,
        ),
        Place(file=filename),
        accepted=(".xlsx", ".csv"),
    )


def too_much(filename: str) -> Fault:
    """The fault of a workbook whose content goes beyond the limits."""
    return Fault(
        "spreadsheet.file.too_much",
        say(
            "{file} unpacks to more than can be read. Copy the rows that matter into a new workbook and save that.",
            file=filename,
        ),
        Place(file=filename),
    )


def macros(filename: str) -> Fault:
    """The fault of a workbook that carries programs."""
    return Fault(
        "spreadsheet.file.macros",
        say(
            "{file} has macros, and programs are not taken. "
            "Save it without them, as .xlsx, in your spreadsheet program.",
            file=filename,
        ),
        Place(file=filename),
        accepted=(".xlsx", ".csv"),
    )


def _entries(source: zipfile.ZipFile, filename: str, limits: SpreadsheetLimits) -> Iterator[zipfile.ZipInfo]:
    entries = source.infolist()
    if len(entries) > limits.parts:
        raise GuildmarkError(too_much(filename))
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries) or len({e.filename for e in entries}) < len(entries):
        raise GuildmarkError(unreadable(filename))
    if any(_is_program(entry.filename.lower()) for entry in entries):
        raise GuildmarkError(macros(filename))
    return iter(entries)


def _is_program(part: str) -> bool:
    return part.endswith("vbaproject.bin") or "/macrosheets/" in part or "/activex/" in part


def _unpack(
    source: zipfile.ZipFile, entry: zipfile.ZipInfo, counts: _Counts, filename: str, limits: SpreadsheetLimits
) -> bytes:
    unpacked = bytearray()
    with source.open(entry) as part:
        while chunk := part.read(_CHUNK):
            counts.unpacked_bytes += len(chunk)
            if counts.unpacked_bytes > limits.unpacked_bytes:
                raise GuildmarkError(too_much(filename))
            unpacked += chunk
    return bytes(unpacked)


@dataclass(slots=True)
class _PartInspection:
    """One part read from end to end, keeping nothing but counts and the formulas without a result."""

    filename: str
    counts: _Counts
    limits: SpreadsheetLimits
    uncomputed: set[str] = field(default_factory=set)
    depth: int = 0
    width: int = 0
    cell: str = ""
    has_formula: bool = False
    has_value: bool = False
    in_value: bool = False

    def run(self, part: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._read
        try:
            parser.Parse(part, True)
        except expat.ExpatError as reason:
            raise GuildmarkError(unreadable(self.filename)) from reason

    def _refuse_doctype(self, *declaration: object) -> None:
        raise GuildmarkError(unreadable(self.filename))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.counts.elements += 1
        if self.depth > self.limits.depth or self.counts.elements > self.limits.elements:
            raise GuildmarkError(too_much(self.filename))
        match name.rpartition(":")[2]:
            case "row":
                self.width = 1
                self._check_row(attributes.get("r", "1"))
            case "c":
                # A formula of text may come to no text at all; any other without a value was never computed.
                self.cell, self.has_formula = attributes.get("r", ""), False
                self.has_value = attributes.get("t") == "str"
                self.width = max(self.width, self._column())
            case "f":
                self.has_formula = True
            case "v":
                self.in_value = True

    def _end(self, name: str) -> None:
        self.depth -= 1
        match name.rpartition(":")[2]:
            case "row":
                self.counts.cells += self.width
                if self.counts.cells > self.limits.cells:
                    raise GuildmarkError(too_much(self.filename))
            case "v":
                self.in_value = False
            case "c" if self.has_formula and not self.has_value and len(self.uncomputed) < _KEPT_UNCOMPUTED:
                self.uncomputed.add(self.cell)

    def _read(self, text: str) -> None:
        self.has_value = self.has_value or self.in_value

    def _column(self) -> int:
        """The number of the current cell's column, from 1; the next one where the cell does not say."""
        reference = _REFERENCE.fullmatch(self.cell)
        if not reference:
            return self.width + 1
        self._check_row(reference[2])
        column = 0
        for letter in reference[1].upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        if column > _LAST_COLUMN:
            raise GuildmarkError(unreadable(self.filename))
        return column

    def _check_row(self, number: str) -> None:
        if not (number.isascii() and number.isdigit() and 0 < int(number[:8]) <= _LAST_ROW):
            raise GuildmarkError(unreadable(self.filename))
