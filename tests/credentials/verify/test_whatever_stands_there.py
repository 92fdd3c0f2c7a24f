"""Whatever stands in place of a value, in our records or a stranger's, verification answers."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from guildmark.credentials.verify import verify
from tests.credentials import signed

ANYTHING: list[Any] = [None, [], {}, 4, 0.5, True, "x", "\x00", [None], [[1]], {"id": 4}, {"@value": 4}, {"en": "x"}]


def foreign() -> dict[str, Any]:
    """A badge in the published terms alone, with much that our own records do not have."""
    return {
        "@context": signed.full()["@context"][:2],
        "id": "https://other.example.org/badges/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Light",
        "issuer": {
            "id": signed.KEY.did,
            "type": ["Profile"],
            "name": "Another school",
            "address": {"type": ["Address"], "addressCountryCode": "AT", "addressLocality": "Graz"},
        },
        "validFrom": "2026-11-23T12:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "creditsEarned": 4,
            "identifier": [
                {"type": "IdentityObject", "hashed": False, "identityHash": "Dora", "identityType": "name"},
            ],
            "result": [{"type": ["Result"], "resultDescription": "urn:uuid:r", "value": "2"}],
            "achievement": {
                "id": "https://other.example.org/light",
                "type": ["Achievement"],
                "name": "Light",
                "description": "Light for small stages",
                "criteria": {"narrative": "Show it", "id": "https://other.example.org/light#criteria"},
                "creditsAvailable": 4.5,
                "alignment": [
                    {
                        "type": ["Alignment"],
                        "targetName": "EQF level 5",
                        "targetUrl": "http://data.europa.eu/snb/eqf/5",
                        "targetType": "ext:EQF",
                        "targetCode": "5",
                    }
                ],
                "resultDescription": [
                    {
                        "id": "urn:uuid:r",
                        "type": ["ResultDescription"],
                        "name": "Grade",
                        "resultType": "LetterGrade",
                        "allowedValue": ["1", "2"],
                    }
                ],
                "tag": ["stage"],
            },
        },
    }


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def with_anything(document: dict[str, Any], every: int) -> Iterator[dict[str, Any]]:
    """The document with anything at all in place of something, for every so-manyth of all the ways."""
    for path, value in list(product(places(document), ANYTHING))[::every]:
        changed = copy.deepcopy(document)
        place: Any = changed
        for step in path[:-1]:
            place = place[step]
        if place[path[-1]] is not value:
            place[path[-1]] = value
            yield changed


def test_a_strangers_badge_is_valid() -> None:
    found = verify(signed.as_bytes(signed.ob3(foreign())), now=signed.NOW)
    assert found.verdict == "valid"
    assert found.record["title"] == "Light"


@pytest.mark.parametrize(
    ("document", "every"),
    [(signed.ob3_jcs(signed.full()), 89), (signed.ob3_jcs(foreign()), 7)],
    ids=["ours", "foreign"],
)
def test_it_answers(document: dict[str, Any], every: int) -> None:
    for changed in with_anything(document, every):
        answer = verify(signed.as_bytes(changed), now=signed.NOW).as_json("cs")
        assert answer["verdict"] in ("invalid", "undetermined")
