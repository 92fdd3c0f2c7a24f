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
_PUBLISHED = ["test_published_standards.py", "test_published_elm.py", "test_1edtechs_schema.py"]
collect_ignore = [] if os.environ.get("STANDARDS_DIR") else _PUBLISHED

# Nor are the W3C's tests and vectors: `W3C_DIR` names a folder with checkouts of its repositories.
if not os.environ.get("W3C_DIR"):
    collect_ignore += ["test_published_rdf_canon.py", "test_published_vectors.py"]


class NodePeer:
    """A peer in one node process: a line of JSON in, a line out."""

    def __init__(self, script: str) -> None:
        if not (HERE / "node_modules").is_dir():
            pytest.fail("The peers are not installed: run `make interop`, which needs Node 18 or newer.")
        command = ["node", str(HERE / script)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def say(self, **question: Any) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class JsPeer(NodePeer):
    """@digitalbazaar/vc: a document in, its answer out."""

    def ask(self, document: dict[str, Any], **more: Any) -> dict[str, Any]:
        return self.say(credential=document, **more)

    def accepts(self, document: dict[str, Any], **more: Any) -> bool:
        return bool(self.ask(document, **more)["verified"])


class VerifierCore(NodePeer):
    """The Digital Credentials Consortium's verifier-core: what it says of each step."""

    def ask(self, document: dict[str, Any], **documents: Any) -> dict[str, Any]:
        return self.say(credential=document, documents=documents)

    def accepts(self, document: dict[str, Any], **documents: Any) -> bool:
        """Whether it finds nothing wrong: it judges signature, expiry and status, and knows no registry of issuers."""
        answer = self.ask(document, **documents)
        judged = {step: found for step, found in answer["log"].items() if step != "registered_issuer"}
        return not answer["errors"] and bool(judged) and all(found is True for found in judged.values())


@pytest.fixture(scope="session")
def digitalbazaar() -> Iterator[JsPeer]:
    peer = JsPeer("verify.mjs")
    yield peer
    peer.close()


@pytest.fixture(scope="session")
def verifier_core() -> Iterator[VerifierCore]:
    peer = VerifierCore("verifier_core.mjs")
    yield peer
    peer.close()


@pytest.fixture(scope="session")
def issuer() -> Iterator[NodePeer]:
    """@digitalbazaar/vc, issuing."""
    peer = NodePeer("issue.mjs")
    yield peer
    peer.close()
