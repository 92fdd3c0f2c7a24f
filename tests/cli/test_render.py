"""`guildmark render`: a certificate or badge of a valid record, and of no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import ISSUE, Guildmark


@pytest.fixture
def record(guildmark: Guildmark, issuing: Path) -> Path:
    """A record, as `issue` made it."""
    said = guildmark(*ISSUE, "--json").json
    return issuing / "out" / said["issued"][0]["file"]


def test_a_certificate_is_a_pdf(guildmark: Guildmark, record: Path, tmp_path: Path) -> None:
    assert guildmark("render", record, "-o", "c.pdf", "--language", "cs").code == 0
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("form", "name"), [("ob3", "record.json"), ("ob3-jwt", "record.jwt")])
def test_a_certificate_carries_its_record(
    guildmark: Guildmark, issuing: Path, tmp_path: Path, form: str, name: str
) -> None:
    said = guildmark(*ISSUE, "--format", form, "--json").json
    original = issuing / "out" / said["issued"][0]["file"]
    assert guildmark("render", original, "-o", "c.pdf").code == 0
    attached = PdfReader(tmp_path / "c.pdf").attachments
    assert list(attached) == [name]
    assert attached[name] == [original.read_bytes().strip()]
    (tmp_path / name).write_bytes(attached[name][0])
    assert guildmark("verify", name, "--offline").code == 0


@pytest.mark.parametrize("kind", ["png", "svg"])
@pytest.mark.parametrize("form", ["ob3", "ob3-jwt"])
def test_a_badge_carries_its_record(guildmark: Guildmark, issuing: Path, kind: str, form: str) -> None:
    said = guildmark(*ISSUE, "--format", form, "--json").json
    original = issuing / "out" / said["issued"][0]["file"]
    assert guildmark("render", original, "-o", f"badge.{kind}").code == 0
    verified = guildmark("verify", f"badge.{kind}", "--offline", "--json")
    assert verified.json["record"] == guildmark("verify", original, "--offline", "--json").json["record"]
    assert guildmark("render", f"badge.{kind}", "-o", f"again.{kind}").code == 0


def test_a_record_that_is_not_valid_is_refused_with_the_reason(
    guildmark: Guildmark, record: Path, tmp_path: Path
) -> None:
    record.write_bytes(record.read_bytes().replace(b'"Dora"', b'"Nora"'))
    said = guildmark("render", record, "-o", "c.pdf")
    assert said.code == 1
    assert "not valid" in said.out
    assert not (tmp_path / "c.pdf").exists()
    assert guildmark("render", record, "-o", "c.pdf", "--json").json["verdict"] == "invalid"


def test_an_address_is_a_web_address_or_refused(guildmark: Guildmark, record: Path, tmp_path: Path) -> None:
    assert guildmark("render", record, "-o", "c.pdf", "--url", "nowhere", "--json").codes == ["render.url"]
    assert not (tmp_path / "c.pdf").exists()
    assert guildmark("render", record, "-o", "c.pdf", "--url", "https://example.org/r/1").code == 0


def test_another_ending_is_refused(guildmark: Guildmark, record: Path) -> None:
    assert guildmark("render", record, "-o", "c.docx", "--json").codes == ["output.ending"]
