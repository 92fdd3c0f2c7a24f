"""A record whose list says that it is revoked or suspended is refused, with the reason; an active one stands."""

from __future__ import annotations

from random import Random

import pytest

from guildmark.credentials.status import LENGTH, SIZE, STATUSES, Bitstring, decode, decoys, encode, status_for
from guildmark.credentials.verify import verify
from tests.credentials import signed
from tests.credentials.status.lists import BITSTRING_ENTRY, INDEX, at, record, record_with, status_check, status_list

DECOYS = decoys(Random(7).randrange)


def test_an_active_record_is_valid_and_says_so() -> None:
    checked = verify(signed.as_bytes(record()), now=signed.NOW, fetch=at(status_list({**DECOYS, INDEX: 0})))
    assert checked.verdict == "valid"
    assert checked.result("status") == "pass"


@pytest.mark.parametrize("status", STATUSES[1:], ids=lambda status: status.key)
def test_what_the_issuer_said_is_what_the_reader_is_told(status: object) -> None:
    code = STATUSES.index(status)  # type: ignore[arg-type] # pytest hands on objects
    check = status_check(record(), at(status_list({**DECOYS, INDEX: code})))
    assert check.result == "fail"
    assert check.sentence == STATUSES[code].sentence


def test_another_records_revocation_does_not_touch_this_one() -> None:
    others = {index: 7 for index in (INDEX - 1, INDEX + 1, INDEX // SIZE, INDEX * SIZE) if index < LENGTH}
    assert status_check(record(), at(status_list(others))).result == "pass"


def test_offline_nobody_can_say_and_the_record_is_still_valid() -> None:
    checked = verify(signed.as_bytes(record()), now=signed.NOW)
    assert checked.result("status") == "not_checked"
    assert checked.verdict == "valid"


def test_a_reader_that_knows_one_bit_only_refuses_it_too() -> None:
    for status in STATUSES:
        read = decode(encode(_bits({**DECOYS, INDEX: status.code})), 1)
        assert read[INDEX] == (status.code != 0)


def _bits(codes: dict[int, int]) -> Bitstring:
    import json

    subject = json.loads(status_list(codes))["credentialSubject"]
    return decode(subject["encodedList"], SIZE)


@pytest.mark.parametrize(("value", "result"), [(0, "pass"), (1, "fail")])
@pytest.mark.parametrize("purpose", ["revocation", "suspension"])
def test_lists_of_others_with_one_bit_are_read(purpose: str, value: int, result: str) -> None:
    bits = Bitstring.empty()
    bits[INDEX] = value
    listed = status_list(subject={"encodedList": encode(bits), "statusPurpose": ["refresh", purpose]})
    check = status_check(record_with({**BITSTRING_ENTRY, "statusPurpose": purpose}), at(listed))
    assert check.result == result


@pytest.mark.parametrize(
    ("purpose", "result"),
    [("refresh", "pass"), ("message", "pass"), ("parking", "not_checked"), ("revocation", "fail")],
)
def test_what_a_set_bit_means_depends_on_its_purpose(purpose: str, result: str) -> None:
    bits = Bitstring.empty()
    bits[INDEX] = 1
    listed = status_list(subject={"encodedList": encode(bits), "statusPurpose": purpose})
    assert status_check(record_with({**BITSTRING_ENTRY, "statusPurpose": purpose}), at(listed)).result == result


def test_the_words_of_a_strangers_status_are_told() -> None:
    messages = [{"status": hex(code), "message": f"meaning {code}"} for code in range(4)]
    entry = {**BITSTRING_ENTRY, "statusSize": 2, "statusMessage": messages}
    bits = Bitstring.empty(size=2)
    bits[INDEX] = 2
    check = status_check(record_with(entry), at(status_list(subject={"encodedList": encode(bits)})))
    assert check.result == "fail"
    assert "meaning 2" in check.sentence.text("en")


def test_a_reason_that_is_no_key_stays_with_the_issuer() -> None:
    assert status_for("revoked", "Replaced").key == "revoked-replaced"
    assert status_for("revoked", "she cheated").key == "revoked"
    assert status_for("suspended", "replaced").key == "suspended"
    assert status_for("active", None).code == 0
