"""`guildmark issue`: one record a learner, nobody twice, nothing written where something is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guildmark.cli.records_folder import Folder
from tests.cli.conftest import ISSUE, Guildmark


def index(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "out" / "issued.csv").read_text("utf-8"))))


def records(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "out").iterdir() if path.name not in ("issued.csv", "journal.jsonl"))


def change(path: Path, **values: object) -> None:
    document = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**document, **values}), "utf-8")


@pytest.mark.parametrize("kind", ["ob3", "ob3-jcs", "ob3-jwt", "elm"])
def test_each_learner_gets_a_record_that_verifies(guildmark: Guildmark, issuing: Path, kind: str) -> None:
    assert guildmark(*ISSUE, "--format", kind).code == 0
    listed = index(issuing)
    assert [(row["row"], row["learner"]) for row in listed] == [("2", "dora@example.org"), ("3", "bob@example.org")]
    assert sorted(row["file"] for row in listed) == records(issuing)
    for row in listed:
        said = guildmark("verify", issuing / "out" / row["file"], "--offline", "--json")
        assert (said.code, said.json["verdict"]) == (0, "valid")
        assert said.json["record"]["id"] == row["record_id"]


@pytest.mark.parametrize("kind", ["ob3", "ob3-jwt", "elm"])
def test_a_p256_key_signs_what_verifies(guildmark: Guildmark, issuing: Path, kind: str) -> None:
    (issuing / "key.pem").unlink()
    assert guildmark("keygen", "-o", "key.pem", "--type", "p256").code == 0
    assert guildmark(*ISSUE, "--format", kind).code == 0
    for row in index(issuing):
        said = guildmark("verify", issuing / "out" / row["file"], "--offline", "--json")
        assert (said.code, said.json["verdict"]) == (0, "valid")
    if kind == "ob3":
        document = json.loads((issuing / "out" / row["file"]).read_text("utf-8"))
        assert document["proof"][0]["cryptosuite"] == "ecdsa-rdfc-2019"


def test_a_key_that_a_format_cannot_use_is_refused_before_anything_is_written(
    guildmark: Guildmark, issuing: Path
) -> None:
    (issuing / "key.pem").unlink()
    guildmark("keygen", "-o", "key.pem", "--type", "p256")
    said = guildmark(*ISSUE, "--format", "ob3-jcs", "--json")
    assert (said.code, said.codes) == (2, ["key.type.unfit"])
    assert not (issuing / "out").exists()


def test_a_european_digital_credential_has_no_status_and_needs_a_legal_id(guildmark: Guildmark, issuing: Path) -> None:
    said = guildmark(*ISSUE, "--format", "elm", "--status", "https://a.example/1", "--list", "status.jsonl", "--json")
    assert said.codes == ["issue.status.elm"]
    change(issuing / "issuer.json", legal_id=None)
    assert guildmark(*ISSUE, "--format", "elm", "--json").codes == ["elm.legal_id.missing"]
    assert records(issuing) == []


def test_a_second_run_issues_only_what_is_not_there_yet(guildmark: Guildmark, issuing: Path) -> None:
    guildmark(*ISSUE)
    before = {name: (issuing / "out" / name).read_bytes() for name in records(issuing)}
    with (issuing / "learners.csv").open("a") as learners:
        learners.write("Eve,eve@example.org,70\n")
    said = guildmark(*ISSUE, "--json")
    assert (said.code, len(said.json["issued"]), len(said.json["there"])) == (0, 1, 2)
    assert {name: (issuing / "out" / name).read_bytes() for name in before} == before
    assert len(records(issuing)) == len(index(issuing)) == 3


def test_a_row_that_differs_is_listed_and_not_issued_again(guildmark: Guildmark, issuing: Path) -> None:
    guildmark(*ISSUE)
    before = records(issuing)
    (issuing / "learners.csv").write_text("name,email,grade\nDora Novák,dora@example.org,90\n")
    said = guildmark(*ISSUE, "--json")
    assert said.code == 1
    assert [one["row"] for one in said.json["differing"]] == [2]
    assert records(issuing) == before
    assert "again" in guildmark(*ISSUE).out


def test_a_design_with_errors_is_not_issued(guildmark: Guildmark, issuing: Path) -> None:
    change(issuing / "design.json", title="")
    said = guildmark(*ISSUE, "--json")
    assert said.code == 1
    assert said.json["check"]["ok"] is False
    assert not (issuing / "out").exists()


def test_a_learner_without_name_is_named_and_nothing_is_written(guildmark: Guildmark, issuing: Path) -> None:
    (issuing / "learners.csv").write_text("name,email\nDora,dora@example.org\n,bob@example.org\n")
    said = guildmark(*ISSUE, "--json")
    assert said.codes == ["spreadsheet.cell.blank"]
    assert (said.json["errors"][0]["row"], said.json["errors"][0]["column"]) == (3, "name")
    assert not (issuing / "out").exists()


def test_the_same_learner_twice_names_both_rows_and_nothing_is_written(guildmark: Guildmark, issuing: Path) -> None:
    (issuing / "learners.csv").write_text("name,email\nDora,dora@example.org\nDora S,DORA@example.org\n")
    said = guildmark(*ISSUE, "--json")
    assert said.codes == ["learners.learner.doubled"]
    assert "row 2" in said.json["errors"][0]["message"]
    assert "row 3" in said.json["errors"][0]["message"]
    assert not (issuing / "out").exists()


@pytest.mark.parametrize(("passphrase", "code"), [("wrong", "key.passphrase.wrong"), ("", "key.passphrase.missing")])
def test_a_wrong_passphrase_stops_before_anything_is_written(
    guildmark: Guildmark, issuing: Path, passphrase: str, code: str
) -> None:
    (issuing / "key.pem").unlink()
    guildmark("keygen", "-o", "key.pem", GUILDMARK_KEY_PASSPHRASE="right")
    said = guildmark(*ISSUE, "--json", GUILDMARK_KEY_PASSPHRASE=passphrase)
    assert said.codes == [code]
    assert said.json["errors"][0]["file"] == "key.pem"
    assert not (issuing / "out").exists()


def test_the_faults_of_all_files_are_told_together(guildmark: Guildmark, issuing: Path) -> None:
    (issuing / "learners.csv").write_text("name,email\nDora,nobody\n")
    (issuing / "key.pem").write_text("not a key")
    (issuing / "issuer.json").write_text('{"country": "Czechia"}')
    said = guildmark(*ISSUE, "--json")
    assert {fault["file"] for fault in said.json["errors"]} == {"learners.csv", "key.pem", "issuer.json"}
    assert len(said.codes) == 4


def test_another_keys_did_in_the_issuer_file_is_a_fault(guildmark: Guildmark, issuing: Path) -> None:
    other = guildmark("keygen", "-o", "other.pem", "--json").json["did"]
    change(issuing / "issuer.json", id=other)
    assert guildmark(*ISSUE, "--json").codes == ["issuer.id.other_key"]


def test_an_issuer_from_elsewhere_is_a_warning(guildmark: Guildmark, issuing: Path) -> None:
    change(issuing / "issuer.json", country="AT")
    said = guildmark(*ISSUE, "--json")
    assert said.code == 0
    assert "Warning" in said.err
    assert "AT" in said.err
    (first, *_) = said.json["issued"]
    verified = guildmark("verify", issuing / "out" / first["file"], "--offline", "--json").json
    assert verified["record"]["issuer_country"] == "CZ"


def test_a_region_that_only_one_of_them_names_is_no_difference(guildmark: Guildmark, issuing: Path) -> None:
    assert guildmark(*ISSUE).err == ""


def test_an_unknown_key_of_the_issuer_is_a_warning_with_the_nearest_name(guildmark: Guildmark, issuing: Path) -> None:
    change(issuing / "issuer.json", emial="x@example.org")
    said = guildmark(*ISSUE)
    assert said.code == 0
    assert "email" in said.err


@pytest.mark.parametrize("text", ["2026-12-01T09:00:00Z", "2026-12-01T10:00:00+01:00"])
def test_the_records_hold_from_the_time_that_is_asked_for(guildmark: Guildmark, issuing: Path, text: str) -> None:
    said = guildmark(*ISSUE, "--valid-from", text, "--json")
    document = json.loads((issuing / "out" / said.json["issued"][0]["file"]).read_text("utf-8"))
    assert document["validFrom"] in ("2026-12-01T09:00:00Z", "2026-12-01T10:00:00+01:00")


def test_a_signature_tells_when_it_was_made_whenever_the_record_holds(guildmark: Guildmark, issuing: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    said = guildmark(*ISSUE, "--valid-from", "2040-01-01T00:00:00Z", "--json")
    document = json.loads((issuing / "out" / said.json["issued"][0]["file"]).read_text("utf-8"))
    assert before <= datetime.fromisoformat(document["proof"][0]["created"]) <= datetime.now(UTC)


@pytest.mark.parametrize("text", ["tomorrow", "2026-12-01T09:00:00", "2026-13-01"])
def test_a_time_without_zone_is_refused(guildmark: Guildmark, issuing: Path, text: str) -> None:
    assert guildmark(*ISSUE, "--valid-from", text, "--json").codes == ["issue.valid_from"]
    assert not (issuing / "out").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(guildmark: Guildmark, issuing: Path) -> None:
    (issuing / "out").write_text("mine")
    assert guildmark(*ISSUE, "--json").codes == ["issue.out.not_a_folder"]
    assert (issuing / "out").read_text() == "mine"


def test_a_name_that_looks_like_a_formula_cannot_run_from_the_index(
    guildmark: Guildmark, issuing: Path, here: Callable[[], list[str]]
) -> None:
    (issuing / "learners.csv").write_text("name,email,identifier\n+Dora,dora@example.org,@SUM(A1)\n")
    assert guildmark(*ISSUE).code == 0
    assert index(issuing)[0]["learner"] == "'@SUM(A1)"
    (issuing / "learners.csv").write_text("name,email\n=cmd|calc,eve@example.org\n")
    assert guildmark(*ISSUE, "--json").codes == ["spreadsheet.cell.formula"]


def test_there_is_no_progress_bar_where_nobody_watches(guildmark: Guildmark, issuing: Path) -> None:
    assert guildmark(*ISSUE).err == ""


def test_an_unknown_key_of_the_design_is_a_warning(guildmark: Guildmark, issuing: Path) -> None:
    change(issuing / "design.json", asessment=[])
    said = guildmark(*ISSUE)
    assert said.code == 0
    assert "assessment" in said.err


def test_a_bar_shows_the_progress_where_standard_error_is_a_terminal(issuing: Path) -> None:
    reader, terminal = pty.openpty()
    call = "from guildmark.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", call, *ISSUE, "--json"], stdout=subprocess.PIPE, stderr=terminal, check=True
    )
    os.close(terminal)
    shown = os.read(reader, 100_000).decode("utf-8")
    os.close(reader)
    assert "Signing" in shown
    assert len(json.loads(done.stdout)["issued"]) == 2


def test_a_run_that_was_stopped_is_simply_started_again(
    guildmark: Guildmark, issuing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Folder.keep

    def stopped_at_the_second(folder: Folder, file: str, data: bytes) -> None:
        if records(issuing):
            raise KeyboardInterrupt
        kept(folder, file, data)

    monkeypatch.setattr(Folder, "keep", stopped_at_the_second)
    assert guildmark(*ISSUE, "--json").codes == ["command.stopped"]
    monkeypatch.undo()
    monkeypatch.chdir(issuing)
    said = guildmark(*ISSUE, "--json")
    assert (said.code, len(said.json["issued"]), len(said.json["there"])) == (0, 1, 1)
    assert len(records(issuing)) == len(index(issuing)) == 2
