"""What was typed, as a document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from guildmark.toolkit.design.reading import is_blank
from guildmark.web.design.sheets.model import MISSING, Field, Group, Part, Rows, Sheet, home_language, is_object

MOST_ROWS = 200
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?\Z")


@dataclass(frozen=True, slots=True)
class _Sent:
    """What was typed, the language of the form, and the one in which a bare text is written."""

    data: QueryDict
    language: str
    home: str


def taken(sheet: Sheet, document: Mapping[str, Any], data: QueryDict, language: str) -> dict[str, Any]:
    """`document` with what was typed on the sheet in `language`; what it does not show stays as it is."""
    made, sent = dict(document), _Sent(data, language, home_language(document))
    for part in sheet.parts:
        value = _take(part, document.get(part.name, MISSING), part.name, sent)
        if value is MISSING:
            made.pop(part.name, None)
        else:
            made[part.name] = value
    return made


def _take(part: Part, old: Any, name: str, sent: _Sent) -> Any:
    if isinstance(part, Rows):
        return _rows(part, old, name, sent)
    if isinstance(part, Group):
        return _group(part, old, name, sent)
    return _field(part, old, name, sent)


def _group(part: Group, old: Any, name: str, sent: _Sent) -> Any:
    was_plain = bool(part.plain) and (
        isinstance(old, str | list) or (isinstance(old, Mapping) and bool(old) and not is_object(old, part.fields))
    )
    if old is not MISSING and old is not None and not was_plain and not isinstance(old, Mapping):
        return old  # a shape that no form knows: left as it is, and told by the check
    made: dict[str, Any] = {part.plain: old} if was_plain else dict(old) if isinstance(old, Mapping) else {}
    for field in part.fields:
        value = _take(field, made.get(field.name, MISSING), f"{name}.{field.name}", sent)
        if value is MISSING:
            made.pop(field.name, None)
        else:
            made[field.name] = value
    if all(key == "id" or is_blank(value) for key, value in made.items()):
        return MISSING
    return made[part.plain] if (was_plain or part.bare) and set(made) == {part.plain} else made


def _rows(part: Rows, old: Any, name: str, sent: _Sent) -> Any:
    if f"{name}.count" not in sent.data:
        return old
    items: list[Any] = old if isinstance(old, list) else [] if old is MISSING or is_blank(old) else [old]
    made: list[Any] = []
    for number in range(min(_whole(sent.data.get(f"{name}.count")) or 0, MOST_ROWS)):
        row = f"{name}.{number}"
        if f"{row}.out" in sent.data:
            continue
        origin = _whole(sent.data.get(f"{row}.origin"))
        before = items[origin] if origin is not None and origin < len(items) else MISSING
        value = _take(part.row, before, row, sent)
        if value is not MISSING:
            made.append(value)
    made += items[MOST_ROWS:]
    if part.ids:
        made = _with_ids(part.ids, made, part.fields)
    if not made:
        return MISSING
    return made[0] if part.bare and len(made) == 1 and not isinstance(old, list) else made


def _with_ids(prefix: str, items: list[Any], fields: Sequence[Part]) -> list[Any]:
    known = {item["id"] for item in items if isinstance(item, Mapping) and isinstance(item.get("id"), str)}
    made, number = [], 0
    for item in items:
        if isinstance(item, Mapping) and is_object(item, fields) and "id" not in item:
            number += 1
            while f"{prefix}{number}" in known:
                number += 1
            known.add(f"{prefix}{number}")
            made.append({"id": f"{prefix}{number}", **item})
        else:
            made.append(item)
    return made


def _field(part: Field, old: Any, name: str, sent: _Sent) -> Any:
    if part.kind == "checks":
        return _several(old, [one for one in sent.data.getlist(name) if one])
    if name not in sent.data:
        return old
    typed = str(sent.data[name]).replace("\x00", "").replace("\r\n", "\n").strip()
    match part.kind:
        case "text" | "long":
            return text_with(old, typed, sent.language, sent.home)
        case "number":
            return _number(typed, old)
        case "lines":
            return _several(old, [line.strip() for line in typed.split("\n") if line.strip()])
        case "codes":
            codes = [one.strip() for one in typed.replace(";", ",").split(",") if one.strip()]
            return _several(old, codes) if isinstance(old, list) or len(codes) != 1 else codes[0]
        case _:
            return old if typed and typed == str(old) else typed or MISSING


def text_with(old: Any, typed: str, language: str, home: str) -> Any:
    """A text with what was typed in one language; the other languages stay."""
    if isinstance(old, Mapping):
        tag = next((one for one in old if one.lower() == language.lower()), language)
        if old.get(tag, "") == typed:
            return old
        made = {**old, tag: typed}
        if not typed:
            del made[tag]
        return made or MISSING
    if isinstance(old, str) and old.strip() and language.lower() != home.lower():
        return {home: old, language: typed} if typed else old
    if isinstance(old, str) and old.strip() == typed and typed:
        return old
    if not typed:
        return MISSING
    return typed if language.lower() == home.lower() else {language: typed}


def _several(old: Any, made: list[str]) -> Any:
    if isinstance(old, list) and sorted(map(str, old)) == sorted(made):
        return old
    return made or MISSING


def _number(typed: str, old: Any) -> Any:
    if not typed:
        return MISSING
    plain = typed.replace(",", ".")
    if isinstance(old, int | float) and not isinstance(old, bool) and plain == str(old):
        return old
    if _DECIMAL.match(plain):
        return float(plain) if "." in plain else int(plain)
    return typed  # no number: kept as it is, so that the check can say so


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and text.isascii() and len(text) < 6 else None
