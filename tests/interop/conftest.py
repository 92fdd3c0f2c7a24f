"""Peers: verifiers that others wrote. Run by `make interop`, never by `make test`."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent

# The published schemas are not ours to ship: `make interop STANDARDS_DIR=…` names a folder that holds them.
collect_ignore = [] if os.environ.get("STANDARDS_DIR") else ["test_published_standards.py", "test_published_elm.py"]


class JsPeer:
    """@digitalbazaar/vc in one node process: a document in, its answer out."""

    def __init__(self) -> None:
        if not (HERE / "node_modules").is_dir():
            pytest.fail("The peers are not installed: run `make interop`, which needs Node 18 or newer.")
        command = ["node", str(HERE / "verify.mjs")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, document: dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(document) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def accepts(self, document: dict[str, Any]) -> bool:
        return bool(self.ask(document)["verified"])

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture(scope="session")
def digitalbazaar() -> Iterator[JsPeer]:
    peer = JsPeer()
    yield peer
    peer.close()
