"""The document is an Open Badge that others can show: native properties hold what they can hold."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from guildmark.credentials import openbadges
from guildmark.credentials.openbadges.write import rfc3339
from guildmark.credentials.record import Issuer, Learner
from guildmark.errors import GuildmarkError
from guildmark.toolkit.design.model import Design
from tests.credentials import designs


@pytest.fixture
def document() -> dict[str, Any]:
    return openbadges.write(designs.record(designs.everything(), *designs.everyone()))


@pytest.fixture
def subject(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["credentialSubject"]
    return found


@pytest.fixture
def achievement(subject: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = subject["achievement"]
    return found


def test_it_says_what_it_is(document: dict[str, Any], achievement: dict[str, Any]) -> None:
    assert document["@context"][:2] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    assert document["@context"][2:] == [dict(openbadges.INLINE_CONTEXT)]
    assert document["type"] == ["VerifiableCredential", "AchievementCredential"]
    assert achievement["achievementType"] == "MicroCredential"
    assert achievement["tag"] == ["micro-credential"]
    assert achievement["description"].startswith("A micro-credential of 100 hours of work and 4.5 ECTS credits.")


def test_title_criteria_credits_language_and_image_are_native(achievement: dict[str, Any]) -> None:
    assert achievement["name"] == "Light for small stages"
    assert "- Design the light of a small stage" in achievement["criteria"]["narrative"]
    assert "- portfolio: Complete and traceable" in achievement["criteria"]["narrative"]
    assert (achievement["creditsAvailable"], achievement["inLanguage"]) == (4.5, "en")
    assert achievement["image"] == {"id": "https://academy.example.org/light.png", "type": "Image"}


def test_levels_and_skills_are_alignments(achievement: dict[str, Any]) -> None:
    shown = [(a.get("targetType"), a.get("targetCode"), a["targetUrl"]) for a in achievement["alignment"]]
    assert shown == [
        ("ext:EQF", "5", "http://data.europa.eu/snb/eqf/5"),
        ("ext:NQF", "7", "https://w3id.org/guildmark/terms#nqf.CZ.7"),
        ("ext:QFEHEA", "short", "https://w3id.org/guildmark/terms#qf-ehea.short"),
        ("ext:ESCOSkill", None, "http://data.europa.eu/esco/skill/0d4a"),
        (None, None, "local:7"),
    ]


def test_european_concepts_stand_by_their_address(achievement: dict[str, Any]) -> None:
    assert [method["assessmentType"] for method in achievement["assessmentMethod"]] == [
        "http://data.europa.eu/snb/assessment/4f03b91c0e",
        "https://w3id.org/guildmark/terms#assessment.stage_walk",
    ]
    assert achievement["participationForm"]["participationMode"] == (
        "http://data.europa.eu/snb/learning-assessment/e92d221e4d"
    )
    assert achievement["supervision"]["supervisionKind"] == (
        "http://data.europa.eu/snb/supervision-verification/70be69aaf9"
    )


def test_the_scale_goes_from_low_to_high_and_the_grade_is_a_result(
    subject: dict[str, Any], achievement: dict[str, Any]
) -> None:
    (scale,) = achievement["resultDescription"]
    (result,) = subject["result"]
    assert scale["allowedValue"] == ["pass", "merit", "distinction"]
    assert (result["resultDescription"], result["value"]) == (scale["id"], "merit")


def test_the_name_is_in_clear_and_the_rest_is_hashed(subject: dict[str, Any]) -> None:
    name, email, number = subject["identifier"]
    assert (name["identityType"], name["hashed"], name["identityHash"]) == ("name", False, "Jana Dvořáková")
    assert email["identityHash"] == "sha256$" + hashlib.sha256(b"jana@example.org" + b"salt-0").hexdigest()
    assert (number["identityType"], number["hashed"], number["salt"]) == ("identifier", True, "salt-1")
    assert "Jana@example.org" not in json.dumps(subject)
    assert "S-17" not in json.dumps(subject)


def test_a_hash_is_the_one_of_the_specification() -> None:
    known = "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
    assert openbadges.identity_hash("a@example.com", "Kosher") == known


@pytest.mark.parametrize("identifier", ["did:example:123", "urn:isbn:9780141036144", "https://orcid.example.org/0000"])
def test_an_identifier_that_is_an_address_is_the_subject(identifier: str) -> None:
    document = openbadges.write(designs.record({"title": "Light"}, learner=Learner(identifier=identifier)))
    assert document["credentialSubject"]["id"] == identifier
    assert "identifier" not in document["credentialSubject"]


@pytest.mark.parametrize(
    "identifier", ["S-17", "https://example.org/a b", "did:", "urn:x", "https://<x>", "_:b0", "id:1"]
)
def test_any_other_identifier_is_hashed(identifier: str) -> None:
    document = openbadges.write(designs.record({"title": "Light"}, learner=Learner(identifier=identifier)))
    assert document["credentialSubject"]["id"].startswith("urn:uuid:")
    assert document["credentialSubject"]["identifier"][0]["identityType"] == "identifier"


def test_the_birth_date_stays_out(document: dict[str, Any]) -> None:
    from datetime import date

    born = Learner(name="Jana", email="jana@example.org", birth_date=date(1999, 4, 30))
    assert "1999" not in json.dumps(openbadges.write(designs.record({"title": "Light"}, learner=born)))


def test_the_address_has_the_country_of_the_design() -> None:
    issuer = Issuer(name="Academy", country="CZ", address={"city": "Brno", "floor": 3}, id=designs.DID)
    place = openbadges.profile(issuer, Design(title="Light", issuer_country="AT/Wien"))["address"]
    assert {key: place[key] for key in place if key not in {"id", "type"}} == {
        "addressCountryCode": "AT",
        "addressLocality": "Brno",
        "addressRegion": "Wien",
    }


def test_of_a_joint_award_the_address_has_the_issuers_own_country() -> None:
    design = Design(title="Light", issuer_country=["AT", "CZ"])
    issuer = Issuer(name="Academy", country="CZ", id=designs.DID)
    assert openbadges.profile(issuer, design)["address"]["addressCountryCode"] == "CZ"


def test_what_learners_share_is_the_same_for_each_of_them() -> None:
    one = openbadges.write(designs.record(designs.everything(), *designs.everyone()))
    other = openbadges.write(
        designs.record(designs.everything(), learner=Learner(name="Amir", email="amir@example.org"))
    )
    assert json.dumps(one["credentialSubject"]["achievement"]) == json.dumps(other["credentialSubject"]["achievement"])


def test_another_design_is_another_achievement() -> None:
    design = designs.everything()
    first = openbadges.achievement_id(Design.model_validate(design))
    assert first == openbadges.achievement_id(Design.model_validate(designs.everything()))
    assert first != openbadges.achievement_id(Design.model_validate(design | {"version": 3}))


def test_credits_that_a_canonical_form_would_shorten_stand_exactly_in_the_workload() -> None:
    workload = {"hours": 30, "ects": 0.30000000000000004}
    written = openbadges.achievement(Design.model_validate({"title": "Light", "workload": workload}))
    assert "creditsAvailable" not in written
    assert written["workload"]["workloadEcts"] == "0.30000000000000004"


def test_validity_is_counted_from_the_day_of_issue() -> None:
    document = openbadges.write(designs.record({"title": "Light", "validity": "P1Y6M"}))
    assert document["validUntil"] == "2028-05-23T12:00:00Z"


def test_a_time_keeps_its_zone() -> None:
    from datetime import datetime

    assert rfc3339(datetime.fromisoformat("2026-11-23T12:00:00+01:00")) == "2026-11-23T12:00:00+01:00"


def test_prose_is_said_in_the_designs_language_where_we_speak_it() -> None:
    german = openbadges.achievement(Design(title={"de": "Licht", "en": "Light"}, language="de-AT"))
    assert german["name"] == "Licht"


def test_what_is_nested_too_deep_for_a_record_is_refused_with_its_place() -> None:
    deep: Any = "bottom"
    for _ in range(30):
        deep = [deep]
    with pytest.raises(GuildmarkError) as caught:
        openbadges.write(designs.record({"title": "Light", "modules": deep}))
    assert [(fault.code, fault.place.path) for fault in caught.value.faults] == [("record.design.too_deep", "/modules")]


def test_a_number_beyond_what_json_carries_is_refused() -> None:
    with pytest.raises(GuildmarkError) as caught:
        openbadges.write(designs.record({"title": "Light", "focus": 2**60}))
    assert caught.value.faults[0].code == "record.design.uncanonical"
