"""The list of an issuer tells who has the old record which one replaced it."""

from __future__ import annotations

import gzip
import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import base64url
from guildmark.credentials.status import State, capacity, replacements, signed_list, status_for
from guildmark.credentials.verify import known_contexts, verify
from guildmark.fetching import FETCH_LIMITS
from tests.credentials import signed
from tests.credentials.status import lists

NEW = "urn:uuid:11111111-1111-4111-8111-111111111111"


def _checked(code: int, told: dict[str, str]) -> Any:
    record = lists.record()
    published = signed_list(
        lists.URL,
        signed.KEY.did,
        {lists.INDEX: code},
        signed.KEY,
        created=signed.NOW,
        contexts=known_contexts(),
        replacements={record["id"] if old == "old" else old: new for old, new in told.items()},
    )
    checked = verify(signed.as_bytes(record), now=signed.NOW, fetch=lambda address: published)
    (status,) = [check for check in checked.checks if check.check == "status"]
    return status


REPLACED = status_for("revoked", "replaced").code


def test_the_old_record_says_what_replaced_it() -> None:
    status = _checked(REPLACED, {"old": NEW, "another": "urn:uuid:2"})
    assert status.result == "fail"
    assert status.sentence.text("en") == f"The issuer has revoked the record: {NEW} replaces it."


def test_a_record_that_was_renewed_still_stands() -> None:
    status = _checked(0, {"old": NEW})
    assert status.result == "pass"
    assert NEW in status.sentence.text("en")


def test_without_a_word_about_it_the_learner_is_asked() -> None:
    status = _checked(REPLACED, {"another": NEW})
    assert "Ask the learner" in status.sentence.text("en")


def test_a_record_that_was_revoked_as_an_error_names_the_one_that_followed_and_keeps_the_reason() -> None:
    status = _checked(status_for("revoked", "error").code, {"old": NEW})
    assert status.result == "fail"
    assert status.sentence.text("en") == (
        f"The issuer has revoked the record: it was issued in error. {NEW} follows it."
    )


@pytest.mark.parametrize(
    ("state", "reason"), [("revoked", "withdrawn"), ("revoked", "a text"), ("suspended", "review")]
)
def test_a_status_that_lets_no_record_follow_stays_what_it_is(state: State, reason: str) -> None:
    status = status_for(state, reason)
    assert _checked(status.code, {"old": NEW}).sentence.text("en") == status.sentence.text("en")


@given(st.dictionaries(st.text(max_size=20), st.uuids().map(lambda uuid: uuid.urn), max_size=20))
def test_each_old_record_finds_its_own_and_no_other_finds_any(told: dict[str, str]) -> None:
    read = replacements.decode(replacements.encode(told))
    assert {old: replacements.find(read, old) for old in told} == told
    assert replacements.find(read, "urn:uuid:none of these") is None


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "u",
        "u!!",
        "zAAAA",
        "u" + base64url.encode(b"no gzip"),
        "u" + base64url.encode(gzip.compress(b"no json", mtime=0)),
        "u" + base64url.encode(gzip.compress(b"[]", mtime=0)),
        "u" + base64url.encode(gzip.compress(b"[" * 100_000, mtime=0)),
        "u" + base64url.encode(gzip.compress(json.dumps({"x": "y" * 9_000_000}).encode(), mtime=0)),
    ],
)
def test_a_text_that_is_none_tells_nothing(text: object) -> None:
    assert replacements.find(replacements.decode(text), NEW) is None


def test_a_full_list_in_which_each_record_was_replaced_is_still_fetched() -> None:
    told = {UUID(int=one).urn: UUID(int=one << 64).urn for one in range(capacity())}
    data = signed_list(
        lists.URL, signed.KEY.did, {lists.INDEX: 2}, signed.KEY,
        created=signed.NOW, contexts=known_contexts(), replacements=told,
    )  # fmt: skip
    assert len(data) < FETCH_LIMITS.bytes
    assert lists.status_check(lists.record(), lists.at(data)).result == "fail"
