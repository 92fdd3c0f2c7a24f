"""A list that is not the issuer's own, whole and in place brings no revoked record back."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from guildmark.credentials.status import LENGTH
from guildmark.credentials.verify import verify
from tests.credentials import signed
from tests.credentials.status.lists import BITSTRING_ENTRY, at, record, record_with, status_check, status_list


def _changed(**changes: Any) -> bytes:
    return signed.as_bytes({**json.loads(status_list()), **changes})


LATER, EARLIER = ((signed.NOW + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ") for days in (1, -1))


@pytest.mark.parametrize(
    "listed",
    [
        b"",
        b"<html>not found</html>",
        b"[" * 100_000,
        signed.as_bytes(record()),
        _changed(proof=[]),
        _changed(name="changed after signing"),
        status_list(key=signed.STRANGERS_KEY),
        status_list(key=signed.STRANGERS_KEY, issuer=signed.STRANGERS_KEY.did),
        status_list(id="https://issuer.example/status/2"),
        status_list(type=["VerifiableCredential"]),
        status_list(subject={"statusPurpose": "suspension"}),
        status_list(subject={"encodedList": "u"}),
    ],
    ids=[
        "nothing",
        "a page",
        "deep",
        "another record",
        "no proof",
        "changed",
        "another's key",
        "another issuer",
        "another list",
        "no list type",
        "another purpose",
        "no bits",
    ],
)
def test_a_list_that_cannot_be_relied_on_fails_the_record(listed: bytes) -> None:
    assert status_check(record(), at(listed)).result == "fail"


@pytest.mark.parametrize("times", [{"validUntil": EARLIER, "validFrom": EARLIER}, {"validFrom": LATER}])
def test_a_list_out_of_force_says_nothing(times: dict[str, str]) -> None:
    assert status_check(record(), at(status_list(**times))).result == "not_checked"


def test_a_list_that_does_not_answer_is_told() -> None:
    check = status_check(record(statusListCredential="https://elsewhere.example/1"), at(b""))
    assert check.result == "not_checked"
    assert "did not answer" in check.sentence.text("en")


@pytest.mark.parametrize(
    "changes",
    [
        {"statusListIndex": str(LENGTH)},
        {"statusListIndex": "-1"},
        {"statusListIndex": "1.0"},
        {"statusListIndex": "٣"},
        {"statusListIndex": None},
        {"statusListCredential": None},
        {"statusPurpose": None},
        {"statusSize": 0},
        {"statusMessage": None},
        {"statusMessage": [{"status": "0x0", "message": "active"}]},
    ],
    ids=str,
)
def test_an_entry_that_says_too_little_fails_the_record(changes: dict[str, Any]) -> None:
    assert status_check(record(**changes), at(status_list())).result == "fail"


@pytest.mark.parametrize(
    "status",
    [{"id": "https://issuer.example/revoked", "type": "1EdTechRevocationList"}, {**BITSTRING_ENTRY, "statusSize": 64}],
)
def test_a_kind_that_is_not_known_is_not_checked(status: dict[str, Any]) -> None:
    document = {**signed.small(), "credentialStatus": status}
    assert status_check(document, at(status_list())).result == "not_checked"


def test_one_bad_entry_among_several_decides() -> None:
    missing = {**BITSTRING_ENTRY, "statusListCredential": "https://elsewhere.example/1"}
    beyond = {**BITSTRING_ENTRY, "statusListIndex": str(LENGTH * 9)}
    several = record_with([missing, beyond])
    assert status_check(several, at(status_list())).result == "fail"
    assert (
        verify(signed.as_bytes(record_with([missing] * 9)), now=signed.NOW, fetch=at(b"")).result("status")
        == "not_checked"
    )
