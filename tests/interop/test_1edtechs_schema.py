"""1EdTech's JSON Schema (STANDARDS_DIR) accepts every record of ours, and what it refuses, our check `schema` refuses.

Deliberate differences, where we accept what the schema refuses: it wants a list for `type`, `proof`, `credentialSchema`
and `termsOfUse`, and one text for the type of an image, an identity, an identifier, a place, a status, a schema, a
service, a term of use and a proof. The data model of Open Badges 3.0 allows both for all of them ("array-compacted",
serialisation to JSON), and linked data makes no difference.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guildmark.credentials import openbadges
from guildmark.credentials.record import Record
from guildmark.credentials.verify.schema import check_schema
from tests.browser.pages import DOWNLOADED
from tests.credentials import designs, signed
from tests.interop.conftest import VerifierCore
from tests.interop.revocable import with_status

FILE = Path(os.environ["STANDARDS_DIR"]) / "ob3" / "achievementcredential-schema.json"
SCHEMA = jsonschema.Draft201909Validator(json.loads(FILE.read_text("utf-8")))
LISTS_OR_ALONE = ("proof", "credentialSchema", "termsOfUse")
RECORDS = [signed.full, signed.example, signed.small]


def refuses(document: Any) -> list[str]:
    return [error.message for error in SCHEMA.iter_errors(document)]


def as_the_schema_wants(value: Any) -> Any:
    """The document with lists and lone values as the schema has them: the deliberate difference taken away."""
    match value:
        case dict():
            made = {key: as_the_schema_wants(item) for key, item in value.items()}
            for key in LISTS_OR_ALONE:
                if isinstance(made.get(key), dict):
                    made[key] = [made[key]]
            return made
        case list():
            return [as_the_schema_wants(item) for item in value]
    return value


def with_types_as_wanted(document: Any, original: Any) -> Any:
    """A changed `type` in the form that it had: alone, or in a list."""
    if isinstance(document, dict) and isinstance(original, dict):
        made = {key: with_types_as_wanted(item, original.get(key)) for key, item in document.items()}
        had, has = original.get("type"), document.get("type")
        if isinstance(had, list) and isinstance(has, str):
            made["type"] = [has]
        if isinstance(had, str) and isinstance(has, list) and len(has) == 1:
            made["type"] = has[0]
        return made
    if isinstance(document, list) and isinstance(original, list):
        return [
            with_types_as_wanted(item, original[place] if place < len(original) else None)
            for place, item in enumerate(document)
        ]
    return document


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("sign", [signed.ob3, signed.ob3_jcs])
def test_it_accepts_our_signed_records(record: Callable[[], dict[str, Any]], sign: Any) -> None:
    assert refuses(sign(record())) == []
    assert refuses(sign(with_status(record()))) == []


@settings(max_examples=200)
@given(designs.records())
def test_it_accepts_records_of_every_shape(drawn: tuple[dict[str, Any], Record]) -> None:
    document = openbadges.write(drawn[1])
    assert refuses(document) == []
    assert check_schema(document).result == "pass"


def test_it_accepts_the_file_that_was_downloaded_in_the_browser() -> None:
    assert DOWNLOADED.is_file(), "`make interop` walks the journey in the browser first, which downloads the record."
    assert refuses(json.loads(DOWNLOADED.read_text("utf-8"))) == []


ODD: list[Any] = [
    None,
    True,
    7,
    0.5,
    "",
    "x",
    "ext:own",
    "https://example.org/",
    [],
    ["x"],
    [None],
    {},
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


def changed(document: Any, path: tuple[Any, ...], change: Callable[[Any, Any], None]) -> Any:
    made = copy.deepcopy(document)
    node = made
    for step in path[:-1]:
        node = node[step]
    change(node, path[-1])
    return made


def rich() -> dict[str, Any]:
    """A badge that uses every shape of the schema."""
    kind = {"id": "https://example.org/k", "type": "Kind"}
    image = {"id": "https://example.org/i.png", "type": "Image", "caption": "A lamp"}
    entry = {"type": "IdentifierEntry", "identifier": "1", "identifierType": "systemId"}
    alignment = {
        "type": ["Alignment"],
        "targetName": "Light",
        "targetUrl": "https://example.org/light",
        "targetCode": "L",
        "targetDescription": "Light",
        "targetFramework": "Stage",
        "targetType": "CTDL",
    }
    place = {"type": "GeoCoordinates", "latitude": 50.1, "longitude": 14}
    address = {
        "type": ["Address"],
        "addressCountry": "Czechia",
        "addressCountryCode": "CZ",
        "addressRegion": "P",
        "addressLocality": "Prague",
        "streetAddress": "1",
        "postOfficeBoxNumber": "2",
        "postalCode": "3",
        "geo": place,
    }
    profile = {
        "id": "did:example:a",
        "type": ["Profile"],
        "name": "A",
        "url": "https://a.example",
        "phone": "1",
        "description": "B",
        "endorsementJwt": ["a.b.c"],
        "image": image,
        "email": "a@a.example",
        "address": address,
        "otherIdentifier": [entry],
        "official": "O",
        "familyName": "F",
        "givenName": "G",
        "additionalName": "A",
        "patronymicName": "P",
        "honorificPrefix": "H",
        "honorificSuffix": "S",
        "familyNamePrefix": "x",
        "dateOfBirth": "2000-01-01",
        "parentOrg": {"id": "did:example:p", "type": ["Profile"]},
    }
    signed_by = {
        "issuer": profile,
        "validFrom": "2026-11-23T12:00:00Z",
        "validUntil": "2027-11-23T12:00:00Z",
        "awardedDate": "2026-11-23T12:00:00Z",
        "credentialSchema": [kind],
        "credentialStatus": kind,
        "refreshService": kind,
        "termsOfUse": [kind],
        "proof": [
            {
                "type": "DataIntegrityProof",
                "created": "2026-11-23T12:00:00Z",
                "cryptosuite": "eddsa-rdfc-2022",
                "challenge": "c",
                "domain": "d",
                "nonce": "n",
                "proofPurpose": "assertionMethod",
                "proofValue": "z1",
                "verificationMethod": "did:example:a#1",
            }
        ],
    }
    context = signed.full()["@context"][:2]
    endorsement = {
        "@context": context,
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "id": "urn:uuid:e",
        "name": "E",
        "description": "D",
        **signed_by,
        "credentialSubject": {"id": "did:example:a", "type": ["EndorsementSubject"], "endorsementComment": "Good"},
    }
    level = {
        "id": "urn:uuid:l",
        "type": ["RubricCriterionLevel"],
        "name": "L",
        "alignment": [alignment],
        "description": "D",
        "level": "1",
        "points": "2",
    }
    achievement = {
        "id": "urn:uuid:a",
        "type": ["Achievement"],
        "alignment": [alignment],
        "achievementType": "Course",
        "creator": profile,
        "creditsAvailable": 4.5,
        "criteria": {"id": "https://example.org/c", "narrative": "N"},
        "description": "D",
        "endorsement": [endorsement],
        "endorsementJwt": ["a.b.c"],
        "fieldOfStudy": "F",
        "humanCode": "H",
        "image": image,
        "inLanguage": "de-AT",
        "name": "N",
        "otherIdentifier": [entry],
        "related": [{"id": "urn:uuid:r", "type": ["Related"], "inLanguage": "cs", "version": "1"}],
        "resultDescription": [
            {
                "id": "urn:uuid:d",
                "type": ["ResultDescription"],
                "name": "R",
                "resultType": "Percent",
                "alignment": [alignment],
                "allowedValue": ["1"],
                "requiredLevel": "urn:uuid:l",
                "requiredValue": "1",
                "rubricCriterionLevel": [level],
                "valueMax": "2",
                "valueMin": "1",
            }
        ],
        "specialization": "S",
        "tag": ["t"],
        "version": "1",
    }
    return {
        "@context": context, "id": "urn:uuid:b", "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": "N",
        "description": "D", "image": image, "endorsementJwt": ["a.b.c"],
        "evidence": [{
            "id": "https://example.org/e", "type": ["Evidence"], "narrative": "N", "name": "N", "description": "D",
            "genre": "G", "audience": "A",
        }],
        **signed_by,
        "credentialSubject": {
            "id": "did:example:s", "type": ["AchievementSubject"], "activityEndDate": "2026-11-23T12:00:00Z",
            "activityStartDate": "2026-11-22T12:00:00Z", "creditsEarned": 4, "achievement": achievement,
            "identifier": [{
                "type": "IdentityObject", "hashed": True, "identityHash": "sha256$1", "identityType": "emailAddress",
                "salt": "s",
            }],
            "image": image, "licenseNumber": "1", "narrative": "N", "role": "R",
            "source": {"id": "did:example:c", "type": ["Profile"]}, "term": "T",
            "result": [{
                "type": ["Result"], "achievedLevel": "urn:uuid:l", "alignment": [alignment],
                "resultDescription": "urn:uuid:d", "status": "Completed", "value": "2",
            }],
        },
    }  # fmt: skip


def test_the_rich_badge_is_good_to_both() -> None:
    assert refuses(rich()) == []
    assert check_schema(rich()).sentence.text("en") == "The record is built as Open Badges 3.0 asks."


def let_through(document: Any, original: Any) -> bool:
    """Whether we accept what the schema refuses, beyond the differences that are meant."""
    refused = refuses(as_the_schema_wants(with_types_as_wanted(document, original)))
    return bool(refused) and check_schema(document).result == "pass"


def of_a_badge() -> list[tuple[Any, ...]]:
    """Every place but those that say that it is a badge: what is none is judged as a credential."""
    return [path for path in places(rich()) if path[0] != "type" and path not in (("@context",), ("@context", 0))]


def test_what_it_refuses_when_something_is_missing_we_refuse() -> None:
    accepted = [
        path for path in of_a_badge() if let_through(changed(rich(), path, lambda node, key: node.pop(key)), rich())
    ]
    assert accepted == []


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_what_it_refuses_when_something_else_stands_there_we_refuse(odd: Any) -> None:
    def put(node: Any, key: Any) -> None:
        node[key] = odd

    assert [path for path in of_a_badge() if let_through(changed(rich(), path, put), rich())] == []


@settings(max_examples=300)
@given(st.data())
def test_what_it_refuses_of_records_that_were_changed_in_several_places_we_refuse(data: st.DataObject) -> None:
    document = original = data.draw(st.sampled_from([rich(), signed.ob3(signed.full()), signed.ob3(signed.small())]))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([path for path in places(document) if path[0] not in ("@context", "type")]))
        odd = data.draw(st.sampled_from(ODD) | designs.anything)
        act = data.draw(st.sampled_from(("put", "drop")))

        def change(node: Any, key: Any, act: str = act, odd: Any = odd) -> None:
            if act == "drop":
                node.pop(key)
            else:
                node[key] = odd

        document = changed(document, path, change)
    assert not let_through(document, original)


@pytest.mark.parametrize("closed", ["image", "identifier", "otherIdentifier"])
def test_what_the_schema_has_closed_is_closed_here(closed: str) -> None:
    document = rich()
    subject = document["credentialSubject"]
    node = {"image": document["image"], "identifier": subject["identifier"][0]}.get(
        closed, subject["achievement"]["otherIdentifier"][0]
    )
    node["more"] = "x"
    assert refuses(document)
    assert check_schema(document).result == "fail"


@pytest.mark.parametrize("record", RECORDS)
def test_verifier_core_finds_our_records_built_as_the_schema_asks(
    verifier_core: VerifierCore, record: Callable[[], dict[str, Any]]
) -> None:
    # It looks for the schema of an OpenBadgeCredential alone, which is another name for the same.
    document = {**record(), "type": ["VerifiableCredential", "OpenBadgeCredential"]}
    address = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
    schema = {**json.loads(FILE.read_text("utf-8")), "$id": address}
    answer = verifier_core.ask(signed.ob3(document), **{address: schema})
    assert [one["result"] for one in answer["schema"]] == [{"valid": True}]
