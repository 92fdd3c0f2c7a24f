"""`guildmark verify`: exit 0 only for a valid record; 2 only where nothing could be a credential."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from guildmark.documents.schemas import schema_of
from guildmark.vocabulary import elements
from tests.cli.conftest import ISSUE, Guildmark
from tests.credentials import signed


def words(page: str) -> str:
    """What stands on a page in one line: where a line or a name breaks is the page's business."""
    return " ".join(page.split())


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


@pytest.mark.parametrize("language", ["en_GB.UTF-8", "de_DE.UTF-8"])
def test_people_read_each_of_the_16_elements(guildmark: Guildmark, record: Path, language: str) -> None:
    page = guildmark("verify", record, "--offline", LANG=language).out
    said, names = words(page), words("\n".join(line[:30] for line in page.splitlines()))
    for element in elements.all_elements():
        assert element.label(language[:2]) in names
    assert ("100 hours, 4 ECTS" if language.startswith("en") else "100 Stunden, 4 ECTS") in said
    assert "missing" not in said


def test_what_a_strangers_badge_lacks_is_said_and_does_no_harm(guildmark: Guildmark, tmp_path: Path) -> None:
    badge = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:5f0a6fb1-4f5c-4a9c-9f93-3c7c0a1c2f10",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Stage rigging",
        "issuer": {"id": signed.KEY.did, "type": ["Profile"], "name": "Vltava Academy"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:dora",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:example:rigging",
                "type": ["Achievement"],
                "name": "Stage rigging",
                "description": "Hangs loads safely.",
                "criteria": {"narrative": "A supervised rig."},
            },
        },
    }
    (tmp_path / "badge.json").write_bytes(signed.as_bytes(signed.ob3_jcs(badge)))
    said = guildmark("verify", "badge.json", "--offline")
    table = dict(
        line.split("  ", 1) for line in said.out.partition("What the record says")[2].splitlines() if "  " in line
    )
    found = {element: value.strip() for element, value in table.items()}
    assert said.code == 0
    assert found["Identification of the learner"] == "did:example:dora"
    assert found["Title of the micro-credential"] == "Stage rigging"
    assert found["Notional workload"] == "missing"
    assert found["Grade achieved"] == "not stated"
    assert "a record may be genuine without" in words(said.out)


def test_of_a_credential_that_is_no_badge_the_elements_are_not_listed(guildmark: Guildmark, tmp_path: Path) -> None:
    other = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": signed.KEY.did,
        "credentialSubject": {"id": "did:example:dora"},
    }
    (tmp_path / "other.json").write_bytes(signed.as_bytes(signed.ob3_jcs(other)))
    said = guildmark("verify", "other.json", "--offline")
    assert "What the record says" not in said.out
    assert "also asks for Identification of the learner" in words(said.out)


def test_what_a_changed_record_says_stands_below_its_verdict(guildmark: Guildmark, record: Path) -> None:
    record.write_bytes(record.read_bytes().replace(b'"Dora"', b'"Nora"'))
    said = guildmark("verify", record, "--offline")
    assert (said.code, said.out.splitlines()[0]) == (1, "Not valid.")
    assert said.out.index("failed") < said.out.rindex("Nora")


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
