"""A record recognised by its text gets the very answer that it gets alone, and what was changed is not recognised."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.ordinary import MOMENT, ordinary
from guildmark.credentials import openbadges
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.prepared import Jcs, PreparedSigner, Rdfc
from guildmark.credentials.prepared.known import FORMS
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.record import Learner
from guildmark.credentials.status import Bitstring, StatusEntry
from guildmark.credentials.status.token_list import TokenList
from guildmark.credentials.verify import Verifier, known_contexts, verify
from guildmark.credentials.verify.looked_up import MOST_KEPT, Listed, ListedTokens, StatusLists
from guildmark.credentials.verify.single import few
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials.prepared.test_prepared_equals_the_slow_path import learners, record

ORDINARY = ordinary()
LATER = MOMENT + timedelta(days=1)


def signing(form: Any = FORMS[0]) -> PreparedSigner:
    return PreparedSigner(ORDINARY.key, created=MOMENT, suite=Rdfc(known_contexts()), serialise=form)


def answer(data: bytes, verifier: Verifier | None = None) -> Any:
    try:
        found = verifier.verify(data) if verifier else verify(data, now=LATER)
        return found.as_json("en")
    except GuildmarkError as error:
        return [fault.code for fault in error.faults]


def issued(name: str, **more: Any) -> bytes:
    learner = Learner(name=name, email="l@example.org", grade=80)
    return signing().sign(openbadges.write(record(learner, **more)))


SIGNING = signing()
VERIFIER = Verifier(now=LATER)


@given(learners)
def test_each_gets_the_answer_that_it_gets_alone(learner: Learner) -> None:
    data = SIGNING.sign(openbadges.write(record(learner)))
    assert answer(data, VERIFIER) == answer(data)


def test_from_the_third_on_records_of_a_design_are_recognised() -> None:
    verifier = Verifier(now=LATER)
    assert {verifier.verify(issued(f"Learner {number}") + b"\n").verdict for number in range(10)} == {"valid"}
    assert verifier.known == 8


JSON_SIGNING = PreparedSigner(ORDINARY.key, created=MOMENT, suite=Jcs(), serialise=FORMS[0])
JSON_VERIFIER = Verifier(now=LATER)


@given(learners)
def test_records_whose_json_is_signed_get_the_answer_that_they_get_alone(learner: Learner) -> None:
    data = JSON_SIGNING.sign(openbadges.write(record(learner)))
    assert answer(data, JSON_VERIFIER) == answer(data)
    changed = data.replace(b"urn:uuid:0", b"not a uuid").replace(b'"name": "', b'"name": "x', 1)
    assert answer(changed, JSON_VERIFIER) == answer(changed)


def test_from_the_third_on_records_whose_json_is_signed_are_recognised() -> None:
    verifier = Verifier(now=LATER)
    for number in range(5):
        learner = Learner(name=f"Learner {number}", email="l@example.org", grade=80)
        data = JSON_SIGNING.sign(openbadges.write(record(learner)))
        assert verifier.verify(data).verdict == "valid"
        document = json.loads(data)
        document["credentialSubject"]["result"][0]["value"] = "99"
        forged = FORMS[0](document)
        assert answer(forged, verifier) == answer(forged)
        document["id"] = "no address"
        forged = FORMS[0](document)
        assert answer(forged, verifier) == answer(forged)
    assert verifier.known >= 3


@pytest.mark.parametrize("form", range(len(FORMS)))
def test_records_that_others_wrote_down_anew_are_recognised_too(form: int) -> None:
    verifier = Verifier(now=LATER)
    for number in range(4):
        data = FORMS[form](json.loads(issued(f"Žofie \U0001f3ad {number}")))
        assert answer(data, verifier) == answer(data)
    assert verifier.known == 2


def taught() -> tuple[Verifier, bytes]:
    verifier = Verifier(now=LATER)
    verifier.verify(issued("One"))
    verifier.verify(issued("Two"))
    data = issued("Three")
    verifier.verify(data)
    assert verifier.known == 1
    return verifier, data


TAUGHT, THREE = taught()


@given(st.integers(0, len(THREE) - 1), st.binary(min_size=0, max_size=3))
def test_a_changed_byte_never_makes_another_answer_than_alone(place: int, new: bytes) -> None:
    data = THREE[:place] + new + THREE[place + 1 :]
    assert answer(data, TAUGHT) == answer(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Three", "Four"),
        ("Three", r"Thr\u0065e"),
        ("Three", r"\ud800"),
        ("Three", 'x","hashed":true,"y":"'),
        ('"hashed":false', '"hashed":0'),
        ("2026-01-05T12:00:00Z", "soon"),
        ("2026-01-05T12:00:00Z", "2026-01-05T12:00:00+00:00"),
        ("urn:uuid:", "name:"),
        ("urn:uuid:", "_:"),
        ("80", "81"),
        ('"proofValue":"z', '"proofValue":"'),
    ],
)
def test_what_a_forger_would_try_is_answered_as_it_is_alone(old: str, new: str) -> None:
    data = THREE.replace(old.encode(), new.encode())
    assert data != THREE
    assert answer(data, TAUGHT) == answer(data)
    once = THREE.replace(old.encode(), new.encode(), 1)
    assert answer(once, TAUGHT) == answer(once)


def test_a_status_list_is_fetched_once_for_a_batch() -> None:
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return b"{}"

    verifier = Verifier(now=LATER, fetch=fetch)
    entries = [StatusEntry("https://stage.example/status/1", 70_000 + number) for number in range(5)]
    results = [verifier.verify(issued(f"L{entry.index}", status=entry)).result("status") for entry in entries]
    assert (results, len(asked)) == (["fail"] * 5, 1)


def test_records_under_a_p256_key_are_recognised_too_and_forged_ones_are_not_good() -> None:
    key = SigningKey.of(ec.derive_private_key(7, ec.SECP256R1()))
    signer = PreparedSigner(key, created=MOMENT, suite=Rdfc(known_contexts()), serialise=FORMS[0])

    def made(number: int) -> bytes:
        document = openbadges.write(record(Learner(name=f"Learner {number}", email="l@example.org", grade=80)))
        document["issuer"] = {**document["issuer"], "id": key.did}
        return signer.sign(document)

    verifier = Verifier(now=LATER)
    assert {verifier.verify(made(number)).verdict for number in range(5)} == {"valid"}
    assert verifier.known == 3
    genuine = json.loads(made(6))
    other = json.loads(made(7))["proof"][0]["proofValue"]
    forged = {**genuine, "proof": [{**genuine["proof"][0], "proofValue": other}]}
    data = FORMS[0](forged)
    assert answer(data, verifier) == answer(data)
    assert verifier.verify(data).result("proof") == "fail"


def test_a_list_that_does_not_answer_is_asked_once_for_a_batch() -> None:
    asked: list[str] = []

    def silent(address: str) -> bytes:
        asked.append(address)
        raise GuildmarkError(Fault("fetch.timeout", say("{url} took too long to answer.", url=address)))

    signer, verifier = signing(), Verifier(now=LATER, fetch=silent)
    for name in ("One", "Two", "Three"):
        status = StatusEntry("https://stage.example/status/1", 70_000)
        found = verifier.verify(signer.sign(openbadges.write(record(Learner(name=name), status=status))))
        assert found.result("status") == "not_checked"
    assert asked == ["https://stage.example/status/1"]


def test_a_record_cannot_send_its_reader_to_any_number_of_addresses() -> None:
    asked: list[str] = []

    def silent(address: str) -> bytes:
        asked.append(address)
        raise GuildmarkError(Fault("fetch.timeout", say("{url} took too long to answer.", url=address)))

    fetch = few(silent)
    for number in range(40):
        with pytest.raises(GuildmarkError):
            fetch(f"https://stage.example/{number}")
    assert len(asked) == 12


def test_an_endless_record_is_not_learnt_from() -> None:
    """What it shares with others would be kept, and looked for in every record that follows."""
    verifier = Verifier(now=LATER)
    for number in range(3):
        document = openbadges.write(record(Learner(name=f"L{number}", email="l@example.org")))
        people = [{**document["credentialSubject"]["identifier"][0], "salt": f"s{place}"} for place in range(80)]
        document["credentialSubject"]["identifier"] = people
        data = vcjwt.sign(document, ORDINARY.key).encode()
        assert answer(data, verifier) == answer(data)
    assert verifier.known == 0


def test_no_more_lists_are_kept_than_a_batch_needs() -> None:
    lists = StatusLists()
    for number in range(1_000):
        lists.bitstrings[f"https://a.example/{number}", None, "revocation", 1] = Listed(Bitstring.empty(), {})
        lists.tokens[f"https://a.example/{number}", None] = ListedTokens(TokenList.empty(), {})
    assert len(lists.bitstrings) <= MOST_KEPT
    assert len(lists.tokens) <= MOST_KEPT
