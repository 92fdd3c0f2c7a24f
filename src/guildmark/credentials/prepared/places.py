"""The places of a record where learners differ; everything else is the same for all of one design and issuer."""

from __future__ import annotations

import marshal
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from guildmark.credentials.openbadges.shared import plain

TEXT: Final = "text"
"""A literal: any text."""
ADDRESS: Final = "address"
"""An address that names a node: only of the schemes that no context can read as anything else."""

_IDENTITY: Final = {"identityHash": TEXT, "salt": TEXT}
PLACES: Final[dict[str, Any]] = {
    "id": ADDRESS,
    "validFrom": TEXT,
    "validUntil": TEXT,
    "evidence": [{"id": ADDRESS}],
    "credentialStatus": {"id": ADDRESS, "statusListIndex": TEXT, "statusListCredential": ADDRESS},
    "credentialSubject": {
        "id": ADDRESS,
        "identifier": [_IDENTITY],
        "result": [{"id": ADDRESS, "value": TEXT}],
    },
}

# A value such as "name:x" would be read as a compact address, so schemes are listed. In the body stand only
# characters that every reader takes for part of an address (as `linkeddata.statements` asks).
_SAFE_ADDRESS = re.compile(
    r"(?:urn:uuid:[0-9a-f-]{36}|(?:urn:[a-z0-9][a-z0-9-]{0,31}|did:[a-z0-9]+|https?):[!#-;=?-\[\]_a-z~]+)"
    r"(?:#[a-z]+)?"
)


class Taken(NamedTuple):
    """A document taken apart.

    `values` are the texts at the places, `kinds` TEXT or ADDRESS for each; `shape` names every key on the way,
    in its order; `fixed` is everything else, in the order of the shape.
    """

    shape: list[object]
    values: list[str]
    kinds: list[str]
    fixed: list[object]


class _OtherShapeError(Exception):
    """A place holds something else than a text."""


def take(document: Mapping[str, Any]) -> Taken | None:
    """Take a record apart; None where a place holds no plain text, and the record cannot be prepared."""
    taken = Taken([], [], [], [])
    try:
        _take(document, PLACES, *taken)
    except _OtherShapeError:
        return None
    return taken


def _take(  # noqa: PLR0917 -- called once a node: passing by position is what it costs least
    node: Any,
    places: Mapping[str, Any],
    shape: list[object],
    values: list[str],
    kinds: list[str],
    fixed: list[object],
) -> None:
    # This runs once a record: what it costs is a good part of what issuing costs beside the signature.
    if node.__class__ is not dict:
        raise _OtherShapeError
    shape.append(tuple(node))
    for key, item in node.items():
        if key not in places:
            fixed.append(item)
            continue
        place = places[key]
        if place.__class__ is str:
            if item.__class__ is not str:
                raise _OtherShapeError
            values.append(item)
            kinds.append(place)
        elif place.__class__ is dict:
            _take(item, place, shape, values, kinds, fixed)
        else:
            if item.__class__ is not list:
                raise _OtherShapeError
            shape.append(len(item))
            for one in item:
                _take(one, place[0], shape, values, kinds, fixed)


def put(document: Mapping[str, Any], values: Sequence[str]) -> dict[str, Any]:
    """The document with other values at its places, in the order in which `take` finds them."""
    waiting = iter(values)
    return _put(document, PLACES, waiting)


def _put(node: Mapping[str, Any], places: Mapping[str, Any], waiting: Any) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, item in node.items():
        place = places.get(key)
        if place is None:
            made[key] = item
        elif isinstance(place, str):
            made[key] = next(waiting)
        elif isinstance(place, dict):
            made[key] = _put(item, place, waiting)
        else:
            made[key] = [_put(one, place[0], waiting) for one in item]
    return made


def is_safe_address(text: str) -> bool:
    """Whether an address means itself and nothing else, whatever the contexts say."""
    return _SAFE_ADDRESS.fullmatch(text) is not None


def exactly(value: Any) -> bytes | None:
    """A value as bytes that differ whenever it differs, in types and order too: 1, 1.0 and true are three.

    None for what is not plain JSON.
    """
    try:
        return marshal.dumps(value, 2)
    except ValueError:
        pass
    try:
        return marshal.dumps(plain(value), 2)
    except ValueError:
        return None
