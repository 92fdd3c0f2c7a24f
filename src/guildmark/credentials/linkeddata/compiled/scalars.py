"""Literals of other types than plain texts (JSON-LD 1.1 API, 8.2.2)."""

from __future__ import annotations

from functools import lru_cache

from pyld.jsonld import JsonLdProcessor

from guildmark.credentials.linkeddata.literals import escape, literal

_DOUBLE = "http://www.w3.org/2001/XMLSchema#double"
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_PLAIN = frozenset({None, _STRING})
_OTHERWISE = frozenset({_DOUBLE, _STRING})
"""Types under which a whole number is written in another way."""
_PLAIN_NUMBERS = 10**18
"""Larger whole numbers are written in other ways."""
_LONGEST_TYPE = 200
_NUMBERS = 1_024
"""Numbers whose literals are kept: credits and grades are the same few."""
_PROCESSOR = JsonLdProcessor()
_TO_RDF = {"processingMode": "json-ld-1.1", "rdfDirection": None}


def ending(datatype: str | None) -> str | None:
    """What ends the literal of a text of this type, its closing quote first; None where its text may be changed."""
    if datatype == _DOUBLE:
        return None
    return '"' if datatype in _PLAIN else f'"^^<{datatype}>'


def scalar(value: str | float, datatype: str | None) -> str:
    """The literal of a text or number; what is not a plain matter the general processor is asked."""
    if isinstance(value, str):
        after = ending(datatype)
        return _asked(value, datatype) if after is None else f'"{escape(value)}{after}'
    # A bool is an int to Python, and not to JSON.
    if value.__class__ is int and datatype not in _OTHERWISE and -_PLAIN_NUMBERS < value < _PLAIN_NUMBERS:
        return f'"{value}"^^<{datatype or _INTEGER}>'
    # Zero is two numbers, which look alike here; and what a stranger calls a type may be endless.
    is_kept = (value or value is False) and (datatype is None or len(datatype) <= _LONGEST_TYPE)
    return _kept(value, datatype) if is_kept else _asked(value, datatype)


def _asked(value: str | float, datatype: str | None) -> str:
    value_object = {"@value": value} if datatype is None else {"@value": value, "@type": datatype}
    return literal(_PROCESSOR._object_to_rdf(value_object, None, [], _TO_RDF))


@lru_cache(maxsize=_NUMBERS, typed=True)
def _kept(value: float, datatype: str | None) -> str:
    return _asked(value, datatype)
