"""An https issuer's key is the one in its own metadata, and no other."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials.sdjwt.made import judged, presented
from tests.credentials.signed import KEY, STRANGERS_KEY

ISSUER = "https://issuer.example/academy"
METADATA = "https://issuer.example/.well-known/jwt-vc-issuer/academy"
KEYS = {"keys": [{**STRANGERS_KEY.public.jwk, "kid": "old"}, {**KEY.public.jwk, "kid": "new"}]}
DATA = presented({"iss": ISSUER}, kid="new")


def found(documents: dict[str, Any], data: bytes = DATA) -> tuple[str, str]:
    """What came of proof and issuer, where these documents answer at their addresses."""

    def fetch(address: str) -> bytes:
        if address not in documents:
            raise GuildmarkError(Fault("fetch.status", say("It is not there.")))
        return json.dumps(documents[address]).encode()

    verification = judged(data, fetch=fetch)
    return verification.result("proof"), verification.result("issuer")


def test_the_key_stands_in_the_issuers_metadata_or_where_it_points() -> None:
    assert found({METADATA: {"issuer": ISSUER, "jwks": KEYS}}) == ("pass", "pass")
    elsewhere = "https://issuer.example/keys"
    assert found({METADATA: {"issuer": ISSUER, "jwks_uri": elsewhere}, elsewhere: KEYS}) == ("pass", "pass")


@pytest.mark.parametrize(
    "metadata",
    [
        pytest.param({"issuer": "https://issuer.example", "jwks": KEYS}, id="another issuer's"),
        pytest.param({"issuer": ISSUER}, id="no keys"),
        pytest.param({"issuer": ISSUER, "jwks": {"keys": KEYS["keys"][:1]}}, id="no key of this name"),
        pytest.param({"issuer": ISSUER, "jwks": {"keys": KEYS["keys"][1:] * 2}}, id="two keys of this name"),
        pytest.param({"issuer": ISSUER, "jwks": {"keys": [{"kty": "oct", "k": "x", "kid": "new"}]}}, id="a secret"),
        pytest.param({"issuer": ISSUER, "jwks": {"keys": [{**STRANGERS_KEY.public.jwk, "kid": "new"}]}}, id="another"),
        pytest.param({"issuer": ISSUER, "jwks": []}, id="keys that are none"),
    ],
)
def test_metadata_that_does_not_have_the_key_fails_the_record(metadata: dict[str, Any]) -> None:
    assert found({METADATA: metadata})[0] == "fail"


def test_metadata_that_does_not_answer_leaves_it_open() -> None:
    assert found({}) == ("not_checked", "not_checked")
    assert judged(DATA).result("proof") == "not_checked"


def test_a_certificate_is_not_believed() -> None:
    assert found({}, presented({"iss": ISSUER}, kid=None, x5c=["MIIB"])) == ("not_checked", "not_checked")


def test_a_key_in_the_header_is_not_the_issuers() -> None:
    assert found({}, presented({"iss": "urn:x"}, kid=None, jwk=KEY.public.jwk))[0] == "fail"


@pytest.mark.parametrize("issuer", ["https://[", "https://[x]/a", "https://ex\u2100mple.com"])
def test_an_issuer_that_is_no_address_is_answered_in_words(issuer: str) -> None:
    data = presented({"iss": issuer}, kid="new")
    assert found({}, data) == ("fail", "fail")
    assert judged(data).result("proof") == "fail"
