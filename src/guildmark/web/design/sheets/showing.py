"""A sheet as the page shows it: values in one language, and beside each what stands in the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guildmark.toolkit.design.reading import is_blank
from guildmark.web.design.sheets.model import Field, Group, Options, Part, Rows, Sheet, home_language, is_object
from guildmark.words import Sentence, Word

SPARE = 1
FOLDED_FROM = 3
"""So many entries are folded, each to a line that says what it is."""


@dataclass(slots=True)
class Shown:
    """A field, a group or rows with their values. `name` is that of the input, `id` its place on the page."""

    kind: str
    name: str
    label: Sentence | None
    hint: Sentence | None = None
    width: str = ""
    value: str = ""
    elsewhere: list[tuple[str, str]] = field(default_factory=list)
    options: list[tuple[str, Word | Sentence | str, bool]] = field(default_factory=list)
    parts: list[Shown] = field(default_factory=list)
    origin: str = ""
    entry: str = ""
    folded: bool = False

    @property
    def id(self) -> str:
        """The anchor that a finding leads to."""
        return f"f-{self.name}"

    @property
    def filled(self) -> bool:
        """A row that stands in the document."""
        return self.origin != ""

    @property
    def entries(self) -> int:
        """How many of the rows stand in the document."""
        return sum(one.filled for one in self.parts)

    @property
    def title(self) -> Word | Sentence | str:
        """What a folded row says of itself: its first text, or the first word chosen in it."""
        for one in self.parts:
            word = next((word for _, word, chosen in one.options if chosen), one.value)
            text = word or next((text for _, text in one.elsewhere), "")
            if text:
                return text
        return self.entry


@dataclass(frozen=True, slots=True)
class _Page:
    """The language of the form, the document it shows, and the rows that get more."""

    language: str
    document: Mapping[str, Any]
    more: str


def shown(sheet: Sheet, document: Mapping[str, Any], language: str, more: str = "") -> list[Shown]:
    """The parts of a sheet; `more` names rows that get two further empty ones."""
    page = _Page(language, document, more)
    return [_show(part, document.get(part.name), part.name, page) for part in sheet.parts]


def unfold(parts: list[Shown], wanted: set[str]) -> None:
    """Opens the rows to which one of these anchors leads."""
    for part in parts:
        for row in part.parts:
            if any(anchor == row.id or anchor.startswith(f"{row.id}.") for anchor in wanted):
                row.folded = False
        unfold(part.parts, wanted)


def anchors(parts: list[Shown]) -> set[str]:
    """Every anchor on the page."""
    return {one.id for one in parts} | {anchor for one in parts for anchor in anchors(one.parts)}


def anchor_of(path: str, known: set[str]) -> str:
    """The anchor nearest to a place in the design (a JSON Pointer); empty where the sheet has none."""
    parts = path.strip("/").split("/")
    for last in range(len(parts), 0, -1):
        anchor = "f-" + ".".join(parts[:last])
        if anchor in known:
            return anchor
    return ""


def _show(part: Part, value: Any, name: str, page: _Page) -> Shown:
    if isinstance(part, Rows):
        return _rows(part, value, name, page)
    if isinstance(part, Group):
        values: Mapping[str, Any] = {}
        if isinstance(value, Mapping) and (not part.plain or is_object(value, part.fields)):
            values = value
        elif part.plain and not is_blank(value):
            values = {part.plain: value}
        made = Shown("group", name, part.label, entry=str(values.get("id") or ""))
        made.parts = [_show(one, values.get(one.name), f"{name}.{one.name}", page) for one in part.fields]
        return made
    return _field(part, value, name, page)


def _rows(part: Rows, value: Any, name: str, page: _Page) -> Shown:
    items = value if isinstance(value, list) else [] if is_blank(value) else [value]
    made = Shown("rows", name, part.label, part.hint)
    spare = SPARE + (2 if page.more == name else 0)
    for number in range(len(items) + spare):
        there = number < len(items)
        row = _show(part.row, items[number] if there else None, f"{name}.{number}", page)
        if row.kind != "group":
            row.width = "full"
            row = Shown("group", row.name, None, parts=[row])
        row.origin = str(number) if there else ""
        made.parts.append(row)
    made.value = str(len(made.parts))
    if not part.of_texts and len(part.fields) > 2 and len(items) >= FOLDED_FROM:
        for row in made.parts[: len(items)]:
            row.folded = True
    return made


def _field(part: Field, value: Any, name: str, page: _Page) -> Shown:
    made = Shown(part.kind, name, part.label, part.hint, part.width)
    match part.kind:
        case "text" | "long":
            texts = _texts(value, home_language(page.document))
            made.value = next((text for tag, text in texts.items() if tag.lower() == page.language.lower()), "")
            made.elsewhere = [(tag, text) for tag, text in texts.items() if tag.lower() != page.language.lower()]
        case "choice" | "checks" | "number" if part.options:
            chosen = [str(one) for one in value] if isinstance(value, list) else [] if value is None else [str(value)]
            made.value = chosen[0] if chosen else ""
            made.options = _options(part.options, chosen, page.document)
        case "lines":
            made.value = "\n".join(str(one) for one in value) if isinstance(value, list) else ""
        case "codes":
            made.value = ", ".join(str(one) for one in value) if isinstance(value, list) else _plain(value)
        case _:
            made.value = _plain(value)
    return made


def _options(
    options: Options | None, chosen: list[str], document: Mapping[str, Any]
) -> list[tuple[str, Word | Sentence | str, bool]]:
    known = list(options(document)) if options else []
    strange = [(one, one) for one in chosen if one not in {key for key, _ in known}]
    return [(key, word, key in chosen) for key, word in (*known, *strange)]


def _texts(value: Any, home: str) -> dict[str, str]:
    if isinstance(value, Mapping):
        return {str(tag): text for tag, text in value.items() if isinstance(text, str)}
    return {} if is_blank(value) or isinstance(value, list) else {home: str(value)}


def _plain(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
