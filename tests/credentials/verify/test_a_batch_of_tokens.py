"""A token recognised by its text gets the very answer that it gets alone, and what was changed is not recognised."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import base64url, openbadges
from guildmark.credentials.keys import generate
from guildmark.credentials.prepared import TokenSigner
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.record import Learner
from guildmark.credentials.verify import Verifier
from tests.credentials.prepared.test_prepared_equals_the_slow_path import ORDINARY, learners, record
from tests.credentials.verify.test_a_batch_is_judged_one_by_one import LATER, answer

KEY = ORDINARY.key
SIGNING = TokenSigner(KEY)
VERIFIER = Verifier(now=LATER)


def document(name: str) -> dict[str, Any]:
    return openbadges.write(record(Learner(name=name, email="l@example.org", grade=80)))


def issued(name: str) -> bytes:
    return SIGNING.sign_document(document(name))


def taught() -> Verifier:
    verifier = Verifier(now=LATER)
    for name in ("One", "Two"):
        verifier.verify(issued(name))
    assert verifier.verify(issued("Three")).verdict == "valid"
    assert verifier.known == 1
    return verifier


TAUGHT = taught()


@given(learners)
def test_each_gets_the_answer_that_it_gets_alone(learner: Learner) -> None:
    data = SIGNING.sign_document(openbadges.write(record(learner)))
    assert answer(data, VERIFIER) == answer(data)


@given(st.text(min_size=1, max_size=3), st.integers(1, 1_500))
def test_names_of_every_length_are_recognised(letters: str, times: int) -> None:
    """A name pushes what follows it to another place in base64, and a long one out of what is looked at first."""
    data = SIGNING.sign_document(document(letters * times))
    assert answer(data, VERIFIER) == answer(data)


@given(st.data())
def test_one_changed_letter_anywhere_is_seen(data: st.DataObject) -> None:
    token = issued("Four")
    place = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.sampled_from(b"AQgw_-+/=.\n").filter(lambda letter: letter != token[place]))
    changed = token[:place] + bytes([letter]) + token[place + 1 :]
    assert answer(changed, TAUGHT) == answer(changed)


@pytest.mark.parametrize("other", ["issuer", "learner", "achievement"])
def test_a_record_named_like_another_of_its_nodes_is_read_whole(other: str) -> None:
    verifier = taught()
    made = json.loads(payload())
    names = {
        "issuer": made["issuer"]["id"],
        "learner": made["credentialSubject"]["id"],
        "achievement": made["credentialSubject"]["achievement"]["id"],
    }
    data = signed(payload().replace(made["id"].encode(), names[other].encode()))
    assert answer(data, verifier) == answer(data)


def signed(payload: bytes, header: dict[str, Any] | None = None) -> bytes:
    """A token with this payload, signed as it is, so that only its form can be wrong."""
    head = header or {"alg": "EdDSA", "kid": KEY.kid, "typ": "JWT"}
    text = f"{base64url.encode(json.dumps(head).encode())}.{base64url.encode(payload)}"
    return f"{text}.{base64url.encode(KEY.sign(text.encode()))}".encode()


def payload(name: str = "Four") -> bytes:
    return base64url.decode(issued(name).split(b".")[1].decode()) or b""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b'"Four"', b'"Fo\\ud800ur"', id="half a character"),
        pytest.param(b'"Four"', b'"Fo\\u0075r"', id="a letter written otherwise"),
        pytest.param(b'"Four"', b'["Four"]', id="a list for a text"),
        pytest.param(b'"validFrom":"2', b'"validFrom":"x2', id="a time that is none"),
        pytest.param(b'"sub":"urn:', b'"sub":"urm:', id="a claim that contradicts the record"),
        pytest.param(b'"nbf":', b'"nbf":1', id="a time that contradicts the record"),
        pytest.param(b'"nbf":', b'"exp":1,"nbf":', id="an end that the record does not have"),
        pytest.param(b'"nbf":', b'"nbf":1,"nbf":', id="a claim twice"),
        pytest.param(b'"nbf":', b'"name":"x","nbf":', id="a member of the record behind it"),
        pytest.param(b'"nbf":', b'"vc":{},"nbf":', id="a record behind the record"),
        pytest.param(b'"nbf":', b'"vct":"x","nbf":', id="a type behind the record"),
        pytest.param(b'"id":"urn:uuid:', b'"id":"name:', id="an address that a context could read as a word"),
        pytest.param(b'"id":"urn:uuid:', b'"id":"', id="an address that is not whole"),
    ],
)
def test_a_payload_that_is_not_quite_the_same_gets_the_slow_paths_answer(old: bytes, new: bytes) -> None:
    whole = payload()
    assert old in whole
    data = signed(whole.replace(old, new, 1))
    assert answer(data, taught()) == answer(data)


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "HS256"},
        {"alg": "ES256"},
        {"crit": ["b64"]},
        {"b64": False},
        {"b64": True},
        {"typ": "x"},
        {"kid": "did:web:x"},
        {"kid": 4, "jwk": KEY.public.jwk},
    ],
)
def test_another_header_makes_another_token(header: dict[str, Any]) -> None:
    data = signed(payload(), {"alg": "EdDSA", "kid": KEY.kid, "typ": "JWT", **header})
    assert answer(data, taught()) == answer(data)
    assert taught().verify(data).verdict != "valid"


def test_the_other_name_of_the_algorithm_is_known_too() -> None:
    data, verifier = signed(payload(), {"alg": "Ed25519", "kid": KEY.kid, "typ": "JWT"}), taught()
    known = verifier.known
    assert answer(data, verifier) == answer(data)
    assert (verifier.verify(data).verdict, verifier.known) == ("valid", known + 2)


def test_another_key_is_not_the_issuers() -> None:
    data = vcjwt.sign(document("Four"), generate("p256")).encode()
    assert answer(data, taught()) == answer(data)
    assert taught().verify(data).result("issuer") == "fail"


def test_a_signature_is_checked_every_time() -> None:
    one, other = issued("Four"), issued("Five")
    swapped = one.rpartition(b".")[0] + b"." + other.rpartition(b".")[2]
    assert taught().verify(swapped).result("proof") == "fail"


@pytest.mark.parametrize("change", [lambda t: t + b"=", lambda t: t.replace(b".", b"..", 1), lambda t: t + b".e30"])
def test_text_that_is_no_token_is_refused_as_ever(change: Any) -> None:
    data = change(issued("Four"))
    assert answer(data, taught()) == answer(data)


def test_letters_that_base64url_does_not_have_are_refused_as_ever() -> None:
    header, text, signature = issued("Four").split(b".")
    for changed in (text + b"=", text[:-1] + b"+", text[:100] + b"\n" + text[100:], text[:-1] + b"/", b" " + text):
        data = b".".join((header, changed, signature))
        assert answer(data, taught()) == answer(data)
