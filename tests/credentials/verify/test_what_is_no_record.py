"""Input in which nothing could be a credential, or one that this version does not read yet."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.credentials import base64url
from guildmark.credentials.verify import verify
from guildmark.errors import GuildmarkError
from tests.credentials.baking.pictures import SVG, chunk, png
from tests.credentials.signed import NOW


def code(data: bytes) -> str:
    with pytest.raises(GuildmarkError) as error:
        verify(data, now=NOW)
    return error.value.faults[0].code


def jwt(header: dict[str, Any], payload: dict[str, Any]) -> bytes:
    return ".".join(base64url.encode(json.dumps(part).encode()) for part in (header, payload, {})).encode()


@pytest.mark.parametrize("data", [b"", b"   ", b"hello", b"{}", b'{"name": "x"}', bytes(100)])
def test_what_could_be_no_credential_is_said_so(data: bytes) -> None:
    assert code(data) == "format.unknown"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b" " * 50_000_000, "record.too_large"),
        (b"[" * 10_000, "json.too_deep"),
        (b'{"a":' * 10_000, "json.too_deep"),
        (b'{"type": "VerifiableCredential", "type": "x"}', "json.key.doubled"),
        (b'{"type": "VerifiableCredential"', "json.unreadable"),
        (b"[]", "json.not_an_object"),
        (png(), "picture.no_record"),
        (SVG, "picture.no_record"),
        (png()[:30], "picture.png.length"),
        (b"\x89PNG\r\n\x1a\n", "picture.png.length"),
        (b'<!DOCTYPE s [<!ENTITY a "b">]><s>&a;</s>', "picture.svg.entities"),
    ],
)
def test_bad_input_is_refused_with_its_reason(data: bytes, expected: str) -> None:
    assert code(data) == expected


@pytest.mark.parametrize(
    "document",
    [
        {"@context": "https://w3id.org/openbadges/v1", "type": "Assertion", "badge": "https://example.org/b"},
        {"type": ["VerifiablePresentation"]},
    ],
)
def test_formats_that_this_version_does_not_read_yet_are_recognised(document: dict[str, Any]) -> None:
    with pytest.raises(GuildmarkError, match=r"this version does not .* yet") as error:
        verify(json.dumps(document).encode(), now=NOW)
    assert error.value.faults[0].code == "format.unsupported"


def test_a_picture_that_holds_only_an_address_says_so() -> None:
    assert code(png(chunk(b"tEXt", b"openbadges\0https://example.org/1"))) == "format.unsupported"


def test_what_looks_like_an_sd_jwt_and_is_none() -> None:
    assert code(b"e30.e30.e30~WyJ4Il0~") == "sdjwt.disclosure"
    assert code(b"e30.e30.e30~~~") == "json.unreadable"
    assert code(b"e30.e30.e30~e30.e30") == "jwt.unreadable"
    assert code(b"e30.e30.e30" + b"~WyJ4IiwxXQ" * 300 + b"~") == "sdjwt.disclosures.many"


def test_a_pdf_is_told_that_the_record_is_attached_to_it() -> None:
    assert code(b"%PDF-1.7\n%\xe2\xe3") == "format.pdf"
