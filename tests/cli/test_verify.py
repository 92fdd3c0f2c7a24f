"""`guildmark verify`: exit 0 only for a valid record; 2 only where nothing could be a credential."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from guildmark.documents.schemas import schema_of
from tests.cli.conftest import ISSUE, Guildmark


@pytest.fixture
def record(guildmark: Guildmark, issuing: Path) -> Path:
    """A record, as `issue` made it."""
    said = guildmark(*ISSUE, "--json").json
    return issuing / "out" / said["issued"][0]["file"]


def test_a_record_of_ours_is_valid_and_gives_back_its_elements(guildmark: Guildmark, record: Path) -> None:
    said = guildmark("verify", record, "--offline", "--json")
    assert said.code == 0
    assert said.json["valid"] is True
    assert said.json["record"]["learner_identification"]["name"] == "Dora"
    assert said.json["record"]["grade"]["value"] == 90
    assert said.json["elements"]["mandatory"]["missing"] == []
    jsonschema.validate(said.json, schema_of("verification"))
    jsonschema.validate(said.json["record"], schema_of("record"))


def test_people_read_the_verdict_first(guildmark: Guildmark, record: Path) -> None:
    said = guildmark("verify", record, "--offline")
    assert said.out.startswith("Valid")
    assert "Awarded to Dora" in said.out
    assert "Issued by Vltava Academy of Stagecraft" in said.out
    assert "anyone can write a name" in said.out


def test_standard_input_is_read_for_a_dash(guildmark: Guildmark, record: Path) -> None:
    assert guildmark("verify", "-", "--offline", stdin=record.read_bytes()).code == 0


def test_one_changed_byte_is_found(guildmark: Guildmark, record: Path) -> None:
    record.write_bytes(record.read_bytes().replace(b'"Dora"', b'"Nora"'))
    said = guildmark("verify", record, "--offline", "--json")
    assert (said.code, said.json["verdict"]) == (1, "invalid")
    assert {"check": "proof", "result": "fail"}.items() <= next(
        check for check in said.json["checks"] if check["check"] == "proof"
    ).items()


def test_a_record_that_has_expired_is_not_valid(guildmark: Guildmark, issuing: Path) -> None:
    said = guildmark(*ISSUE, "--valid-from", "2001-01-01", "--json").json
    verified = guildmark("verify", issuing / "out" / said["issued"][0]["file"], "--offline", "--json")
    assert (verified.code, verified.json["verdict"]) == (1, "invalid")


def test_a_did_web_cannot_be_checked_offline(guildmark: Guildmark, issuing: Path) -> None:
    issuer = json.loads((issuing / "issuer.json").read_text("utf-8"))
    (issuing / "issuer.json").write_text(json.dumps({**issuer, "id": "did:web:academy.example"}))
    said = guildmark(*ISSUE, "--json").json
    verified = guildmark("verify", issuing / "out" / said["issued"][0]["file"], "--offline", "--json")
    assert (verified.code, verified.json["verdict"]) == (1, "undetermined")


def test_a_list_of_trusted_issuers_decides_the_trust_check(guildmark: Guildmark, record: Path, tmp_path: Path) -> None:
    issuer = json.loads(record.read_text("utf-8"))["issuer"]["id"]
    (tmp_path / "trust.json").write_text(json.dumps({"issuers": [{"id": issuer, "name": "The academy"}]}))
    assert guildmark("verify", record, "--offline", "--trust", "trust.json").code == 0
    (tmp_path / "trust.json").write_text(json.dumps({"issuers": [{"id": "did:key:z6MkOther", "name": "Others"}]}))
    assert guildmark("verify", record, "--offline", "--trust", "trust.json").code == 1
    (tmp_path / "trust.json").write_text(json.dumps({"issuers": [{"name": "Nobody"}]}))
    said = guildmark("verify", record, "--offline", "--trust", "trust.json", "--json")
    assert said.codes == ["trust.issuer.id"]
    assert said.json["errors"][0]["file"] == "trust.json"


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n no picture", b'{"a":' * 10_000, b"x" * 5_000_001, b"{}" * 2],
    ids=["nothing", "prose", "PDF", "broken PNG", "deep", "large", "two objects"],
)
def test_what_could_be_no_credential_cannot_be_verified(guildmark: Guildmark, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "record").write_bytes(data)
    said = guildmark("verify", "record", "--offline", "--json")
    assert len(said.codes) >= 1
    assert said.json["errors"][0]["file"] == "record"


def test_a_record_of_50_megabytes_is_not_even_read_whole(guildmark: Guildmark, tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as large:
        large.truncate(50_000_000)
    assert guildmark("verify", "large.json", "--offline", "--json").codes == ["record.too_large"]


def test_the_limit_is_settable(guildmark: Guildmark, record: Path) -> None:
    assert guildmark("verify", record, "--offline", "--json", GUILDMARK_DEPTH="2").codes == ["json.too_deep"]
    assert guildmark("verify", record, "--offline", "--json", GUILDMARK_DEPTH="deep").codes == ["limit.invalid"]
