"""`guildmark issue --replace` and `--renew-before`: what is not in force does not come back, and everybody is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ISSUE, Guildmark
from tests.cli.test_status import LISTED, URL, status

RENEW = ("--renew-before", "2027-02-01")
"""A day by which records of 2026-01-01 have ended, and those of this run have not."""
REASONS = {"error": "revoked", "withdrawn": "revoked", "he asked for it": "revoked", "review": "suspended"}


@pytest.fixture
def yearly(issuing: Path) -> Path:
    """All that `issue` needs, for records that hold a year."""
    design = json.loads((issuing / "design.json").read_text("utf-8"))
    (issuing / "design.json").write_text(json.dumps({**design, "validity": {"years": 1}}), "utf-8")
    return issuing


def _first(guildmark: Guildmark, *words: str) -> list[dict[str, Any]]:
    """The records of Dora and Bob, from the first of January on."""
    said = guildmark(*ISSUE, *words, "--valid-from", "2026-01-01", "--json")
    issued: list[dict[str, Any]] = said.json["issued"]
    return issued


def _set(guildmark: Guildmark, record: Mapping[str, Any], reason: str) -> None:
    words = ("--set", REASONS[reason], "--reason", reason, "--list", "status.jsonl")
    assert guildmark("status", record["record_id"], *words).code == 0


def _rename(folder: Path, *names: tuple[str, str]) -> None:
    learners = folder / "learners.csv"
    text = learners.read_text("utf-8")
    for old, new in names:
        text = text.replace(old, new)
    learners.write_text(text, "utf-8")


def _written(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("reason", REASONS)
def test_a_record_that_is_not_in_force_is_not_renewed_and_the_others_are(
    guildmark: Guildmark, yearly: Path, reason: str
) -> None:
    dora, bob = _first(guildmark, *LISTED)
    _set(guildmark, dora, reason)
    said = guildmark(*ISSUE, *LISTED, *RENEW, "--json")
    assert said.code == 1
    assert [one["row"] for one in said.json["issued"]] == [bob["row"]]
    (left,) = said.json["not_in_force"]
    assert {key: left[key] for key in dora} == dora
    assert "guildmark status" in left["message"] or "--replace" in left["message"]
    assert status(yearly / "out" / dora["file"])[0] == "invalid"
    shown = guildmark(*ISSUE, *LISTED, *RENEW)
    assert shown.code == 1
    assert dora["record_id"] in shown.out


@pytest.mark.parametrize("reason", ["withdrawn", "he asked for it", "review"])
def test_a_correction_brings_back_neither_a_withdrawn_award_nor_a_suspended_one(
    guildmark: Guildmark, yearly: Path, reason: str
) -> None:
    dora, _ = _first(guildmark, *LISTED)
    _set(guildmark, dora, reason)
    _rename(yearly, ("Dora", "Theodora"), ("Bob", "Robert"))
    said = guildmark(*ISSUE, *LISTED, "--replace", "--json")
    assert (said.code, len(said.json["issued"])) == (1, 1)
    assert [one["record_id"] for one in said.json["not_in_force"]] == [dora["record_id"]]


def test_what_was_issued_in_error_is_corrected_not_without_a_word_and_names_the_new_record(
    guildmark: Guildmark, yearly: Path
) -> None:
    dora, _ = _first(guildmark, *LISTED)
    _set(guildmark, dora, "error")
    _rename(yearly, ("Dora", "Theodora"))
    said = guildmark(*ISSUE, *LISTED, "--replace", "--json")
    (new,) = said.json["issued"]
    assert said.code == 0
    assert "dora@example.org" in said.err
    assert status(yearly / "out" / dora["file"])[1:] == (
        "fail",
        f"The issuer has revoked the record: it was issued in error. {new['record_id']} follows it.",
    )


def test_a_suspension_that_is_lifted_lets_the_record_be_renewed(guildmark: Guildmark, yearly: Path) -> None:
    dora, _ = _first(guildmark, *LISTED)
    _set(guildmark, dora, "review")
    assert len(guildmark(*ISSUE, *LISTED, *RENEW, "--json").json["issued"]) == 1
    guildmark("status", dora["record_id"], "--set", "active", "--list", "status.jsonl")
    said = guildmark(*ISSUE, *LISTED, *RENEW, "--json")
    assert (said.code, [one["row"] for one in said.json["issued"]]) == (0, [dora["row"]])


@pytest.mark.parametrize("kind", ["ob3", "ob3-jcs", "ob3-jwt", "sd-jwt"])
@pytest.mark.parametrize("words", [("--replace",), RENEW])
@pytest.mark.parametrize("other", [(), ("--status", URL + "0", "--list", "other.jsonl")])
def test_without_the_list_of_a_record_no_other_one_follows_it(
    guildmark: Guildmark, yearly: Path, kind: str, words: tuple[str, ...], other: tuple[str, ...]
) -> None:
    _first(guildmark, *LISTED, "--format", kind)
    if words == ("--replace",):
        _rename(yearly, ("Dora", "Theodora"))
    before = _written(yearly)
    said = guildmark(*ISSUE, *words, *other, "--format", kind, "--json")
    assert said.codes == ["issue.status.other"] * (1 if words == ("--replace",) else 2)
    assert all(f"--status {URL} --list FILE" in error["message"] for error in said.json["errors"])
    assert _written(yearly) == before


def test_records_without_a_status_need_no_list_to_be_followed(guildmark: Guildmark, yearly: Path) -> None:
    _first(guildmark)
    _rename(yearly, ("Dora", "Theodora"))
    assert len(guildmark(*ISSUE, "--replace", "--json").json["issued"]) == 1
    said = guildmark(*ISSUE, *LISTED, *RENEW, "--json")
    assert (said.code, len(said.json["issued"])) == (0, 1)


def test_a_day_that_new_records_would_not_reach_renews_nothing_however_often_it_is_asked_for(
    guildmark: Guildmark, yearly: Path
) -> None:
    first = _first(guildmark, *LISTED)
    for _ in range(2):
        said = guildmark(*ISSUE, *LISTED, "--renew-before", "2040-01-01", "--json")
        assert (said.code, said.json["issued"], said.json["not_renewed"]) == (1, [], first)
    assert "--renew-before" in guildmark(*ISSUE, *LISTED, "--renew-before", "2040-01-01").out


def test_the_same_renewal_twice_renews_once(guildmark: Guildmark, yearly: Path) -> None:
    _first(guildmark, *LISTED)
    assert len(guildmark(*ISSUE, *LISTED, *RENEW, "--json").json["issued"]) == 2
    said = guildmark(*ISSUE, *LISTED, *RENEW, "--json")
    assert (said.code, said.json["issued"], len(said.json["there"])) == (0, [], 2)


def test_who_replaced_or_renewed_records_is_told_to_publish_the_list_again(guildmark: Guildmark, yearly: Path) -> None:
    _first(guildmark, *LISTED)
    said = guildmark(*ISSUE, *LISTED, *RENEW)
    assert f"publish status.published.json at {URL}" in said.out
    again = guildmark(*ISSUE, *LISTED, *RENEW, "--json").json
    assert (again["published"], again["url"]) == (None, None)
    _rename(yearly, ("Dora", "Theodora"))
    told = guildmark(*ISSUE, *LISTED, "--replace", "--json").json
    assert (told["published"], told["url"]) == ("status.published.json", URL)


@pytest.mark.parametrize(("kind", "file"), [("ob3", "status.published.json"), ("sd-jwt", "status.published.jwt")])
def test_a_record_that_was_renewed_and_withdrawn_since_points_to_no_other(
    guildmark: Guildmark, yearly: Path, kind: str, file: str
) -> None:
    dora, _ = _first(guildmark, *LISTED, "--format", kind)
    guildmark(*ISSUE, *LISTED, *RENEW, "--format", kind)
    named = (yearly / file).read_bytes()
    assert b"renewed" in status(yearly / "out" / dora["file"], file)[2].encode()
    _set(guildmark, dora, "withdrawn")
    assert (yearly / file).read_bytes() != named
    assert "urn:uuid" not in status(yearly / "out" / dora["file"], file)[2]


def test_an_award_that_stands_after_all_is_corrected_once_the_issuer_has_said_so(
    guildmark: Guildmark, yearly: Path
) -> None:
    dora, _ = _first(guildmark, *LISTED)
    _set(guildmark, dora, "withdrawn")
    _rename(yearly, ("Dora", "Theodora"))
    assert guildmark(*ISSUE, *LISTED, "--replace", "--json").json["issued"] == []
    _set(guildmark, dora, "error")
    (new,) = guildmark(*ISSUE, *LISTED, "--replace", "--json").json["issued"]
    assert status(yearly / "out" / new["file"])[0] == "valid"


def _killed(guildmark: Guildmark, folder: Path, *words: str) -> list[dict[str, Any]]:
    """What a run leaves that was killed after it announced its records, and before it wrote any."""
    ledger = (folder / "status.jsonl").read_bytes()
    announced: list[dict[str, Any]] = guildmark(*ISSUE, *LISTED, *words, "--json").json["issued"]
    for one in announced:
        (folder / "out" / one["file"]).unlink()
    (folder / "status.jsonl").write_bytes(ledger)
    return announced


@pytest.mark.parametrize("reason", ["withdrawn", "review"])
@pytest.mark.parametrize("words", [(), ("--replace",)])
def test_what_a_killed_run_announced_does_not_bring_back_what_is_no_longer_in_force(
    guildmark: Guildmark, yearly: Path, reason: str, words: tuple[str, ...]
) -> None:
    dora, _ = _first(guildmark, *LISTED)
    _rename(yearly, ("Dora", "Theodora"))
    _killed(guildmark, yearly, "--replace")
    _set(guildmark, dora, reason)
    said = guildmark(*ISSUE, *LISTED, *words, "--json")
    assert (said.code, said.json["issued"]) == (1, [])
    assert [one["record_id"] for one in said.json["not_in_force"]] == [dora["record_id"]]
    verdict, _, sentence = status(yearly / "out" / dora["file"])
    assert verdict == "invalid"
    assert "replaces" not in sentence


def test_a_killed_correction_of_a_row_that_was_put_back_issues_nothing(guildmark: Guildmark, yearly: Path) -> None:
    dora, bob = _first(guildmark, *LISTED)
    _rename(yearly, ("Dora", "Theodora"))
    _killed(guildmark, yearly, "--replace")
    _rename(yearly, ("Theodora", "Dora"))
    said = guildmark(*ISSUE, *LISTED, "--replace", "--json")
    assert (said.code, said.json["issued"]) == (0, [])
    assert {one["record_id"] for one in said.json["there"]} == {dora["record_id"], bob["record_id"]}


def test_a_killed_correction_goes_on_under_the_id_that_was_announced(guildmark: Guildmark, yearly: Path) -> None:
    dora, _ = _first(guildmark, *LISTED)
    _rename(yearly, ("Dora", "Theodora"))
    (announced,) = _killed(guildmark, yearly, "--replace")
    said = guildmark(*ISSUE, *LISTED, "--replace", "--json")
    assert [one["record_id"] for one in said.json["issued"]] == [announced["record_id"]]
    assert status(yearly / "out" / dora["file"])[0] == "invalid"


def test_nobody_is_told_of_a_record_that_was_announced_and_never_written(guildmark: Guildmark, yearly: Path) -> None:
    dora, _ = _first(guildmark, *LISTED)
    _rename(yearly, ("Dora", "Theodora"))
    _killed(guildmark, yearly, "--replace")
    learners = yearly / "learners.csv"
    lines = learners.read_text("utf-8").splitlines(keepends=True)
    learners.write_text("".join(line for line in lines if "Theodora" not in line), "utf-8")
    assert guildmark(*ISSUE, *LISTED, "--json").code == 0
    assert status(yearly / "out" / dora["file"])[0] == "valid"


def test_a_withdrawn_record_whose_file_is_gone_is_not_written_again(guildmark: Guildmark, yearly: Path) -> None:
    dora, _ = _first(guildmark, *LISTED)
    _set(guildmark, dora, "withdrawn")
    (yearly / "out" / dora["file"]).unlink()
    without = guildmark(*ISSUE, "--json")
    assert (without.code, without.json["errors"][0]["code"]) == (2, "issue.status.other")
    said = guildmark(*ISSUE, *LISTED, "--json")
    assert (said.code, said.json["issued"]) == (1, [])
    assert [one["record_id"] for one in said.json["not_in_force"]] == [dora["record_id"]]
    assert not (yearly / "out" / dora["file"]).exists()
