"""European Digital Credentials: ours are valid, and what was changed, lapsed or signed by another is not."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import elm
from guildmark.credentials.verify import Verification, Verifier, verify
from guildmark.errors import GuildmarkError
from tests.credentials import signed
from tests.credentials.elm import made


def _checked(data: bytes, **more: Any) -> Verification:
    return verify(data, **({"now": signed.NOW} | more))


def _results(checked: Verification) -> dict[str, str]:
    return {check.check: check.result for check in checked.checks}


def _changed(change: Any) -> bytes:
    """The sealed document with another text under the same seal."""
    envelope = json.loads(made.sealed(made.document()))
    document = json.loads(envelope["payload"])
    change(document)
    return json.dumps({**envelope, "payload": json.dumps(document, ensure_ascii=False)}).encode()


def test_our_own_is_valid_and_complete() -> None:
    checked = _checked(made.sealed(made.document()))
    assert (checked.format, checked.verdict) == ("elm", "valid")
    assert checked.elements["mandatory"]["missing"] == []
    assert checked.elements["optional"]["missing"] == []


def test_a_batch_answers_the_same() -> None:
    data = made.sealed(made.document())
    assert Verifier(now=signed.NOW).verify(data).as_json() == _checked(data).as_json()


def test_a_changed_grade_breaks_the_seal() -> None:
    def better(document: dict[str, Any]) -> None:
        document["credentialSubject"]["hasClaim"]["provenBy"]["grade"]["noteLiteral"] = {"en": "100"}

    assert _results(_checked(_changed(better)))["proof"] == "fail"


def test_another_cannot_seal_it_again() -> None:
    checked = _checked(made.sealed(made.document(), signed.STRANGERS_KEY))
    assert (_results(checked)["proof"], _results(checked)["issuer"]) == ("pass", "fail")
    assert checked.verdict == "invalid"


def test_it_ends_when_it_says() -> None:
    data = made.sealed(made.document())
    assert _results(_checked(data, now=signed.NOW + timedelta(days=366 * 5)))["validity"] == "fail"


def test_without_a_seal_it_is_not_signed() -> None:
    checked = _checked(json.dumps(made.document()).encode())
    assert (_results(checked)["proof"], checked.verdict) == ("fail", "invalid")


def test_what_the_profile_asks_for_is_named_where_it_is_missing() -> None:
    document = made.document()
    del document["credentialSubject"]["hasClaim"]["awardedBy"]
    checked = _checked(made.sealed(document))
    (schema,) = [check for check in checked.checks if check.check == "schema"]
    assert "/credentialSubject/hasClaim/awardedBy is missing" in schema.sentence.text("en")
    assert checked.verdict == "invalid"


def test_a_word_that_the_model_does_not_define_fails() -> None:
    document = made.document()
    document["credentialSubject"]["hasClaim"]["stamp"] = "x"
    assert _results(_checked(made.sealed(document)))["context"] == "fail"


def test_under_another_context_nobody_can_say_what_the_words_mean() -> None:
    document = {**made.document(), "@context": ["https://elsewhere.example/"]}
    checked = _checked(made.sealed(document))
    assert (_results(checked)["context"], checked.verdict) == ("not_checked", "undetermined")


@pytest.mark.parametrize(
    ("header", "result"),
    [
        ({"alg": "none"}, "fail"),
        ({"alg": "HS256"}, "fail"),
        ({"alg": "RS256"}, "fail"),
        ({"crit": ["b64", "exp"]}, "not_checked"),
        ({"crit": "b64"}, "not_checked"),
        ({"crit": ["sigT"]}, "fail"),
        ({"kid": "key-1"}, "fail"),
        ({"kid": "key-1", "x5c": ["AAAA"]}, "not_checked"),
        ({"kid": "key-1", "x5c": ["AAAA"], "x5t#S256": "AAAA"}, "fail"),
    ],
)
def test_a_seal_cannot_choose_how_it_is_checked(header: dict[str, Any], result: str) -> None:
    envelope = json.loads(made.sealed(made.document()))
    (entry,) = envelope["signatures"]
    protected = json.loads(elm.seal.base64url.decode(entry["protected"]) or b"") | header
    encoded = elm.seal.base64url.encode(json.dumps(protected).encode())
    signature = signed.KEY.sign(f"{encoded}.{envelope['payload']}".encode())
    entry |= {"protected": encoded, "signature": elm.seal.base64url.encode(signature)}
    assert _results(_checked(json.dumps(envelope).encode()))["proof"] == result


def test_one_bad_seal_is_too_much() -> None:
    envelope = json.loads(made.sealed(made.document()))
    other = json.loads(made.sealed(made.document(learner=made.Learner(name="Eve")), signed.STRANGERS_KEY))
    envelope["signatures"] += other["signatures"]
    assert _results(_checked(json.dumps(envelope).encode()))["proof"] == "fail"


@given(st.data())
def test_no_changed_byte_of_the_envelope_goes_unnoticed(data: st.DataObject) -> None:
    sealed = bytearray(made.sealed(made.document(made.example_design() | {"title": "Light"})).strip())
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    before = _checked(made.sealed(made.document(made.example_design() | {"title": "Light"})))
    try:
        checked = _checked(bytes(sealed))
    except GuildmarkError:
        return
    assert checked.verdict != "valid" or checked.record == before.record
