"""Terms of RDF as canonical N-Quads write them (RDFC-1.0, "Canonical N-Quads Form")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_SHORT_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_TO_ESCAPE = re.compile('[\x00-\x1f"\\\\\x7f\ufffe\uffff]')


def escape(text: str) -> str:
    """A literal's text as canonical N-Quads write it."""
    return _TO_ESCAPE.sub(lambda found: _SHORT_ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}", text)


def literal(component: Mapping[str, Any]) -> str:
    """A literal in PyLD's shape, as canonical N-Quads write it."""
    text = f'"{escape(component["value"])}"'
    # A stranger may name the datatype of texts in a language, and no language.
    if component["datatype"] == _LANGUAGE_STRING and "language" in component:
        return f"{text}@{component['language']}"
    return text if component["datatype"] == _XSD_STRING else f"{text}^^<{component['datatype']}>"
