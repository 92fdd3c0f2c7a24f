"""A hosted badge is revoked at its own address, a signed one in the list that its issuer's profile names."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.credentials.verify import verify
from tests.credentials.signed import NOW
from tests.credentials.verify.openbadges2.badges import (
    CLASS,
    HERE,
    PROFILE,
    SIGNED,
    Web,
    assertion,
    hosted,
    jws,
    signed,
)


def test_a_badge_that_was_taken_away_is_revoked() -> None:
    gone = Web(CLASS, PROFILE, gone=f"{HERE}/assertions/1")
    found = verify(json.dumps(assertion()).encode(), now=NOW, fetch=gone)
    assert (found.verdict, found.result("status")) == ("invalid", "fail")
    found = hosted(served={"id": f"{HERE}/assertions/1", "revoked": True, "revocationReason": "Issued in error"})
    assert (found.verdict, found.result("status")) == ("invalid", "fail")
    assert "Issued in error" in json.dumps(found.as_json())


@pytest.mark.parametrize(
    ("entries", "result"),
    [
        (["urn:uuid:1"], "fail"),
        ([{"id": "urn:uuid:1", "revocationReason": "Not earned"}], "fail"),
        ([{"uid": "abc"}], "fail"),
        (["urn:uuid:2", {"id": "urn:uuid:3"}, 4, {}], "pass"),
        (None, "pass"),
    ],
)
def test_a_signed_badge_is_looked_up_in_its_issuers_list(entries: Any, result: str) -> None:
    listing = {"id": f"{HERE}/revoked", "type": "RevocationList", "revokedAssertions": entries}
    token = jws({**SIGNED, "uid": "abc"})
    assert signed(token, listing, revocationList=f"{HERE}/revoked").result("status") == result
    assert signed(token, revocationList=f"{HERE}/revoked").result("status") == "not_checked"
