"""The very file that Dora downloads on her phone (tests/browser/test_the_whole_journey.py), shown to the peers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.pages import DOWNLOADED
from tests.interop.conftest import JsPeer, VerifierCore


@pytest.fixture
def record() -> dict[str, Any]:
    assert DOWNLOADED.is_file(), "`make interop` walks the journey in the browser first, which downloads the record."
    kept: dict[str, Any] = json.loads(DOWNLOADED.read_text("utf-8"))
    return kept


def test_digitalbazaar_accepts_it(digitalbazaar: JsPeer, record: dict[str, Any]) -> None:
    assert digitalbazaar.ask(record) == {"verified": True, "because": []}


def test_digitalbazaar_refuses_it_with_another_title(digitalbazaar: JsPeer, record: dict[str, Any]) -> None:
    record["name"] = "Sets That Do Not Last"
    assert not digitalbazaar.accepts(record)


def test_verifier_core_finds_its_signature_good(verifier_core: VerifierCore, record: dict[str, Any]) -> None:
    assert verifier_core.ask(record)["log"]["valid_signature"] is True
