"""What a record says comes back from its SD-JWT, and its holder decides what of it is shown."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guildmark.credentials import openbadges, sdjwt
from guildmark.credentials.bounded import DEFAULT_LIMITS
from guildmark.credentials.keys import SigningKey, generate
from guildmark.credentials.sdjwt.claims import HIDDEN
from guildmark.credentials.sdjwt.disclosures import read_disclosure
from tests.credentials import designs
from tests.credentials.sdjwt.made import issued, judged, record
from tests.credentials.signed import KEY

P256 = generate("p256")


@pytest.mark.parametrize("key", [KEY, P256], ids=["EdDSA", "ES256"])
def test_a_record_is_valid_and_says_all_that_an_open_badge_says(key: SigningKey) -> None:
    whole = record(key)
    found = judged(issued(key))
    assert (found.verdict, found.format) == ("valid", "sd-jwt")
    badge = openbadges.read(openbadges.write(whole))
    elements = {name: value for name, value in badge.items() if name != "learner_identification"}
    assert {name: found.record[name] for name in elements} == elements
    assert found.record["learner_identification"]["name"] == whole.learner.name
    assert found.elements["mandatory"]["missing"] == []


def test_the_credential_is_proved_without_birth_date_and_email() -> None:
    shown = sdjwt.showing(issued(), {"name", "grade"})
    found = judged(shown)
    assert found.verdict == "valid"
    assert set(found.record["learner_identification"]) == {"name", "hashed"}
    assert found.record["grade"]["value"] == "merit"
    decoded = b"".join(base64.urlsafe_b64decode(part + b"==") for part in shown.replace(b".", b"~").split(b"~"))
    assert b"Jana@example.org" not in decoded


def test_nothing_personal_need_be_shown() -> None:
    found = judged(sdjwt.showing(issued(), ()))
    assert found.verdict == "valid"
    assert found.record["learner_identification"] == {"hashed": []}
    assert "grade" not in found.record
    assert found.record["title"] == judged(issued()).record["title"]


def test_every_record_has_as_many_digests_so_that_their_number_tells_nothing() -> None:
    for document in (designs.everything(), {"title": "Light"}):
        payload = sdjwt.read(issued(whole=record(document=document))).token.payload
        assert len(payload["_sd"]) == len(HIDDEN)
        assert payload["_sd"] == sorted(payload["_sd"])


def test_no_two_records_hide_the_same_claim_alike() -> None:
    first, second = (sdjwt.read(issued()) for _ in range(2))
    assert not set(first.token.payload["_sd"]) & set(second.token.payload["_sd"])
    assert {**first.token.payload, "_sd": []} == {**second.token.payload, "_sd": []}


def test_the_header_says_what_it_is() -> None:
    header = sdjwt.read(issued()).token.header
    assert header == {"alg": "EdDSA", "kid": KEY.kid, "typ": "dc+sd-jwt"}


@settings(max_examples=60)
@given(designs.words, st.sampled_from(["title", "prerequisites", "further_information"]))
def test_any_text_comes_back(text: str, element: str) -> None:
    document = {"title": "Light", element: text}
    data = issued(whole=record(document=document))
    assert judged(data).record[element] == text
    assert json.loads(json.dumps(judged(data).as_json()))["verdict"] == "valid"


@pytest.mark.parametrize(
    ("encoded", "name", "value", "digest"),
    [
        (
            "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0",
            "family_name",
            "Möbius",
            "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0",
        ),
        (
            "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0",
            None,
            "FR",
            "w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs",
        ),
    ],
)
def test_the_examples_of_rfc_9901_are_read(encoded: str, name: str | None, value: str, digest: str) -> None:
    found = read_disclosure(encoded, DEFAULT_LIMITS)
    assert (found.name, found.value, found.digest()) == (name, value, digest)
