"""The command, run in this process as a person would call it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from guildmark.cli.program import program

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@dataclass(frozen=True)
class Ran:
    """What a run left: its exit code, and what stood on the two streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        """The codes of the faults, of a run with --json that could not be done."""
        assert self.code == 2, self.out + self.err
        return [fault["code"] for fault in self.json["errors"]]


Guildmark = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "GUILDMARK_KEY_PASSPHRASE", "GUILDMARK_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def guildmark() -> Guildmark:
    """Runs `guildmark` with these words."""

    def run(*words: str | Path, stdin: bytes | None = None, **environment: str) -> Ran:
        done = CliRunner().invoke(program, [str(word) for word in words], input=stdin, env=environment)
        assert "Traceback" not in done.output
        return Ran(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def here(tmp_path: Path) -> Callable[[], list[str]]:
    """The names of the files in the folder where the command runs."""
    return lambda: sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())


@pytest.fixture
def issuing(guildmark: Guildmark, tmp_path: Path) -> Path:
    """A folder with all that `issue` needs: design.json, issuer.json, learners.csv and key.pem."""
    for kind, name in (("design", "design.json"), ("issuer", "issuer.json")):
        assert guildmark("template", kind, "--example", "-o", name).code == 0
    (tmp_path / "learners.csv").write_text(
        "name,email,grade\nDora,dora@example.org,90\nBob,bob@example.org,\n", "utf-8"
    )
    assert guildmark("keygen", "-o", "key.pem").code == 0
    return tmp_path


ISSUE = (
    "issue",
    "design.json",
    "--learners",
    "learners.csv",
    "--issuer",
    "issuer.json",
    "--key",
    "key.pem",
    "--out",
    "out",
)
"""The words of an issuing in the folder that `issuing` makes."""
