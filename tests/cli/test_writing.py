"""Files appear whole or not at all, and keys never over anything."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from guildmark.cli.writing import check_target, write_file, write_new_private_file
from guildmark.errors import GuildmarkError


def test_a_file_is_replaced_at_once_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.svg"]


def test_what_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(GuildmarkError, match="No space left"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.svg"]


def test_a_new_file_has_the_rights_that_the_system_gives(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "a.svg", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.svg").stat().st_mode) == 0o640


def test_a_key_is_private_even_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*arguments: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "key.pem"
    write_new_private_file(path, b"secret")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"secret", 0o600)
    with pytest.raises(GuildmarkError):
        write_new_private_file(path, b"another")
    assert path.read_bytes() == b"secret"


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(GuildmarkError):
        check_target("/dev/null")
