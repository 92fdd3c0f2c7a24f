"""`guildmark status`: all of the named records or none, told to the world by a signed list."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from guildmark.cli.program import program
from guildmark.credentials.verify import verify
from tests.cli.conftest import ISSUE, Guildmark

URL = "https://academy.example/status/1"
LISTED = ("--status", URL, "--list", "status.jsonl")


@pytest.fixture
def records(guildmark: Guildmark, issuing: Path) -> dict[str, Path]:
    """Two records with a status: file by record id."""
    said = guildmark(*ISSUE, *LISTED)
    assert said.code == 0, said.err
    with (issuing / "out" / "issued.csv").open() as index:
        return {row["record_id"]: issuing / "out" / row["file"] for row in csv.DictReader(index)}


def status(record: Path, file: str = "status.published.json") -> tuple[str, str, str]:
    """The verdict, and what came of the check `status`, while the published list answers at its address."""
    published = {URL: record.parents[1] / file}
    found = verify(record.read_bytes(), now=datetime.now(UTC), fetch=lambda url: published[url].read_bytes())
    check = next(check for check in found.checks if check.check == "status")
    return found.verdict, check.result, check.sentence.text("en")


def test_a_record_is_suspended_and_comes_back_and_is_revoked_for_good(
    guildmark: Guildmark, records: dict[str, Path]
) -> None:
    (one, file), (_other, other_file) = records.items()
    change = ("status", one, "--list", "status.jsonl", "--set")
    assert status(file)[:2] == ("valid", "pass")
    assert guildmark(*change, "suspended", "--reason", "review").code == 0
    assert status(file)[:2] == ("invalid", "fail")
    assert "reviewed" in status(file)[2]
    assert status(other_file)[:2] == ("valid", "pass")
    assert guildmark(*change, "active").code == 0
    assert status(file)[:2] == ("valid", "pass")
    assert guildmark(*change, "revoked", "--reason", "she asked by telephone").code == 0
    assert status(file) == ("invalid", "fail", "The issuer has revoked the record.")
    assert guildmark(*change, "active", "--json").codes == ["status.record.revoked"]


def test_many_are_changed_at_once_or_none(guildmark: Guildmark, records: dict[str, Path]) -> None:
    words = ("--set", "revoked", "--reason", "error", "--list", "status.jsonl", "--json")
    before = Path("status.jsonl").read_bytes()
    assert guildmark("status", *records, "urn:uuid:1", *words).codes == ["status.record.unknown"]
    assert Path("status.jsonl").read_bytes() == before
    said = guildmark("status", *records, *words)
    assert said.json["changed"] == list(records)
    assert {status(file)[1] for file in records.values()} == {"fail"}
    assert guildmark("status", *records, *words).json["changed"] == []


def test_what_is_published_does_not_tell_whose_place_is_whose(records: dict[str, Path]) -> None:
    published = Path("status.published.json").read_text("utf-8")
    assert not any(record in published for record in records)
    assert json.loads(published)["credentialSubject"]["statusPurpose"] == "revocation"
    assert Path("status.jsonl").stat().st_mode & 0o077 == 0
    places = [json.loads(file.read_text("utf-8"))["credentialStatus"]["statusListIndex"] for file in records.values()]
    assert len(set(places)) == len(records)


def test_a_second_run_issues_into_the_same_list_and_keeps_what_was_changed(
    guildmark: Guildmark, records: dict[str, Path]
) -> None:
    one, file = next(iter(records.items()))
    guildmark("status", one, "--set", "revoked", "--reason", "error", "--list", "status.jsonl")
    with Path("learners.csv").open("a") as learners:
        learners.write("Eve,eve@example.org,70\n")
    assert len(guildmark(*ISSUE, *LISTED, "--json").json["issued"]) == 1
    assert status(file)[1] == "fail"


def test_a_reason_is_asked_for(guildmark: Guildmark, records: dict[str, Path]) -> None:
    said = guildmark("status", *records, "--set", "suspended", "--list", "status.jsonl", "--json")
    assert said.codes == ["status.reason.missing"]


def test_a_line_without_its_end_counts_as_not_written(guildmark: Guildmark, records: dict[str, Path]) -> None:
    ledger = Path("status.jsonl")
    ledger.write_bytes(ledger.read_bytes() + b'{"record": "urn:uuid:half')
    words = ("--set", "suspended", "--reason", "review", "--list", "status.jsonl")
    assert guildmark("status", *records, *words).code == 0
    assert b"half" not in ledger.read_bytes()


@pytest.mark.parametrize(
    "line", [b"[]", b"{}", b"nonsense", b'{"record": "a", "code": 9}', b'{"record": 1, "index": 2}']
)
def test_a_damaged_ledger_is_named_with_its_line(guildmark: Guildmark, records: dict[str, Path], line: bytes) -> None:
    ledger = Path("status.jsonl")
    row = ledger.read_bytes().count(b"\n") + 1
    ledger.write_bytes(ledger.read_bytes() + line + b"\n")
    said = guildmark("status", *records, "--set", "active", "--list", "status.jsonl", "--json")
    assert said.codes == ["status.ledger.unreadable"]
    assert said.json["errors"][0]["row"] == row


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--status", URL), "status.options"),
        (("--list", "status.jsonl"), "status.options"),
        (("--status", "http://academy.example/1", "--list", "status.jsonl"), "status.url"),
        (("--status", URL, "--list", "none/status.jsonl"), "output.folder.missing"),
    ],
)
def test_a_list_that_cannot_be_is_refused_before_anything_is_written(
    guildmark: Guildmark, issuing: Path, words: tuple[str, ...], code: str
) -> None:
    assert guildmark(*ISSUE, *words, "--json").codes == [code]
    assert not (issuing / "out").exists()
    assert not (issuing / "status.jsonl").exists()


def test_a_list_is_one_address_and_one_issuer(guildmark: Guildmark, records: dict[str, Path]) -> None:
    assert records
    said = guildmark(*ISSUE, "--status", URL + "0", "--list", "status.jsonl", "--json")
    assert said.codes == ["status.ledger.other"]
    assert guildmark("status", "urn:uuid:1", "--set", "active", "--list", "no", "--json").codes == [
        "status.ledger.missing"
    ]


def test_another_key_does_not_sign_the_list(guildmark: Guildmark, records: dict[str, Path]) -> None:
    assert guildmark("keygen", "-o", "other.pem").code == 0
    words = ("--set", "active", "--list", "status.jsonl", "--key", "other.pem", "--json")
    assert guildmark("status", *records, *words).codes == ["status.key.other"]


def test_a_corrected_record_says_which_one_replaced_it(guildmark: Guildmark, records: dict[str, Path]) -> None:
    """Dora's name was written wrongly: she gets another record, and whoever has the old one is told."""
    learners = Path("learners.csv")
    learners.write_text(learners.read_text("utf-8").replace("Dora", "Theodora"), "utf-8")
    assert guildmark(*ISSUE, *LISTED, "--json").code == 1
    said = guildmark(*ISSUE, *LISTED, "--replace", "--json")
    (new,) = said.json["issued"]
    assert said.code == 0
    told = [status(file) for file in records.values()]
    assert ("invalid", "fail", f"The issuer has revoked the record: {new['record_id']} replaces it.") in told
    assert [verdict for verdict, _, _ in told].count("valid") == 1
    assert status(Path("out").absolute() / new["file"])[0] == "valid"
    assert guildmark(*ISSUE, *LISTED, "--replace", "--json").json["issued"] == []


