"""What the workbench issued, with its status: taken from its tables, kept in a file, shown to the peers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3VerificationError

from guildmark.web.issuing import selectors
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.issuing.published import published_here
from tests.interop.conftest import JsPeer
from tests.web.cast import make_world
from tests.web.issued import issued


@pytest.fixture
def record(db: None, tmp_path: Path) -> dict[str, Any]:
    """Dora's record, as she would have kept it."""
    issued(make_world())
    row = IssuedRecord.objects.get(learner_email="dora@example.org")
    (file := tmp_path / "record.json").write_bytes(selectors.signed_bytes(row))
    kept: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return kept


def test_digitalbazaar_accepts_it(digitalbazaar: JsPeer, record: dict[str, Any]) -> None:
    assert digitalbazaar.ask(record) == {"verified": True, "because": []}


def test_digitalbazaar_accepts_the_status_list_that_it_names(digitalbazaar: JsPeer, record: dict[str, Any]) -> None:
    entries = record["credentialStatus"]
    published = published_here((entries if isinstance(entries, dict) else entries[0])["statusListCredential"])
    assert published
    assert digitalbazaar.ask(json.loads(published)) == {"verified": True, "because": []}


def test_digitalbazaar_refuses_it_with_another_place_in_the_list(digitalbazaar: JsPeer, record: dict[str, Any]) -> None:
    entries = record["credentialStatus"]
    (entries if isinstance(entries, dict) else entries[0])["statusListIndex"] = "4711"
    assert not digitalbazaar.accepts(record)


def test_openbadgeslib_takes_no_inline_terms(record: dict[str, Any]) -> None:
    with pytest.raises(OB3VerificationError, match="inline @context object"):
        OB3LdpVerifier.for_issuer_did(record["issuer"]["id"]).verify(json.dumps(record))
