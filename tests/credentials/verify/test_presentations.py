"""Who presents, to whom, in answer to what; and every credential in the presentation."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.credentials import base64url
from guildmark.credentials.verify.enveloped import PRESENTATION, envelope, token_in
from guildmark.credentials.verify.presentation import Presented, verify_presentation
from guildmark.errors import GuildmarkError
from tests.credentials import signed
from tests.credentials.presented import V2, credential, presentation, shown
from tests.credentials.signed import KEY, NOW, STRANGERS_KEY


def judged(document: Any, **asked: Any) -> Presented:
    return verify_presentation(document, now=NOW, **asked)


def failed(found: Presented) -> list[str]:
    return [check.check for check in found.checks if check.result == "fail"]


def test_a_presentation_of_records_is_valid() -> None:
    record = signed.ob3(signed.full())
    found = judged(shown(presentation(record, signed.ob3_jcs(signed.small()))))
    assert (found.verdict, len(found.credentials)) == ("valid", 2)


def test_one_credential_may_stand_without_a_list_and_none_at_all_may() -> None:
    assert judged(shown({**presentation(), "verifiableCredential": signed.ob3(credential())})).verdict == "valid"
    empty = presentation()
    del empty["verifiableCredential"]
    assert judged(shown(empty)).verdict == "valid"


def test_a_record_in_an_envelope_is_judged_too() -> None:
    good = envelope(signed.ob3_jwt(signed.example()))
    assert judged(shown(presentation(good))).verdict == "valid"
    header, payload, signature = signed.ob3_jwt(signed.example()).split(".")
    bad = envelope(f"{header}.{payload}.{signature[::-1]}")
    assert judged(shown(presentation(bad))).verdict == "invalid"


def test_one_bad_credential_spoils_it() -> None:
    record = signed.ob3(signed.small())
    record["validFrom"] = "2026-11-23T12:00:01Z"
    found = judged(shown(presentation(signed.ob3(signed.small()), record)))
    assert [one.verdict for one in found.credentials] == ["valid", "invalid"]
    assert found.verdict == "invalid"


def test_what_was_asked_must_be_answered() -> None:
    made = shown(presentation(), challenge="c1", domain="academy.example.org")
    assert judged(made, challenge="c1", domain="academy.example.org").verdict == "valid"
    assert judged(made).verdict == "valid"
    assert failed(judged(made, challenge="c2")) == ["answer"]
    assert failed(judged(made, challenge="c1", domain="other.example.org")) == ["answer"]
    assert failed(judged(shown(presentation()), challenge="c1")) == ["answer"]


def test_who_presents_must_have_signed() -> None:
    assert failed(judged(shown(presentation(), key=STRANGERS_KEY))) == ["holder"]
    assert failed(judged(presentation())) == ["proof"]
    made = shown(presentation(), challenge="c1")
    made["proof"][0]["challenge"] = "c2"
    assert failed(judged(made, challenge="c2")) == ["proof"]


def test_a_proof_that_asserts_presents_nothing() -> None:
    assert failed(judged(signed.ob3(presentation()))) == ["proof"]


def test_only_the_holders_own_word_needs_no_proof_of_its_own() -> None:
    assert judged(shown(presentation(credential()))).verdict == "valid"
    assert failed(judged(shown(presentation(credential(issuer=STRANGERS_KEY.did))))) == ["holder"]
    nameless = presentation(credential())
    del nameless["holder"]
    assert failed(judged(shown(nameless))) == ["holder"]
    assert failed(judged(shown(presentation(credential(evidence={"id": "did:example:e"}))))) == ["holder"]


@pytest.mark.parametrize(
    "change",
    [
        {"@context": []},
        {"@context": "https://www.w3.org/ns/credentials/examples/v2"},
        {"@context": [V2, 4]},
        {"type": []},
        {"type": "VerifiableCredential"},
        {"id": None},
        {"holder": "z6Mk"},
        {"holder": {"name": "Acme"}},
        {"verifiableCredential": "https://example.org/credential"},
        {"verifiableCredential": [None]},
        {"proof": "z"},
    ],
)
def test_what_is_not_built_as_a_presentation_is_refused(change: dict[str, Any]) -> None:
    assert failed(judged({**shown(presentation()), **change})) == ["schema"]


def in_token(payload: dict[str, Any], **header: Any) -> dict[str, Any]:
    head = {"alg": "EdDSA", "typ": "vp+jwt", "kid": KEY.kid, **header}
    signed_text = ".".join(base64url.encode(json.dumps(part).encode()) for part in (head, payload))
    return envelope(f"{signed_text}.{base64url.encode(KEY.sign(signed_text.encode()))}", PRESENTATION)


def test_a_presentation_may_come_in_a_token() -> None:
    record = envelope(signed.ob3_jwt(signed.example()))
    for payload in (
        {**presentation(record), "nonce": "c1", "aud": ["a.example"]},
        {"vp": presentation(record), "iss": KEY.did, "nonce": "c1", "aud": "a.example"},
    ):
        found = judged(in_token(payload), challenge="c1", domain="a.example")
        assert (found.verdict, len(found.credentials)) == ("valid", 1)
        assert failed(judged(in_token(payload), challenge="c2")) == ["answer"]


def test_a_token_holds_only_for_its_time() -> None:
    for claims, expected in (({"exp": 1}, ["validity"]), ({"nbf": 4_000_000_000}, ["validity"]), ({"iat": 1}, [])):
        assert failed(judged(in_token({**presentation(), **claims}))) == expected


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ({"typ": "vc+jwt"}, "of the type “vc+jwt”, which does not belong here"),
        ({"crit": ["b64"]}, "demands an extension"),
        ({"kid": None}, "does not name the key"),
        ({"alg": "none"}, "asks for “none”"),
    ],
)
def test_a_token_cannot_choose_how_it_is_read(header: dict[str, Any], words: str) -> None:
    found = judged(in_token(presentation(), **header))
    assert failed(found) == ["proof"]
    assert words in next(str(check.sentence) for check in found.checks if check.check == "proof")


def test_an_envelope_says_what_it_holds_and_nothing_else() -> None:
    document = in_token(presentation())
    for change in ({"@context": []}, {"type": "VerifiablePresentation"}, {"id": document["id"][5:]}, {"name": "A"}):
        with pytest.raises(GuildmarkError):
            token_in({**document, **change}, PRESENTATION)


def test_more_credentials_than_anybody_shows_are_not_checked() -> None:
    found = judged(shown(presentation(*[credential() for _ in range(40)])))
    assert (found.verdict, found.credentials) == ("undetermined", ())
