"""The seal covers the text as it stands, and is taken apart without trust."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from guildmark.credentials import elm
from guildmark.errors import GuildmarkError
from tests.credentials import signed
from tests.credentials.elm import made


def _envelope() -> dict[str, Any]:
    return json.loads(made.sealed(made.document()))


def test_the_document_stands_in_the_envelope_as_readable_text() -> None:
    envelope = _envelope()
    assert json.loads(envelope["payload"]) == made.document()
    assert "Dora Nováková" in envelope["payload"]


def test_the_signature_is_over_header_and_text() -> None:
    (seal,) = elm.read_seal(_envelope()).seals
    assert seal.header["b64"] is False
    assert signed.KEY.public.verifies(seal.signature, seal.signed)


def test_a_certificate_is_named_by_its_digest() -> None:
    envelope = json.loads(elm.sealed(made.document(), signed.KEY, at=signed.NOW, certificates=[b"certificate"]))
    (seal,) = elm.read_seal(envelope).seals
    assert seal.certificates == (b"certificate",)
    assert seal.certificate_fits


def test_a_payload_in_base64_is_read_too() -> None:
    text = json.dumps(made.document())
    encode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()  # noqa: E731 - three uses below
    envelope = {
        "payload": encode(text.encode()),
        "signatures": [{"protected": encode(b'{"alg":"EdDSA"}'), "signature": encode(b"s")}],
    }
    assert elm.read_seal(envelope).document == made.document()


@pytest.mark.parametrize(
    "change",
    [
        {"payload": 1},
        {"signatures": []},
        {"signatures": "x"},
        {"signatures": [{}]},
        {"signatures": [{"protected": "!", "signature": ""}]},
        {"signatures": [{"protected": "e30", "signature": 1}]},
    ],
)
def test_an_envelope_that_is_none_is_said_to_be_unreadable(change: dict[str, Any]) -> None:
    with pytest.raises(GuildmarkError) as raised:
        elm.read_seal({**_envelope(), **change})
    assert raised.value.faults[0].code in {"elm.seal.unreadable", "json.invalid"}


def test_more_seals_than_anyone_needs_are_refused() -> None:
    envelope = _envelope()
    with pytest.raises(GuildmarkError):
        elm.read_seal({**envelope, "signatures": envelope["signatures"] * 5})
