"""`guildmark context`: Annex 1's four rows come out of its answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Guildmark


@pytest.mark.parametrize("country", ["at", "nl", "it", "cz"])
def test_annex_1_comes_out_of_the_answers(guildmark: Guildmark, country: str) -> None:
    answered = guildmark("context", EXAMPLES / f"answers-{country}.json", "--json").json
    rated = {one["country"]: one for one in guildmark("matrix", EXAMPLES / "matrix.csv", "--json").json["countries"]}
    row = rated[country.upper()]
    assert {key: one["proposed"] for key, one in answered["ratings"].items()} == row["ratings"]
    assert answered["readiness"] == row["readiness"]
    assert all(one["because"] and not one["open"] for one in answered["ratings"].values())


def test_an_open_question_is_named_and_nothing_is_proposed(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"country": "IT", "answers": {"s3.q1": "no"}}))
    answered = guildmark("context", "a.json", "--json").json
    assert answered["readiness"] is None
    assert answered["ratings"]["framework"]["proposed"] is None
    assert answered["ratings"]["framework"]["open"] == ["s3.q1.revision"]


def test_the_empty_template_asks_every_question_and_becomes_an_answer_with_a_country(
    guildmark: Guildmark, tmp_path: Path
) -> None:
    assert guildmark("template", "answers", "-o", "a.json", "--language", "de").code == 0
    document = json.loads((tmp_path / "a.json").read_text("utf-8"))
    document["country"] = "AT"
    (tmp_path / "a.json").write_text(json.dumps(document))
    said = guildmark("context", "a.json", "--json")
    assert (said.code, said.err) == (0, "")
    assert all(one["proposed"] is None for one in said.json["ratings"].values())


def test_every_fault_of_the_answers_has_the_file_and_a_path(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"country": "Atlantis", "answers": {"s1.q1": "maybe", "s9": 1}}))
    said = guildmark("context", "a.json", "--json")
    assert len(said.codes) == 3
    assert {(fault["file"], fault["path"]) for fault in said.json["errors"]} == {
        ("a.json", "/country"),
        ("a.json", "/answers/s1.q1"),
        ("a.json", "/answers/s9"),
    }


def test_an_unknown_key_is_a_warning(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"country": "IT", "anwsers": {}}))
    said = guildmark("context", "a.json", "--json")
    assert said.code == 0
    assert "answers" in said.err


def test_the_answers_that_are_accepted_are_told_to_a_person_too(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text('{"country": "IT", "answers": {"s1.q1": "both", "s2.q1": 5}}', "utf-8")
    said = guildmark("context", "answers.json").err
    assert "Accepted: national, regional or other." in said
    assert "Accepted: yes or no." in said
    assert "M\u00f6glich: yes oder no." in guildmark("context", "answers.json", "--language", "de").err


def test_an_unknown_country_is_named_with_the_nearest(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text('{"country": "Austrai / Wien"}', "utf-8")
    assert "Did you mean Australia or Austria?" in guildmark("context", "answers.json").err
    (fault,) = guildmark("context", "answers.json", "--json", "--language", "de").json["errors"]
    assert "Österreich" in fault["message"]
    assert (fault["path"], fault["accepted"]) == ("/country", ["AU", "AT"])
