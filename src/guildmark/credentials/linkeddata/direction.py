"""The direction in which a text is written: JSON says it, and RDF statements leave it out.

Source: JSON-LD 1.1, 9.5.1 and "rdfDirection"; VC Data Model 2.0, 11.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DIRECTION = "@direction"


def has_direction(value: object) -> bool:
    """Whether some text of a JSON value says its direction."""
    match value:
        case dict():
            return ("@value" in value and DIRECTION in value) or any(has_direction(item) for item in value.values())
        case list():
            return any(has_direction(item) for item in value)
    return False


def without_direction(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document as RDF would have it: for one whose very JSON is signed, so that nothing is lost by that."""
    return {key: _plain(item) for key, item in document.items()}


def _plain(value: Any) -> Any:
    match value:
        case dict():
            drop = DIRECTION if "@value" in value and value.get(DIRECTION) in ("ltr", "rtl") else None
            return {key: _plain(item) for key, item in value.items() if key != drop}
        case list():
            return [_plain(item) for item in value]
    return value
