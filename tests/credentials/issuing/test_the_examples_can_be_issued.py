"""The example design, issuer and learners make 25 records that say what the three files say."""

from __future__ import annotations

import json
from pathlib import Path

from guildmark.credentials import openbadges
from guildmark.credentials.issuing import Batch, check_learners
from guildmark.credentials.record import read_issuer
from guildmark.spreadsheets.learners import read_learners
from guildmark.toolkit.design import check
from tests.credentials.designs import DID
from tests.credentials.issuing.runs import Shelf, names, run

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
ISSUED = {"id", "learner_identification", "date_of_issuing", "grade"}
"""Keys that are filled in when a record is issued."""


def test_twenty_five_records() -> None:
    document = json.loads((EXAMPLES / "design.json").read_text("utf-8"))
    checked = check(document)
    read = read_issuer(json.loads((EXAMPLES / "issuer.json").read_text("utf-8")))
    data = (EXAMPLES / "learners.csv").read_bytes()
    learners = check_learners(read_learners(data, "learners.csv", checked.design.grade), checked.design)
    shelf = Shelf()
    run(shelf, learners, Batch(checked.design, read.issuer.signing_with(DID)))
    assert (checked.ok, read.warnings, len(learners)) == (True, (), 25)
    assert names(shelf.records.values()) == sorted(learner.name or "" for learner in learners)
    for learner, record in zip(learners, map(json.loads, shelf.records.values()), strict=True):
        said = openbadges.read(record)
        assert {key: said[key] for key in document if key not in ISSUED} == {
            key: document[key] for key in document if key not in ISSUED
        }
        assert said["grade"] == {**document["grade"], **({"value": learner.grade} if learner.grade is not None else {})}


def test_the_example_issuer_leaves_its_id_to_the_key() -> None:
    read = read_issuer(json.loads((EXAMPLES / "issuer.json").read_text("utf-8")))
    assert read.issuer.id is None
