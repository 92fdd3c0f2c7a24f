"""The issuer file: every fault with its path, unknown keys as warnings, the id from the signing key."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.credentials.record import Issuer, read_issuer
from guildmark.errors import Fault, GuildmarkError
from tests.credentials.designs import DID

OTHER = DID.replace("did:key:z6Mk", "did:key:z6Mn")


def faults(document: object) -> list[Fault]:
    with pytest.raises(GuildmarkError) as caught:
        read_issuer(document, "issuer.json")
    return list(caught.value.faults)


def test_it_is_kept_as_written() -> None:
    document = {
        "name": {"en": "Academy", "cs": "Akademie"},
        "country": "CZ/Prague",
        "address": {"streetAddress": "Nábřeží 1", "floors": [1, 2]},
        "legal_id": "1",
        "url": "https://a.example.org",
        "email": "a@example.org",
        "image": "data:image/png;base64,AA==",
        "id": "did:web:a.example.org",
    }
    read = read_issuer(document)
    assert (read.issuer.as_written(), read.warnings) == (document, ())


def test_an_unknown_key_is_a_warning_with_the_nearest_name() -> None:
    read = read_issuer({"name": "Academy", "country": "CZ", "countri": "CZ", "colour": "red"})
    assert [(fault.code, fault.place.path) for fault in read.warnings] == [
        ("issuer.key.unknown", "/countri"),
        ("issuer.key.unknown", "/colour"),
    ]
    assert "“country”" in str(read.warnings[0].sentence)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", " "),
        ("name", 3),
        ("name", {}),
        ("country", "Czechia"),
        ("country", "cz"),
        ("address", "Prague"),
        ("url", "academy.example.org"),
        ("url", "javascript:alert(1)"),
        ("email", "office"),
        ("image", "mark.svg"),
        ("id", "https://academy.example.org"),
        ("id", "did:ethr:0x1"),
    ],
)
def test_a_value_that_cannot_be_read_is_told_with_its_path(key: str, value: Any) -> None:
    (fault,) = faults({"name": "Academy", "country": "CZ", key: value})
    assert (fault.code, fault.place.file, fault.place.path) == ("issuer.invalid", "issuer.json", f"/{key}")


def test_every_fault_is_told_at_once() -> None:
    told = faults({"country": "Czechia", "url": "x"})
    assert {fault.code for fault in told} == {"issuer.missing", "issuer.invalid"}
    assert [fault.place.path for fault in told] == ["/name", "/country", "/url"]


@pytest.mark.parametrize("document", [[], "Academy", None, 3])
def test_what_is_no_object_is_told(document: object) -> None:
    assert [fault.code for fault in faults(document)] == ["issuer.no_object"]


def test_the_id_is_the_keys_did() -> None:
    assert Issuer(name="Academy", country="CZ").signing_with(DID).id == DID
    assert Issuer(name="Academy", country="CZ", id=DID).signing_with(DID).id == DID


def test_a_did_web_stays() -> None:
    issuer = Issuer(name="Academy", country="CZ", id="did:web:academy.example.org")
    assert issuer.signing_with(DID).id == "did:web:academy.example.org"


def test_another_keys_did_is_a_fault() -> None:
    with pytest.raises(GuildmarkError) as caught:
        Issuer(name="Academy", country="CZ", id=OTHER).signing_with(DID)
    (fault,) = caught.value.faults
    assert (fault.code, fault.found, fault.accepted) == ("issuer.id.other_key", OTHER, (DID,))
