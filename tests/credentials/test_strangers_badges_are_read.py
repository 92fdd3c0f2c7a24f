"""Other people's badges are read as far as they speak, and nothing that they can hold makes reading fail."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import openbadges
from guildmark.credentials.openbadges.terms import context_list
from tests.credentials import designs

STRANGER: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "id": "urn:uuid:1",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": {
        "id": "https://college.example.org",
        "type": ["Profile"],
        "name": "Example College",
        "address": {"type": ["Address"], "addressCountryCode": "NL", "addressRegion": "Utrecht"},
    },
    "validFrom": "2025-01-01T00:00:00Z",
    "credentialSubject": {
        "type": ["AchievementSubject"],
        "identifier": [
            {"type": "IdentityObject", "hashed": True, "identityHash": "sha256$0", "identityType": "emailAddress"}
        ],
        "result": [{"type": ["Result"], "resultDescription": "urn:uuid:3", "value": "B"}],
        "achievement": {
            "id": "urn:uuid:2",
            "type": ["Achievement"],
            "name": "Sewing for the stage",
            "description": "A short course.",
            "criteria": {"narrative": "Sew a costume."},
            "creditsAvailable": 3,
            "inLanguage": "nl",
            "alignment": [
                {
                    "type": ["Alignment"],
                    "targetType": "ext:EQF",
                    "targetCode": "5",
                    "targetName": "EQF",
                    "targetUrl": "u",
                },
                {
                    "type": ["Alignment"],
                    "targetName": "sew garments",
                    "targetUrl": "http://data.europa.eu/esco/skill/1",
                },
            ],
            "resultDescription": [
                {"id": "urn:uuid:3", "type": ["ResultDescription"], "name": "Grade", "allowedValue": ["C", "B", "A"]}
            ],
        },
    },
}


def test_the_properties_of_open_badges_say_what_they_can() -> None:
    assert openbadges.read(STRANGER) == {
        "id": "urn:uuid:1",
        "learner_identification": {"hashed": ["emailAddress"]},
        "title": "Sewing for the stage",
        "issuer_country": "NL/Utrecht",
        "awarding_body": {"name": "Example College", "id": "https://college.example.org"},
        "date_of_issuing": "2025-01-01T00:00:00Z",
        "learning_outcomes": ["sew garments"],
        "workload": {"credits": 3},
        "level": {"eqf": 5},
        "grade": {"scale": ["A", "B", "C"], "value": "B"},
        "further_information": "A short course.\n\nSew a costume.",
        "language": "nl",
        "issuer": {
            "id": "https://college.example.org",
            "name": "Example College",
            "country": "NL/Utrecht",
            "address": {"addressRegion": "Utrecht"},
        },
    }


def test_our_words_mean_nothing_without_our_context() -> None:
    document = openbadges.write(designs.record(designs.everything(), *designs.everyone()))
    document["@context"] = document["@context"][:2]
    read = openbadges.read(document)
    assert "participation" not in read
    assert read["title"] == "Light for small stages"


def test_an_issuer_may_be_an_address_alone() -> None:
    assert openbadges.read({**STRANGER, "issuer": "did:example:1"})["issuer"] == {"id": "did:example:1"}


odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


def replaced(value: Any, path: list[int], by: Any) -> Any:
    """The value with another one at a place that the path picks."""
    if not path or not isinstance(value, dict | list) or not value:
        return by
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    chosen = keys[path[0] % len(keys)]
    inner = replaced(value[chosen], path[1:], by)
    if isinstance(value, dict):
        return {**value, chosen: inner}
    return [inner if index == chosen else item for index, item in enumerate(value)]


OURS = openbadges.write(designs.record(designs.everything(), *designs.everyone()))


@pytest.mark.parametrize("document", [STRANGER, OURS], ids=["stranger", "ours"])
@given(st.lists(st.integers(0, 40), min_size=1, max_size=7), odd)
def test_odd_shapes_never_make_it_fail(document: dict[str, Any], path: list[int], by: Any) -> None:
    spoilt = replaced(document, path, by)
    if isinstance(spoilt, dict):
        assert isinstance(openbadges.read({**spoilt, "@context": document["@context"]}), dict)


def test_nodes_that_hold_each_other_are_read_once() -> None:
    """A circle, and a ladder whose every rung doubles: work stays within the size of the document."""
    circle = {"id": "urn:x:0", "type": "DataArray", "dataItem": ["urn:x:0"]}
    ladder = [
        {"id": f"urn:l:{n}", "type": "DataArray", "dataItem": [f"urn:l:{n + 1}", f"urn:m:{n + 1}"]} for n in range(40)
    ] + [{"id": f"urn:m:{n}", "type": "DataArray", "dataItem": [f"urn:l:{n + 1}"]} for n in range(40)]
    document = {
        "@context": context_list(),
        "credentialSubject": {"achievement": {"designFocus": circle, "designModules": "urn:l:0"}},
        "evidence": ladder,
    }
    assert openbadges.read(document)["focus"] == []