def test_a_renewed_record_stands_and_names_the_newer_one(guildmark: Guildmark, issuing: Path) -> None:
    design = json.loads(Path("design.json").read_text("utf-8"))
    Path("design.json").write_text(json.dumps({**design, "validity": {"years": 1}}), "utf-8")
    (old, _) = guildmark(*ISSUE, *LISTED, "--valid-from", "2026-01-01", "--json").json["issued"]
    assert guildmark(*ISSUE, *LISTED, "--renew-before", "2026-12-31", "--json").json["issued"] == []
    (new, _) = guildmark(*ISSUE, *LISTED, "--renew-before", "2027-02-01", "--json").json["issued"]
    verdict, result, sentence = status(issuing / "out" / old["file"])
    assert (verdict, result) == ("valid", "pass")
    assert new["record_id"] in sentence


def test_the_record_that_replaces_another_can_be_named_by_hand(guildmark: Guildmark, records: dict[str, Path]) -> None:
    (one, file), (other, _) = records.items()
    revoke = ("status", one, "--list", "status.jsonl", "--set", "revoked", "--reason")
    assert guildmark(*revoke, "error", "--by", other, "--json").codes == ["status.by"]
    assert guildmark(*revoke, "replaced", "--by", one, "--json").codes == ["status.by"]
    assert guildmark(*revoke, "replaced", "--by", other).code == 0
    assert other in status(file)[2]


def test_many_ids_come_from_standard_input(records: dict[str, Path]) -> None:
    words = ["status", "-", "--set", "suspended", "--reason", "review", "--list", "status.jsonl", "--json"]
    said = CliRunner().invoke(program, words, input="\n".join(records) + "\n\n")
    assert json.loads(said.stdout)["changed"] == list(records)
