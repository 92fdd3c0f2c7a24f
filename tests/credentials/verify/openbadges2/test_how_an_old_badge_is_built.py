"""Times, shapes and words of a badge are judged as Open Badges 2.0 asks, in JSON and in pictures."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.credentials.verify import verify
from tests.credentials.baking.pictures import SVG, chunk, png
from tests.credentials.signed import NOW
from tests.credentials.verify.openbadges2.badges import (
    CLASS,
    HERE,
    PROFILE,
    RSA_KEY,
    SIGNED,
    Web,
    assertion,
    hosted,
    jws,
)


@pytest.mark.parametrize(
    ("members", "check"),
    [
        ({"expires": "2026-02-01T00:00:00Z"}, "validity"),
        ({"issuedOn": "2030-02-01T00:00:00Z"}, "validity"),
        ({"issuedOn": "2026-02-01"}, "schema"),
        ({"recipient": "dora@example.org"}, "schema"),
        ({"type": "Certificate"}, "schema"),
    ],
)
def test_times_and_shapes_are_judged(members: dict[str, Any], check: str) -> None:
    found = hosted(assertion(**members))
    assert (found.verdict, found.result(check)) == ("invalid", "fail")


def test_further_contexts_could_change_the_words() -> None:
    found = hosted(assertion(**{"@context": ["https://w3id.org/openbadges/v2", {"badge": "https://example.org/x"}]}))
    assert (found.verdict, found.result("context")) == ("undetermined", "not_checked")


def test_pictures_of_that_time_are_read() -> None:
    text = json.dumps(assertion())
    body = b"openbadges\0\0\0\0\0" + text.encode()
    in_svg = SVG.replace(
        b"><circle",
        f' xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="{HERE}/assertions/1">'
        f"<![CDATA[{text}]]></openbadges:assertion><circle".encode(),
    )
    signed_svg = SVG.replace(
        b"><circle",
        b' xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="' + jws(SIGNED) + b'"/><circle',
    )
    web = Web(assertion(), CLASS, PROFILE, RSA_KEY)
    for picture in (png(chunk(b"iTXt", body)), in_svg, signed_svg):
        assert verify(picture, now=NOW, fetch=web).verdict == "valid"
