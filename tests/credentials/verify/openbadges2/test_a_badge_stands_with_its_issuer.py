"""A hosted badge is its issuer's where it stands among the addresses that the issuer's own profile allows."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.credentials.verify import verify
from tests.credentials.signed import NOW
from tests.credentials.verify.openbadges2.badges import CLASS, HERE, PROFILE, Web, assertion, hosted


@pytest.mark.parametrize(
    ("rules", "good"),
    [
        ({"startsWith": f"{HERE}/"}, True),
        ({"startsWith": f"{HERE}/assertions/"}, True),
        ({"startsWith": ["https://other.example/", f"{HERE}/"]}, True),
        ({"startsWith": f"{HERE}/elsewhere"}, False),
        ({"startsWith": "https://badges.example.or"}, False),
        ({"startsWith": 4}, True),
        ({"allowedOrigins": "badges.example.org"}, True),
        ({"allowedOrigins": ["BADGES.example.org"]}, True),
        ({"allowedOrigins": "example.org"}, False),
        ({"allowedOrigins": "badges.example.org", "startsWith": f"{HERE}/elsewhere"}, False),
        ("everywhere", True),
    ],
)
def test_a_badge_stands_where_its_issuer_says(rules: Any, good: bool) -> None:
    assert (hosted(verification=rules).result("issuer") == "pass") is good


def test_a_stranger_hosts_no_badge_of_an_issuers() -> None:
    forged = assertion(id="https://evil.example/1", badge={**CLASS, "id": "https://evil.example/class"})
    web = Web(forged, PROFILE)
    found = verify(json.dumps(forged).encode(), now=NOW, fetch=web)
    assert (found.verdict, found.result("issuer")) == ("invalid", "fail")


def test_a_class_stands_with_its_issuer_or_inside_the_badge() -> None:
    elsewhere = {**CLASS, "id": "https://evil.example/class"}
    linking = assertion(badge=elsewhere["id"])
    found = verify(json.dumps(linking).encode(), now=NOW, fetch=Web(linking, elsewhere, PROFILE))
    assert (found.verdict, found.result("issuer")) == ("invalid", "fail")
    inside = assertion(badge={**CLASS, "id": "urn:uuid:7"})
    assert verify(json.dumps(inside).encode(), now=NOW, fetch=Web(inside, PROFILE)).verdict == "valid"


def test_a_profile_that_the_badge_brings_along_is_not_believed() -> None:
    own = {**PROFILE, "verification": {"allowedOrigins": "evil.example"}}
    forged = assertion(id="https://evil.example/1", badge={**CLASS, "id": "https://evil.example/class", "issuer": own})
    assert verify(json.dumps(forged).encode(), now=NOW, fetch=Web(forged, PROFILE)).verdict == "invalid"


@pytest.mark.parametrize(
    "address", ["https://badges.example.org@evil.example/1", "http://badges.example.org/1", "x", 4]
)
def test_an_address_that_only_looks_like_the_issuers_is_none(address: Any) -> None:
    shown = assertion(id=address)
    found = verify(json.dumps(shown).encode(), now=NOW, fetch=Web(shown, CLASS, PROFILE))
    assert found.verdict != "valid"


@pytest.mark.parametrize("start", ["https://badges.example.org@", "https://", "", "https://badges.example.org:"])
def test_a_name_before_the_host_is_no_host(start: str) -> None:
    shown = assertion(id="https://badges.example.org@evil.example/1")
    profile = {**PROFILE, "verification": {"startsWith": start}}
    found = verify(json.dumps(shown).encode(), now=NOW, fetch=Web(shown, CLASS, profile))
    assert found.result("issuer") == "fail"
