"""@digitalbazaar/vc, without network and with contexts from npm's own packages, accepts our `ob3` records."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from guildmark.credentials import openbadges
from guildmark.credentials.record import Record
from tests.credentials import designs, signed
from tests.credentials.changed import every_change
from tests.interop.conftest import JsPeer

# rdf-canonize leaves these as they are, where RDFC-1.0 writes them as escapes; docs/interoperability.md tells.
NONCHARACTERS = "\ufffe\uffff"


def test_it_accepts_a_record_that_says_everything(digitalbazaar: JsPeer) -> None:
    assert digitalbazaar.ask(signed.ob3(signed.full())) == {"verified": True, "because": []}


def test_it_accepts_the_example(digitalbazaar: JsPeer) -> None:
    assert digitalbazaar.ask(signed.ob3(signed.example())) == {"verified": True, "because": []}


def test_it_accepts_a_record_that_says_hardly_anything(digitalbazaar: JsPeer) -> None:
    assert digitalbazaar.ask(signed.ob3(signed.small())) == {"verified": True, "because": []}


@settings(max_examples=150)
@given(designs.records())
def test_it_accepts_records_of_every_shape(digitalbazaar: JsPeer, drawn: tuple[dict[str, Any], Record]) -> None:
    record = drawn[1]
    document = openbadges.write(record)
    document["issuer"]["id"] = signed.KEY.did
    if any(character in json.dumps(document, ensure_ascii=False) for character in NONCHARACTERS):
        return
    assert digitalbazaar.ask(signed.ob3(document)) == {"verified": True, "because": []}


@pytest.mark.parametrize("record", [signed.full, signed.example, signed.small])
def test_it_refuses_a_record_with_any_one_value_changed(digitalbazaar: JsPeer, record: Any) -> None:
    accepted = [
        (path, other) for path, other, changed in every_change(signed.ob3(record())) if digitalbazaar.accepts(changed)
    ]
    assert accepted == []


def test_it_refuses_a_record_that_a_stranger_signed_again(digitalbazaar: JsPeer) -> None:
    assert not digitalbazaar.accepts(signed.ob3(signed.full(), signed.STRANGERS_KEY))
