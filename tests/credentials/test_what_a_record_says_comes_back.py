"""Whatever a design, an issuer and a learner say, reading the record gives back, value for value, shape for shape."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from guildmark.credentials import openbadges
from guildmark.credentials.record import Learner, Record
from guildmark.credentials.record.addresses import is_identifier
from tests.credentials import designs

FILLED_AT_ISSUE = {"learner_identification", "date_of_issuing", "grade", "id"}


def expected(document: dict[str, Any], record: Record) -> dict[str, Any]:
    """The record that must come back: the design's own JSON, with the issuer and the learner."""
    learner = record.learner
    hashed = ["emailAddress"] if learner.email else []
    if learner.identifier and not is_identifier(learner.identifier):
        hashed.append("identifier")
    said: dict[str, Any] = {
        key: value for key, value in document.items() if key not in FILLED_AT_ISSUE and value is not None
    }
    said["id"] = record.id
    said["issuer"] = record.issuer.as_written()
    said["date_of_issuing"] = "2026-11-23T12:00:00Z"
    said["learner_identification"] = {"hashed": hashed, "id": record.subject_id}
    if learner.name is not None:
        said["learner_identification"]["name"] = learner.name
    if "grade" in document:
        said["grade"] = dict(document["grade"])
        if learner.grade is not None:
            said["grade"]["value"] = learner.grade
    if "id" in document:
        said["design"] = document["id"]
    if learner.evidence_url is not None:
        said["evidence"] = [learner.evidence_url]
    if record.valid_until is not None:
        said["valid_until"] = record.valid_until.isoformat().replace("+00:00", "Z")
    return said


def as_json(value: Any) -> str:
    """JSON tells 4 from 4.0 and true from 1, which Python's == does not."""
    return json.dumps(value, sort_keys=True, indent=1)


def through_a_file(document: dict[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(document))
    return read


@given(designs.records())
def test_it_comes_back_for_designs_of_every_shape(drawn: tuple[dict[str, Any], Record]) -> None:
    document, record = drawn
    back = openbadges.read(through_a_file(openbadges.write(record)))
    assert as_json(back) == as_json(expected(document, record))


def test_it_comes_back_for_a_design_that_says_everything() -> None:
    document = designs.everything()
    record = designs.record(document, *designs.everyone())
    back = openbadges.read(through_a_file(openbadges.write(record)))
    assert as_json(back) == as_json(expected(document, record))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("issuer_country", "CZ"),
        ("issuer_country", ["CZ"]),
        ("awarding_body", {"name": "Academy"}),
        ("awarding_body", [{"name": "Academy"}]),
        ("level", {"not_applicable": {"en": "A hobby", "cs": "Koníček"}}),
        ("level", {"nqf": {"country": "IE", "level": "Level 6 (special purpose)"}}),
        ("level", {"nqf": {"country": "IE", "level": "6"}}),
        ("level", {"nqf": {"country": "IE", "level": 6}}),
        ("learning_outcomes", ["Plain", {"en": "By language"}, {"id": "lo1", "text": "Object"}]),
        ("learning_outcomes", [{"id": "lo1", "text": "No skills", "skills": [], "assessed_by": []}]),
        ("supervision", "supervised_without_id"),
        ("workload", {"hours": 4.0, "ects": 0.30000000000000004}),
        ("additional_elements", []),
        ("quality_assurance", {"internal": [], "external": [{"name": "Peers"}]}),
        ("focus", ""),
        ("focus", [None, 1e300, 5e-324, {"": {}}]),
        ("language", "EN-gb"),
        ("image", "badge picture.png"),
    ],
)
def test_one_shape_never_becomes_another(key: str, value: Any) -> None:
    document = {"title": "Light", key: value}
    back = openbadges.read(through_a_file(openbadges.write(designs.record(document))))
    assert as_json(back[key]) == as_json(value)


def test_a_learner_without_name_has_none() -> None:
    record = designs.record({"title": "Light"}, learner=Learner(email="jana@example.org"))
    assert openbadges.read(openbadges.write(record))["learner_identification"] == {
        "hashed": ["emailAddress"],
        "id": record.subject_id,
    }


@given(designs.records())
def test_it_does_not_matter_where_in_the_document_a_node_stands(drawn: tuple[dict[str, Any], Record]) -> None:
    """The signed graph is the same when a node moves, so the record that is read must be the same too."""
    _, record = drawn
    written = through_a_file(openbadges.write(record))
    achievement = written["credentialSubject"]["achievement"]
    moved = through_a_file(written)
    moved["credentialSubject"]["achievement"] = {"id": achievement["id"]}
    moved["elsewhere"] = [achievement]
    assert as_json(openbadges.read(moved)) == as_json(openbadges.read(written))
