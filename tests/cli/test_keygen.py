"""`guildmark keygen`: a key for its owner alone, never over another."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from guildmark.credentials.keys import load_pem
from guildmark.errors import GuildmarkError
from tests.cli.conftest import Guildmark


def test_only_the_owner_can_read_the_key_and_its_did_is_printed(guildmark: Guildmark, tmp_path: Path) -> None:
    said = guildmark("keygen", "-o", "key.pem")
    assert said.code == 0
    key = tmp_path / "key.pem"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert load_pem(key.read_bytes()).did in said.out


def test_json_holds_the_did(guildmark: Guildmark, tmp_path: Path) -> None:
    said = guildmark("keygen", "-o", "key.pem", "--json")
    assert said.json["did"] == load_pem((tmp_path / "key.pem").read_bytes()).did


def test_a_p256_key_is_made_where_it_is_asked_for(guildmark: Guildmark, tmp_path: Path) -> None:
    said = guildmark("keygen", "-o", "key.pem", "--type", "p256", "--json")
    assert (said.json["type"], said.json["did"][:11]) == ("p256", "did:key:zDn")
    assert load_pem((tmp_path / "key.pem").read_bytes()).alg == "ES256"


def test_a_passphrase_encrypts_the_key(guildmark: Guildmark, tmp_path: Path) -> None:
    guildmark("keygen", "-o", "key.pem", GUILDMARK_KEY_PASSPHRASE="swordfish")
    data = (tmp_path / "key.pem").read_bytes()
    assert b"ENCRYPTED" in data
    assert load_pem(data, "swordfish").did.startswith("did:key:z6Mk")
    with pytest.raises(GuildmarkError):
        load_pem(data, "wrong")


def test_a_file_that_is_there_is_not_overwritten(guildmark: Guildmark, tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("precious")
    assert guildmark("keygen", "-o", "key.pem", "--json").codes == ["output.exists"]
    assert (tmp_path / "key.pem").read_text() == "precious"
    assert [path.name for path in tmp_path.iterdir()] == ["key.pem"]
