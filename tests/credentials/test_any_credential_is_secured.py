"""A credential that others bring is signed when it keeps to its data model, and in no other case."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.credentials.linkeddata import DATA_INTEGRITY_V2
from guildmark.credentials.securing import Mechanism, secure
from guildmark.credentials.verify import known_contexts, verify
from guildmark.errors import GuildmarkError
from tests.credentials.presented import V2, credential
from tests.credentials.signed import KEY, NOW, STRANGERS_KEY, ob3

V1 = "https://www.w3.org/2018/credentials/v1"
OLD = {
    "@context": [V1],
    "type": ["VerifiableCredential"],
    "issuer": KEY.did,
    "issuanceDate": "2020-03-16T22:37:26Z",
    "credentialSubject": {"id": "did:example:subject"},
}
ARABIC = {"@value": "شهادة", "@language": "ar", "@direction": "rtl"}


def made(document: dict[str, Any], mechanism: Mechanism = "eddsa-rdfc-2022") -> dict[str, Any]:
    return secure(document, KEY, mechanism, created=NOW, contexts=known_contexts())


def verdict(document: dict[str, Any]) -> str:
    return verify(json.dumps(document).encode(), now=NOW).verdict


@pytest.mark.parametrize("mechanism", ["eddsa-rdfc-2022", "eddsa-jcs-2022", "vc-jwt"])
def test_what_is_secured_is_valid(mechanism: Mechanism) -> None:
    assert verdict(made(credential(name="A name"), mechanism)) == "valid"


@pytest.mark.parametrize("mechanism", ["eddsa-rdfc-2022", "eddsa-jcs-2022"])
def test_an_old_credential_gets_the_context_of_its_proof(mechanism: Mechanism) -> None:
    secured = made(OLD, mechanism)
    assert secured["@context"] == [V1, DATA_INTEGRITY_V2]
    assert verdict(secured) == "valid"
    assert made({**OLD, "@context": [V1, DATA_INTEGRITY_V2]}, mechanism) == secured


def test_a_direction_is_covered_where_the_json_itself_is_signed() -> None:
    for mechanism in ("eddsa-jcs-2022", "vc-jwt"):
        secured = made(credential(name=ARABIC), mechanism)
        assert verdict(secured) == "valid"
    turned = made(credential(name=ARABIC), "eddsa-jcs-2022")
    turned["name"] = {**ARABIC, "@direction": "ltr"}
    assert verdict(turned) == "invalid"
    with pytest.raises(GuildmarkError) as refused:
        made(credential(name=ARABIC))
    assert refused.value.faults[0].code == "secure.direction"


def test_a_direction_that_no_signature_covers_fails() -> None:
    secured = made(credential(name={"@value": "شهادة", "@language": "ar"}))
    secured["name"] = ARABIC
    assert verdict(secured) == "invalid"


ENTRY = {
    "type": "BitstringStatusListEntry",
    "statusPurpose": "revocation",
    "statusListIndex": "4",
    "statusListCredential": "https://example.org/status/1",
}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"invented": 1}, "linkeddata.undefined"),
        ({"type": ["VerifiableCredential", "Invented"]}, "linkeddata.undefined"),
        ({"@context": [V2, "https://example.org/context"]}, "linkeddata.context.unknown"),
        ({"@context": [V2, 4]}, "secure.schema"),
        ({"@context": ["https://example.org/context", V2]}, "secure.schema"),
        ({"id": None}, "secure.schema"),
        ({"id": "no address"}, "secure.schema"),
        ({"id": ["urn:uuid:a", "urn:uuid:b"]}, "secure.schema"),
        ({"credentialSubject": {}}, "secure.schema"),
        ({"credentialSubject": [{"id": "did:example:a"}, {}]}, "secure.schema"),
        ({"credentialSubject": []}, "secure.schema"),
        ({"credentialStatus": {"id": "did:example:status"}}, "secure.schema"),
        ({"credentialSchema": {"type": "JsonSchema"}}, "secure.schema"),
        ({"evidence": {"id": "did:example:evidence"}}, "secure.schema"),
        ({"termsOfUse": [{"id": "did:example:terms"}]}, "secure.schema"),
        ({"refreshService": {"id": "did:example:refresh"}}, "secure.schema"),
        ({"name": {"@value": "A", "url": "did:example:a"}}, "secure.schema"),
        ({"validFrom": "yesterday"}, "secure.schema"),
        ({"validFrom": "2027-01-01T00:00:00Z", "validUntil": "2026-01-01T00:00:00Z"}, "secure.validity"),
        ({"issuer": STRANGERS_KEY.did}, "secure.issuer"),
        ({"issuer": {"id": STRANGERS_KEY.did}}, "secure.issuer"),
        ({"credentialStatus": {**ENTRY, "statusListIndex": "-1"}}, "secure.status"),
        ({"credentialStatus": {**ENTRY, "statusSize": 2}}, "secure.status"),
        ({"relatedResource": {"id": V2, "digestSRI": "sha256-AAAA"}}, "secure.resources"),
    ],
)
def test_what_a_verifier_would_refuse_is_not_signed(change: dict[str, Any], code: str) -> None:
    with pytest.raises(GuildmarkError) as refused:
        made(credential(**change))
    assert refused.value.faults[0].code == code


def test_what_is_signed_already_is_not_signed_again() -> None:
    with pytest.raises(GuildmarkError) as refused:
        made(ob3(credential()))
    assert refused.value.faults[0].code == "secure.proof"
