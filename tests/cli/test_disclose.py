"""`guildmark issue --format sd-jwt`, `disclose` and `status`: the holder shows what they choose, the issuer revokes."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guildmark.credentials.verify import verify
from tests.cli.conftest import ISSUE, Guildmark
from tests.credentials.sdjwt.made import digest, presented

URL = "https://academy.example/status/tokens"


@pytest.fixture
def record(guildmark: Guildmark, issuing: Path) -> Path:
    """The first record of an issuing in the format sd-jwt, with a status."""
    said = guildmark(*ISSUE, "--format", "sd-jwt", "--status", URL, "--list", "tokens.jsonl")
    assert said.code == 0, said.err
    return min((issuing / "out").glob("*.sd-jwt"))


def test_a_record_is_verified_by_the_command(guildmark: Guildmark, record: Path) -> None:
    said = guildmark("verify", record, "--offline", "--json")
    assert (said.code, said.json["format"], said.json["verdict"]) == (0, "sd-jwt", "valid")
    assert said.json["elements"]["mandatory"]["missing"] == []


@pytest.mark.parametrize(("words", "hidden"), [(("--without", "email"), {"email"}), (("--only", "name, email"), set())])
def test_a_presentation_keeps_back_what_its_holder_names(
    guildmark: Guildmark, record: Path, words: tuple[str, ...], hidden: set[str]
) -> None:
    said = guildmark("disclose", record, "-o", "shown.sd-jwt", *words, "--json")
    assert said.code == 0, said.err
    shown = guildmark("verify", "shown.sd-jwt", "--offline", "--json").json
    assert shown["verdict"] == "valid"
    learner = shown["record"]["learner_identification"]
    assert {"name", "email"} - set(learner) == hidden
    assert hidden <= set(said.json["hidden"])
    assert "keeps back" in guildmark("disclose", record, "-o", "none.sd-jwt", "--only", "name").out


def test_what_is_not_there_need_not_be_kept_back(guildmark: Guildmark, record: Path) -> None:
    said = guildmark("disclose", record, "-o", "shown.sd-jwt", "--without", "birthdate,email", "--json")
    assert (said.code, said.json["hidden"]) == (0, ["email"])
    assert said.err.startswith("Warning: The record shows no birthdate")
    assert guildmark("verify", "shown.sd-jwt", "--offline").code == 0
    again = guildmark("disclose", "shown.sd-jwt", "-o", "again.sd-jwt", "--without", "birthdate,email")
    assert (again.code, "no birthdate or email" in again.err) == (0, True)
    assert Path("again.sd-jwt").read_bytes() == Path("shown.sd-jwt").read_bytes()


def test_what_is_not_there_cannot_be_shown(guildmark: Guildmark, record: Path) -> None:
    said = guildmark("disclose", record, "-o", "shown.sd-jwt", "--only", "name,birthdate", "--json")
    assert said.codes == ["sdjwt.name.unknown"]
    assert not Path("shown.sd-jwt").exists()


def test_a_name_that_no_record_could_have_stays_a_fault(guildmark: Guildmark, record: Path) -> None:
    said = guildmark("disclose", record, "-o", "shown.sd-jwt", "--without", "birthdat,email", "--json")
    assert said.codes == ["sdjwt.name.unknown"]
    assert said.json["errors"][0]["found"] == "birthdat"


def test_of_a_strangers_type_it_is_not_known_what_could_be_there(guildmark: Guildmark, tmp_path: Path) -> None:
    name = ["salt", "name", "Dora"]
    (tmp_path / "other.sd-jwt").write_bytes(presented({"_sd": [digest(name)]}, [name]))
    said = guildmark("disclose", "other.sd-jwt", "-o", "shown.sd-jwt", "--without", "birthdate", "--json")
    assert said.codes == ["sdjwt.name.unknown"]


def test_what_cannot_be_disclosed_is_refused(guildmark: Guildmark, record: Path, issuing: Path) -> None:
    words = ("disclose", record, "-o", "shown.sd-jwt", "--json")
    assert guildmark(*words).codes == ["disclose.options"]
    assert guildmark(*words, "--only", "name", "--without", "email").codes == ["disclose.options"]
    assert guildmark(*words, "--without", "title,email").codes == ["sdjwt.name.unknown"]
    other = ("disclose", issuing / "design.json", "-o", "shown.sd-jwt", "--only", "name", "--json")
    assert guildmark(*other).codes == ["disclose.format"]
    assert not Path("shown.sd-jwt").exists()


def test_a_record_is_revoked_in_its_token_status_list(guildmark: Guildmark, record: Path, issuing: Path) -> None:
    def status() -> str:
        published = (issuing / "tokens.published.jwt").read_bytes()
        return verify(record.read_bytes(), now=datetime.now(UTC), fetch=lambda _url: published).result("status")

    with (issuing / "out" / "issued.csv").open() as index:
        identifier = next(row["record_id"] for row in csv.DictReader(index) if row["file"] == record.name)
    assert status() == "pass"
    said = guildmark("status", identifier, "--set", "revoked", "--reason", "error", "--list", "tokens.jsonl", "--json")
    assert (said.code, said.json["changed"]) == (0, [identifier])
    assert status() == "fail"


def test_a_list_of_the_other_kind_is_not_written_into(guildmark: Guildmark, record: Path) -> None:
    assert record.exists()
    words = (*ISSUE[:-1], "badges", "--status", URL, "--list", "tokens.jsonl", "--json")
    assert guildmark(*words).codes == ["status.ledger.other"]
