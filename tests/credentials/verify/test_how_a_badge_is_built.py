"""A badge is built as 1EdTech's schema asks: every word in its place, of its kind, and nothing null."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from guildmark.credentials.verify.schema import check_schema
from tests.credentials import signed

PATHS: list[tuple[str, Any]] = [
    ("/id", None),
    ("/id", "no address"),
    ("/name", 4),
    ("/name", {"en": "Light"}),
    ("/issuer/type", ["Organisation"]),
    ("/issuer/name", None),
    ("/issuer/image/type", []),
    ("/issuer/image/more", "x"),
    ("/issuer/address/type", ["Place"]),
    ("/issuer/address/geo", {"type": "GeoCoordinates", "latitude": "50", "longitude": 14}),
    ("/issuer/parentOrg", {"id": "did:example:p", "type": "Organisation"}),
    ("/issuer/endorsementJwt", ["not.a token"]),
    ("/evidence", {"type": ["Evidence"]}),
    ("/evidence/0/type", ["Picture"]),
    ("/endorsement", [{"id": "urn:x", "type": ["VerifiableCredential"], "name": "E"}]),
    ("/awardedDate", "yesterday"),
    ("/credentialStatus", [{"id": "urn:x", "type": "Status"}]),
    ("/termsOfUse", [{"id": "urn:x"}]),
    ("/proof/0/proofValue", 4),
    ("/credentialSubject/type", "Subject"),
    ("/credentialSubject/identifier/0/identityType", "shoe size"),
    ("/credentialSubject/identifier/0/more", "x"),
    ("/credentialSubject/result/0/status", "Nearly"),
    ("/credentialSubject/creditsEarned", "4"),
    ("/credentialSubject/achievement/achievementType", "Medal"),
    ("/credentialSubject/achievement/inLanguage", "english"),
    ("/credentialSubject/achievement/tag", "light"),
    ("/credentialSubject/achievement/version", 2),
    ("/credentialSubject/achievement/alignment/0/targetType", "Elsewhere"),
    ("/credentialSubject/achievement/alignment/0/targetUrl", "local:7 8"),
    ("/credentialSubject/achievement/resultDescription/0/resultType", "Medal"),
    ("/credentialSubject/achievement/resultDescription/0/rubricCriterionLevel", [{"id": "urn:x"}]),
    ("/credentialSubject/achievement/criteria", None),
]


def changed(path: str, value: Any) -> dict[str, Any]:
    document = copy.deepcopy(signed.ob3(signed.full()))
    node: Any = document
    *way, last = path[1:].split("/")
    for step in way:
        node = node[int(step)] if isinstance(node, list) else node[step]
    node[last] = value
    return document


@pytest.mark.parametrize(("path", "value"), PATHS)
def test_what_has_no_place_in_a_badge_is_named(path: str, value: Any) -> None:
    check = check_schema(changed(path, value))
    assert check.result == "fail"
    assert path in check.sentence.text("en")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("/type", ["OpenBadgeCredential", "VerifiableCredential", "https://example.org/More"]),
        ("/issuer", "did:example:issuer"),
        ("/issuer/type", "Profile"),
        ("/issuer/image/type", ["Image"]),
        ("/termsOfUse", {"type": "Terms"}),
        ("/credentialSubject/achievement/achievementType", "ext:StageWalk"),
        ("/credentialSubject/identifier/0/identityType", "ext:shoeSize"),
        ("/credentialSubject/achievement/inLanguage", "zh-Hant-TW"),
        ("/ourOwn", {"whatever": None}),
    ],
)
def test_what_the_standard_leaves_open_stays_open(path: str, value: Any) -> None:
    assert check_schema(changed(path, value)).result == "pass"
