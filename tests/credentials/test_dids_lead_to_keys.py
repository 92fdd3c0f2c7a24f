"""A DID leads to the key that may assert for it, or to a reason why not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.credentials.base64url import encode
from guildmark.credentials.dids import UnresolvedError, assertion_key, web_address, web_document
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials.signed import KEY, STRANGERS_KEY

WEB = "did:web:academy.example.org"
METHOD = f"{WEB}#key-1"


def site(document: Any) -> Any:
    return lambda _url: document if isinstance(document, bytes) else json.dumps(document).encode()


def document(**changed: Any) -> dict[str, Any]:
    return {**web_document(WEB, {"key-1": KEY.public}), **changed}


def refusal(method: str, fetch: Any = None) -> tuple[str, bool]:
    with pytest.raises(GuildmarkError) as error:
        assertion_key(method, fetch)
    return error.value.faults[0].code, isinstance(error.value, UnresolvedError)


def test_a_did_key_is_worked_out_from_its_name() -> None:
    assert assertion_key(KEY.kid) == KEY.public
    assert assertion_key(KEY.did) == KEY.public


def test_a_did_key_has_no_other_key() -> None:
    assert refusal(f"{KEY.did}#{STRANGERS_KEY.public.multikey}") == ("did.method.missing", False)


def test_a_damaged_did_key_leads_nowhere() -> None:
    assert refusal("did:key:z0OIl") == ("key.multikey.unreadable", False)


def test_keys_of_other_kinds_cannot_be_checked_yet() -> None:
    assert refusal("did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme") == ("key.type.unsupported", True)
    assert refusal("did:ebsi:z123#key") == ("did.unsupported", True)
    assert refusal("https://example.org/keys/1") == ("did.unsupported", True)


def test_a_did_web_is_found_where_its_owner_publishes_it() -> None:
    asked = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return json.dumps(document()).encode()

    assert assertion_key(METHOD, fetch) == KEY.public
    assert asked == ["https://academy.example.org/.well-known/did.json"]


@pytest.mark.parametrize(
    ("did", "address"),
    [
        ("did:web:example.org", "https://example.org/.well-known/did.json"),
        ("did:web:example.org:issuers:light", "https://example.org/issuers/light/did.json"),
        ("did:web:example.org%3A8443:a", "https://example.org:8443/a/did.json"),
    ],
)
def test_the_address_of_a_did_web(did: str, address: str) -> None:
    assert web_address(did) == address


@pytest.mark.parametrize(
    "did",
    [
        "did:web:",
        "did:web:localhost",
        "did:web:example.org:",
        "did:web:example.org:..:x",
        "did:web:example.org:%2e%2e",
        "did:web:example.org:a%2Fb",
        "did:web:user%40example.org",
        "did:web:example.org%2Fpath",
        "did:web:example.org%3A123456",
    ],
)
def test_what_is_no_did_web_is_never_fetched(did: str) -> None:
    assert refusal(f"{did}#key-1", pytest.fail)[0] in ("did.web.invalid", "did.unsupported")


def test_offline_a_did_web_could_not_be_checked() -> None:
    assert refusal(METHOD) == ("did.offline", True)


def test_a_did_web_that_cannot_be_reached_could_not_be_checked() -> None:
    def fetch(url: str) -> bytes:
        raise GuildmarkError(Fault("fetch.unreachable", say("{url} could not be reached.", url=url)))

    assert refusal(METHOD, fetch) == ("did.unreachable", True)


@pytest.mark.parametrize("answer", [b"<html>", b"", b"[" * 10_000, b" " * 2_000_000, b'{"id": 1, "id": 2}'])
def test_an_answer_that_is_no_document_could_not_be_checked(answer: bytes) -> None:
    assert refusal(METHOD, site(answer)) == ("did.unreachable", True)


def test_the_document_of_another_is_not_its_own() -> None:
    assert refusal(METHOD, site(document(id="did:web:other.example"))) == ("did.document.other", False)


def test_a_key_that_may_only_sign_in_may_not_assert() -> None:
    found = document(assertionMethod=[], authentication=[METHOD])
    assert refusal(METHOD, site(found)) == ("did.method.not_allowed", False)


def test_a_key_that_another_controls_is_not_its_own() -> None:
    method = {**document()["verificationMethod"][0], "controller": "did:web:other.example"}
    assert refusal(METHOD, site(document(verificationMethod=[method]))) == ("did.method.controller", False)


def test_a_key_may_stand_in_the_list_itself_under_a_short_name() -> None:
    method = {**document()["verificationMethod"][0], "id": "#key-1"}
    assert assertion_key(METHOD, site(document(verificationMethod=[], assertionMethod=[method]))) == KEY.public


def test_a_key_may_be_a_jwk() -> None:
    method = {
        "id": METHOD,
        "type": "JsonWebKey",
        "controller": WEB,
        "publicKeyJwk": {"kty": "OKP", "crv": "Ed25519", "x": encode(KEY.public.raw)},
    }
    assert assertion_key(METHOD, site(document(verificationMethod=[method]))) == KEY.public


def test_a_key_that_is_listed_but_missing_is_of_no_kind() -> None:
    assert refusal(METHOD, site(document(verificationMethod=[]))) == ("key.type.unsupported", True)
