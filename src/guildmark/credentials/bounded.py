"""Strict JSON with bounded work: any bytes in, one object or clear faults out.

Signatures are made over what JSON means, so two readers may never understand one text differently:
doubled keys, lone surrogates and numbers that JavaScript cannot hold are refused, and 4.0 is 4, as
it is there. Bytes, depth and values are counted on the bytes, before anything is parsed.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import Sentence, say

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one record is read: bytes, levels of nesting, and values (each key's, each item's)."""

    bytes: int = 5_000_000
    depth: int = 64
    values: int = 10_000


DEFAULT_LIMITS = Limits()

LARGEST_INTEGER = 2**53 - 1
"""The largest number that every JSON reader holds exactly (RFC 8785, 3.2.2.3; I-JSON)."""

MOST_DIGITS = 17
"""Digits of a fraction that every reader keeps: more of them than that, and two readers may see two numbers."""

# A string that never closes matches to the end, so that no byte is looked at twice.
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)|[][{},]', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_TEXT = re.compile(rb'"[^"]*"')
_NO_BRACKETS = bytes(set(range(256)) - set(b'[]{}"'))


def read_object(data: bytes, *, limits: Limits = DEFAULT_LIMITS) -> JsonObject:
    """The JSON object in `data` (UTF-8, with or without byte-order mark).

    Raises GuildmarkError with the codes `json.*`; docs/errors.md lists them.
    """
    check_size(data, limits)
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not _surely_within(data, limits):
        _check_structure(data, limits)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse(
            "json.not_utf8", say("This is not UTF-8 text: byte {position} fits no character.", position=error.start)
        )
    document = _parse(text)
    if not isinstance(document, dict):
        _refuse("json.not_an_object", say("This is JSON, but not an object in braces."))
    # In UTF-8 a surrogate can only be written as an escape.
    if _ESCAPED_SURROGATE.search(data):
        faults = [_lone_surrogate(path) for path, value in strings(document) if _SURROGATE.search(value)]
        if faults:
            raise GuildmarkError(faults)
    return document


def check_size(data: bytes, limits: Limits = DEFAULT_LIMITS) -> None:
    """Refuse more bytes than a record may have, before anything looks at them."""
    if len(data) > limits.bytes:
        sentence = say("This is longer than {most} bytes, the most that is read.", most=limits.bytes)
        raise GuildmarkError(Fault("record.too_large", sentence, found=str(len(data)), accepted=(f"≤ {limits.bytes}",)))


def strings(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a JSON value, keys included, with the JSON Pointer to where it stands."""
    match value:
        case str():
            yield path, value
        case dict():
            for key, item in value.items():
                yield path, key
                yield from strings(item, f"{path}/{pointer_token(key)}")
        case list():
            for index, item in enumerate(value):
                yield from strings(item, f"{path}/{index}")


def pointer_token(key: str) -> str:
    """A key as it stands in a JSON Pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")


def _surely_within(data: bytes, limits: Limits) -> bool:
    """Whether a quick look shows that the limits are kept; where it does not, every byte is counted."""
    values = data.count(b",") + data.count(b"{") + data.count(b"[")
    if values > limits.values:
        return False
    if b"\\" in data:
        data = _ESCAPE.sub(b"", data)
    brackets = data.translate(None, _NO_BRACKETS).replace(b'""', b"")
    if b'"' in brackets:
        brackets = _TEXT.sub(b"", brackets)
    # Each round takes away the innermost level, or two; what is left over was deeper, or no JSON.
    for _ in range(limits.depth // 2):
        if not brackets:
            return True
        brackets = brackets.replace(b"{}", b"").replace(b"[]", b"")
    return not brackets


def _check_structure(data: bytes, limits: Limits) -> None:
    depth = values = 0
    for token in _TOKEN.finditer(data):
        match data[token.start()]:
            case 0x5B | 0x7B:
                depth += 1
                values += 1
            case 0x5D | 0x7D:
                depth -= 1
            case 0x2C:
                values += 1
        if depth > limits.depth:
            sentence = say("This is nested more than {most} levels deep; no record needs that.", most=limits.depth)
            raise GuildmarkError(Fault("json.too_deep", sentence, accepted=(f"≤ {limits.depth}",)))
        if values > limits.values:
            sentence = say("This holds more than {most} values; no record needs that many.", most=limits.values)
            raise GuildmarkError(Fault("json.too_many_values", sentence, accepted=(f"≤ {limits.values}",)))


def _parse(text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_number,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as error:
        sentence = say(
            "This is not JSON: line {line}, column {column} cannot be read.", line=error.lineno, column=error.colno
        )
        raise GuildmarkError(Fault("json.unreadable", sentence, Place(row=error.lineno))) from error


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    made: JsonObject = dict(pairs)
    if len(made) == len(pairs):
        return made
    made = {}
    for key, value in pairs:
        if key in made:
            sentence = say(
                "The key “{key}” stands twice in one object, so two readers could understand two things.",
                key=_printable(key),
            )
            raise GuildmarkError(Fault("json.key.doubled", sentence, found=_printable(key)))
        made[key] = value
    return made


def _integer(digits: str) -> int:
    if len(digits) > 20 or abs(int(digits)) > LARGEST_INTEGER:
        _no_number(digits)
    return int(digits)


def _number(digits: str) -> int | float:
    value = float(digits)
    if not math.isfinite(value) or abs(value) > LARGEST_INTEGER:
        _no_number(digits)
    if len(digits) > MOST_DIGITS and _significant(digits) > MOST_DIGITS:
        sentence = say(
            "“{found}” has more digits than programs keep. Write it as text, or with at most {most} digits.",
            found=digits[:40],
            most=MOST_DIGITS,
        )
        _refuse_number(sentence, digits)
    return int(value) if value.is_integer() else value


def _no_number(digits: str) -> NoReturn:
    sentence = say(
        "“{found}” is not a number that every program holds exactly. Write it as text, or use at most {most}.",
        found=digits[:40],
        most=LARGEST_INTEGER,
    )
    _refuse_number(sentence, digits)


def _significant(digits: str) -> int:
    """How many digits of a fraction say something: none of the zeros around them."""
    whole, _, part = digits.lower().partition("e")[0].lstrip("-").partition(".")
    return len((whole + part.rstrip("0")).lstrip("0"))


def _refuse_number(sentence: Sentence, digits: str) -> NoReturn:
    raise GuildmarkError(Fault("json.number.unsafe", sentence, found=digits[:40]))


def _lone_surrogate(path: str) -> Fault:
    path = _printable(path)
    sentence = say(
        "The text at {path} holds half a character (a lone surrogate), which no signature can cover.", path=path
    )
    return Fault("json.text.lone_surrogate", sentence, Place(path=path))


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _refuse(code: str, sentence: Sentence) -> NoReturn:
    raise GuildmarkError(Fault(code, sentence))
