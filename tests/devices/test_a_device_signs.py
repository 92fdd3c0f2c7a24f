"""A key in a device signs records like one in a file, and never leaves it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from guildmark.cli.program import program
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.verify import verify
from guildmark.devices import device_key, read_address
from guildmark.errors import GuildmarkError
from tests.credentials import signed
from tests.devices.conftest import PIN

EXAMPLES = signed.EXAMPLES


def _run(*words: str) -> int:
    return CliRunner().invoke(program, words, standalone_mode=True).exit_code


def _address(token: str, module_path: str, key: str) -> str:
    return f"{token};{key}?module-path={module_path}"


@pytest.mark.parametrize(
    ("key", "algorithm"),
    [("object=records", "EdDSA"), ("id=%02", "EdDSA"), ("object=curve", "ES256"), ("id=%01;object=curve", "ES256")],
)
def test_a_key_is_found_by_label_or_id_and_signs(token: str, module_path: str, key: str, algorithm: str) -> None:
    with device_key(read_address(_address(token, module_path, key)), PIN) as device:
        signature = device.sign(b"a record")
        assert (device.alg, len(signature)) == (algorithm, 64)
        assert PublicKey.from_did_key(device.did).verifies(signature, b"a record")
        assert not PublicKey.from_did_key(device.did).verifies(signature, b"another record")


def test_a_record_that_a_device_signed_is_valid(token: str, module_path: str) -> None:
    with device_key(read_address(_address(token, module_path, "object=records")), PIN) as device:
        document = signed.small()
        document["issuer"]["id"] = device.did
        record = signed.ob3(document, device)
    assert verify(json.dumps(record).encode(), now=signed.NOW).verdict == "valid"


@pytest.mark.parametrize(
    ("key", "pin", "code"),
    [
        ("object=nothing", PIN, "device.key"),
        ("object=records", None, "device.key"),
        ("object=records", "wrong", "device.pin"),
        ("object=twice", PIN, "device.key"),
    ],
)
def test_what_cannot_be_used_is_said(token: str, module_path: str, key: str, pin: str | None, code: str) -> None:
    with pytest.raises(GuildmarkError) as raised, device_key(read_address(_address(token, module_path, key)), pin):
        pass
    assert raised.value.faults[0].code == code


def test_a_token_that_is_not_there_is_said(token: str, module_path: str) -> None:
    address = read_address(f"pkcs11:token=elsewhere;object=records?module-path={module_path}")
    with pytest.raises(GuildmarkError) as raised, device_key(address, PIN):
        pass
    assert raised.value.faults[0].code == "device.token"


@pytest.mark.parametrize("module", ["", "?module-path=/nowhere/driver.so", "?module-path=/etc/hostname"])
def test_a_driver_that_is_none_is_said(token: str, module: str) -> None:
    with pytest.raises(GuildmarkError) as raised, device_key(read_address(f"{token};object=records{module}"), PIN):
        pass
    assert raised.value.faults[0].code in {"device.module", "device.unreachable"}


def test_the_command_line_issues_and_revokes_with_a_key_in_a_device(
    token: str, module_path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GUILDMARK_KEY_PIN", PIN)
    key = _address(token, module_path, "object=records")
    listed = ("--list", "status.jsonl")
    issue = ("issue", f"{EXAMPLES}/design.json", "--learners", f"{EXAMPLES}/learners.csv", "--issuer")
    more = (f"{EXAMPLES}/issuer.json", "--key", key, "--out", "out", "--status", "https://a.example/status/1", *listed)
    assert _run(*issue, *more) == 0
    record = next(Path("out").glob("*.json"))
    published = Path("status.published.json")
    checked = verify(record.read_bytes(), now=datetime.now(UTC), fetch=lambda address: published.read_bytes())
    assert checked.verdict == "valid"
    assert _run("status", checked.record["id"], "--set", "revoked", "--reason", "error", *listed) == 0
    checked = verify(record.read_bytes(), now=datetime.now(UTC), fetch=lambda address: published.read_bytes())
    assert checked.result("status") == "fail"
    monkeypatch.setenv("GUILDMARK_KEY_PIN", "wrong")
    assert _run("status", checked.record["id"], "--set", "revoked", "--reason", "withdrawn", *listed) == 2
