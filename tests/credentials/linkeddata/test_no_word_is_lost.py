"""What no signature would cover is refused: undefined words, relative addresses, and two ways of reading."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.credentials.linkeddata import CREDENTIALS_V1, CREDENTIALS_V2, Contexts, UnknownContextError, canonical
from guildmark.errors import GuildmarkError

CREDENTIAL: dict[str, Any] = {
    "@context": [CREDENTIALS_V2],
    "id": "urn:uuid:1",
    "type": ["VerifiableCredential"],
    "issuer": "did:example:issuer",
    "validFrom": "2026-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:learner"},
}
CONTEXTS = Contexts()


def codes(**changed: Any) -> set[str]:
    with pytest.raises(GuildmarkError) as error:
        canonical({**CREDENTIAL, **changed}, CONTEXTS)
    return {fault.code for fault in error.value.faults}


def test_the_credential_itself_is_whole() -> None:
    assert canonical(CREDENTIAL, CONTEXTS).count("\n") == 4


def test_an_undefined_term_is_refused() -> None:
    assert codes(grade="1") == {"linkeddata.undefined"}


def test_an_undefined_term_deep_inside_is_refused() -> None:
    assert codes(credentialSubject={"id": "did:example:learner", "grade": {"value": "1"}}) == {"linkeddata.undefined"}


def test_every_undefined_term_is_named() -> None:
    with pytest.raises(GuildmarkError) as error:
        canonical({**CREDENTIAL, "grade": 1, "mark": 2}, CONTEXTS)
    assert sorted(str(fault.found) for fault in error.value.faults) == ["grade", "mark"]


@pytest.mark.parametrize("types", [["VerifiableCredential", "Diploma"], ["VerifiableCredential", "@diploma"]])
def test_an_undefined_type_is_refused(types: list[str]) -> None:
    assert codes(type=types) & {"linkeddata.undefined", "linkeddata.address"}


@pytest.mark.parametrize("address", ["learner", "./learner", "../learner", "//example.org/learner", "?x", "#x", ""])
def test_a_relative_address_is_refused(address: str) -> None:
    assert codes(id=address) == {"linkeddata.undefined"}
    assert codes(issuer=address) == {"linkeddata.undefined"}


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a b",
        "urn:a> <urn:b> <urn:c> .\n<urn:x",
        "urn:a\n",
        'urn:"a"',
        "urn:{a}",
        "urn:a\\b",
        "urn:a\x00",
        "@id",
        "_:",
        "_:a b",
    ],
)
def test_an_address_that_would_be_dropped_or_could_end_a_statement_is_refused(address: str) -> None:
    assert codes(id=address) <= {"linkeddata.address", "linkeddata.undefined"}
    assert codes(credentialSubject={"id": address}) <= {"linkeddata.address", "linkeddata.undefined"}


def test_a_made_up_address_of_ours_cannot_be_brought_along() -> None:
    assert codes(id="undefined-in-json-ld://document/x") == {"linkeddata.undefined"}


def test_the_base_that_pyld_invents_is_an_address_like_any_other() -> None:
    assert "<http://example.org/base/x>" in canonical({**CREDENTIAL, "id": "http://example.org/base/x"}, CONTEXTS)


@pytest.mark.parametrize(
    "hidden",
    [
        {"https://www.w3.org/2018/credentials#validUntil": "2020-01-01T00:00:00Z"},
        {"cred:validUntil": "2020-01-01T00:00:00Z"},
        {"@graph": [{"id": "urn:uuid:1"}]},
        {"@included": [{"id": "urn:uuid:1", "validUntil": "2020-01-01T00:00:00Z"}]},
        {"@reverse": {"issuer": {"id": "urn:x"}}},
        {"@id": "urn:uuid:1"},
        {"name": {"@value": "x", "@index": "unsigned"}},
        {"name": {"@value": "x", "@direction": "rtl"}},
        {"name": {"@value": None}},
        {"name": {"@language": "en"}},
        {"validUntil": [["2020-01-01T00:00:00Z"]]},
        {"credentialSubject": {"id": "urn:uuid:1", "validUntil": "2020-01-01T00:00:00Z"}},
    ],
)
def test_what_plain_json_and_linked_data_read_differently_is_refused(hidden: dict[str, Any]) -> None:
    assert codes(**hidden) == {"linkeddata.ambiguous"}


@pytest.mark.parametrize("language", ["en> .\n", "not a tag", "", "ěn"])
def test_a_language_that_is_no_tag_is_refused(language: str) -> None:
    assert codes(name={"@value": "x", "@language": language}) <= {"linkeddata.language", "linkeddata.unreadable"}


def test_an_unknown_context_is_never_fetched() -> None:
    with pytest.raises(UnknownContextError):
        canonical({**CREDENTIAL, "@context": [CREDENTIALS_V2, "https://example.org/context"]}, CONTEXTS)


@pytest.mark.parametrize("context", [{"x": "urn:x"}, {}, None, 4])
def test_a_context_that_the_document_brings_is_not_known(context: Any) -> None:
    with pytest.raises(UnknownContextError):
        canonical({**CREDENTIAL, "@context": [CREDENTIALS_V2, context]}, CONTEXTS)
    with pytest.raises(UnknownContextError):
        canonical({**CREDENTIAL, "issuer": {"id": "did:example:issuer", "@context": context}}, Contexts({"y": "urn:y"}))


def test_contexts_that_contradict_each_other_are_refused() -> None:
    assert codes(**{"@context": [CREDENTIALS_V2, CREDENTIALS_V1]}) == {"linkeddata.unreadable"}
