"""Changes of what was handed in: of a value somewhere in the JSON, of a learner's values alone, of the bytes."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

from guildmark.credentials.prepared.known import FORMS
from guildmark.credentials.prepared.places import put, take
from tests.credentials.designs import HOSTILE
from tests.credentials.signed import KEY, STRANGERS_KEY
from tests.credentials.status import lists
from tools.fuzz.pages import IETF_LIST, METADATA, OTHER_KEY, REVOKED_BADGES, WEB_LIST
from tools.fuzz.people import ON_THE_WEB, PUBLISHING

MOST_PLACES = 2_000
ADDRESSES = (lists.URL, WEB_LIST, IETF_LIST, METADATA, OTHER_KEY, REVOKED_BADGES, PUBLISHING.controller)
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 1e300, -0.0, 2**53, 10**400, "", " ", "x" * 5_000, [], {}, [[]], [None], {"": ""},
    {"@id": "_:b0"}, {"@value": "x"}, {"@value": 4, "@type": "@json"}, {"@list": ["x"]}, {"id": "x"}, {"en": "x"},
    "did:key:z6Mk", "did:web:127.0.0.1", "did:web:academy.example", "did:jwk:e30", "urn:uuid:0", "https://[::1]/",
    "https://[", "https://a.example:0/", "2026-13-45T99:99:99Z", "9999-12-31T23:59:59+23:59",
    "0001-01-01T00:00:00+14:00", "2026-01-01T00:00:60Z", "\u202e", "\x00", "\ud800", "\U0010ffff", "@type", "@graph",
    "@context", "_:b0", "sha-256",
    "EdDSA", "ES256", "RS256", "none", "eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "dc+sd-jwt", "hosted",
    KEY.did, KEY.kid, STRANGERS_KEY.kid, ON_THE_WEB.kid, STRANGERS_KEY.public.jwk, *ADDRESSES, *HOSTILE,
)  # fmt: skip
SCRAPS = (
    b'"', b"\\", b"\\ud800", b"{", b"}", b"[", b"]", b",", b":", b"~", b".", b"=", b"\x00", b"\xff", b"\xef\xbb\xbf",
    b'"@id":"_:b0",', b'"id":"urn:x",', b'"proof":[],', b"1e400", b"-0", b"NaN", b"<!ENTITY a 'b'>", b"]]>", b"&a;",
    b"IEND", b"iTXtopenbadges\0\0\0\0\0", b"[" * 70, b'{"a":' * 70,
)  # fmt: skip


def chance(*seeds: object) -> random.Random:
    """What chooses: the same for the same seeds, so that a run can be repeated."""
    return random.Random(" ".join(map(str, seeds)))  # noqa: S311 - nothing here is secret


def written(document: object, choose: random.Random) -> bytes:
    """A document as one program or another writes JSON."""
    return choose.choice(FORMS)(document)


def change(document: dict[str, Any], choose: random.Random) -> None:
    """Put, take away, move or rename one value of a document, in place."""
    # Most values stand in contexts, and a changed one is not known, whatever else the record says.
    places = list(_places(document, in_contexts=choose.random() < 0.15))
    if not places:
        document["id"] = choose.choice(ODD)
        return
    holder, key = choose.choice(places)
    other_holder, other_key = choose.choice(places)
    match choose.randrange(8):
        case 0:
            del holder[key]
        case 1:
            holder[key] = copy.deepcopy(other_holder[other_key])
        case 2:
            holder[key] = [holder[key]]
        case 3 if isinstance(holder, dict):
            holder[str(other_key)] = copy.deepcopy(choose.choice(ODD))
        case 4 if isinstance(holder, dict):
            holder[choose.choice(("@id", "@graph", "_:b0", "https://schema.org/name", ""))] = holder.pop(key)
        case 5 if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        case 6 if isinstance(holder[key], str) and holder[key]:
            holder[key] = _another_text(holder[key], choose)
        case _:
            holder[key] = copy.deepcopy(choose.choice(ODD))


def _places(document: dict[str, Any], *, in_contexts: bool) -> Iterator[tuple[Any, Any]]:
    """Every value of a document, by what holds it and under which key or index; with or without those in contexts."""
    waiting: list[Any] = [document]
    count = 0
    for holder in waiting:
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            if key == "@context" and not in_contexts:
                continue
            if (count := count + 1) > MOST_PLACES:
                return
            yield holder, key
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])


def _another_text(text: str, choose: random.Random) -> str:
    at = choose.randrange(len(text))
    middle = choose.choice(("", text[at] * 2, text[at].swapcase(), "\u0301", ":", "#", "%2e", "0", "\ud800", '"'))
    return text[:at] + middle + text[at + 1 :]


def change_a_learners(record: dict[str, Any], choose: random.Random) -> dict[str, Any]:
    """The record with another value or two where learners differ, and nothing else changed."""
    taken = take(record)
    if taken is None or not taken.values:
        return record
    texts = [one for one in ODD if isinstance(one, str)]
    values = list(taken.values)
    for _ in range(choose.randint(1, 2)):
        place = choose.randrange(len(values))
        values[place] = choose.choice((choose.choice(texts), _another_text(values[place] or "x", choose)))
    return put(record, values)


def changed_bytes(data: bytes, choose: random.Random, other: bytes = b"") -> bytes:
    """The bytes with one to four changes that know nothing of what they mean; `other` is what is mixed in."""
    made = bytearray(data)
    for _ in range(choose.randint(1, 4)):
        start = choose.randint(0, len(made))
        end = min(len(made), start + choose.choice((1, 1, 2, 8, 64, 1_000)))
        match choose.randrange(6):
            case 0 if start < len(made):
                made[start] ^= 1 << choose.randrange(8)
            case 1:
                del made[start:end]
            case 2:
                made[start:start] = made[start:end]
            case 3 if other:
                begin = choose.randrange(len(other))
                made[start:end] = other[begin : begin + choose.choice((4, 64, 1_000))]
            case 4:
                made[start:end] = choose.randbytes(end - start)
            case _:
                made[start:start] = choose.choice(SCRAPS)
    return bytes(made)


def read(data: bytes) -> dict[str, Any] | None:
    """The JSON object in the bytes, as leniently as Python reads it; None where there is none."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None
