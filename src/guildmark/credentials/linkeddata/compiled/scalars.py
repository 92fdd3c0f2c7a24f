"""Literals of other types than plain texts (JSON-LD 1.1 API, 8.2.2)."""

from __future__ import annotations

from pyld.jsonld import JsonLdProcessor

from guildmark.credentials.linkeddata.literals import escape, literal

_DOUBLE = "http://www.w3.org/2001/XMLSchema#double"
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_PLAIN = frozenset({None, "http://www.w3.org/2001/XMLSchema#string"})
_PLAIN_NUMBERS = 10**18
"""Larger whole numbers are written in other ways."""
_PROCESSOR = JsonLdProcessor()
_TO_RDF = {"processingMode": "json-ld-1.1", "rdfDirection": None}


def scalar(value: str | float, datatype: str | None) -> str:
    """The literal of a text or number; what is not a plain matter the general processor is asked."""
    if datatype != _DOUBLE:
        # A bool is an int to Python, and not to JSON.
        if value.__class__ is int and -_PLAIN_NUMBERS < value < _PLAIN_NUMBERS:
            return f'"{value}"^^<{datatype or _INTEGER}>'
        if isinstance(value, str) and datatype not in _PLAIN:
            return f'"{escape(value)}"^^<{datatype}>'
    value_object = {"@value": value} if datatype is None else {"@value": value, "@type": datatype}
    return literal(_PROCESSOR._object_to_rdf(value_object, None, [], _TO_RDF))
