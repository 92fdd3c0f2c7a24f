"""Which of the 16 European standard elements a record fills in (the guide, ch. 3.4, Table 1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guildmark.vocabulary import elements
from guildmark.vocabulary.elements import Element


def completeness(record: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """{"mandatory": {"present": [key…], "missing": [key…]}, "optional": {…}}, in the order of Table 1."""
    return {"mandatory": _sorted(elements.mandatory(), record), "optional": _sorted(elements.optional(), record)}


def _sorted(asked: Sequence[Element], record: Mapping[str, Any]) -> dict[str, list[str]]:
    keys = [element.key for element in asked]
    return {
        "present": [key for key in keys if not _empty(record.get(key))],
        "missing": [key for key in keys if _empty(record.get(key))],
    }


def _empty(value: object) -> bool:
    return value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip())
