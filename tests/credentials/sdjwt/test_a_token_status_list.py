"""The status of an SD-JWT record: read from its issuer's list, and from nothing else."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import base64url, sdjwt
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.status import StatusEntry
from guildmark.credentials.status.token_list import TokenList, decode, encode, signed_token_list
from guildmark.credentials.verify import Verifier
from guildmark.errors import GuildmarkError
from tests.credentials.sdjwt.made import issued, judged, jws, record
from tests.credentials.signed import KEY, NOW, STRANGERS_KEY

URL = "https://academy.example/status/1"
RECORD = issued(whole=replace(record(), status=StatusEntry(URL, 70_000)))
HEADER = {"alg": "EdDSA", "kid": KEY.kid, "typ": "statuslist+jwt"}


def status(answer: bytes | None, data: bytes = RECORD) -> tuple[str, str]:
    """What came of the check, and what was said; `answer` is what stands at the list's address."""
    found = judged(data, fetch=None if answer is None else lambda _address: answer)
    check = next(check for check in found.checks if check.check == "status")
    return check.result, check.sentence.text("en")


def listed(claims: dict[str, Any], key: SigningKey = KEY, **header: Any) -> bytes:
    """A list that says what a good one says, but for these claims."""
    good = {"sub": URL, "iat": 1_700_000_000, "status_list": encode(TokenList.empty())}
    return jws({**HEADER, **header}, {**good, **claims}, key).encode()


@pytest.mark.parametrize(
    ("code", "result", "said"),
    [(0, "pass", "neither revoked nor suspended"), (4, "fail", "has revoked"), (6, "fail", "has suspended")],
)
def test_a_record_is_revoked_and_suspended(code: int, result: str, said: str) -> None:
    answer = signed_token_list(URL, KEY.did, {70_000: code, 69_999: 1, 70_001: 5}, KEY, created=NOW)
    found = status(answer)
    assert found[0] == result
    assert said in found[1]


def test_a_list_under_the_other_name_of_the_algorithm_is_the_same_list() -> None:
    assert status(listed({}, alg="Ed25519"))[0] == "pass"


@pytest.mark.parametrize(("seconds", "result"), [(300, "pass"), (301, "not_checked")])
@pytest.mark.parametrize("claim", ["nbf", "iat"])
def test_a_list_may_begin_ahead_as_far_as_clocks_differ(claim: str, seconds: int, result: str) -> None:
    assert status(listed({claim: int(NOW.timestamp()) + seconds}))[0] == result


def test_the_drafts_own_example_is_read() -> None:
    # draft-ietf-oauth-status-list, 4.1: sixteen tokens of one bit, in the bytes b9 a3.
    example = {"bits": 1, "lst": "eNrbuRgAAhcBXQ"}
    assert [decode(example)[index] for index in range(16)] == [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]
    # …and twelve of two bits, in c9 44 f9.
    assert [decode({"bits": 2, "lst": "eNo76fITAAPfAgc"})[index] for index in range(12)] == [
        1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3,
    ]  # fmt: skip


@given(st.sampled_from([1, 2, 4, 8]), st.dictionaries(st.integers(0, 199), st.integers(0, 255), max_size=30))
def test_what_is_written_is_read(bits: int, values: dict[int, int]) -> None:
    entries = TokenList.empty(200, bits)
    for index, value in values.items():
        entries[index] = value % (1 << bits)
    again = decode(encode(entries))
    assert {index: again[index] for index in values} == {i: value % (1 << bits) for i, value in values.items()}
    assert sum(again[index] != 0 for index in range(200)) == sum(value % (1 << bits) != 0 for value in values.values())


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{}", id="no token"),
        pytest.param(listed({}, typ="JWT"), id="another type of token"),
        pytest.param(listed({}, crit=["x"]), id="an extension that must be understood"),
        pytest.param(listed({}, alg="none"), id="no algorithm"),
        pytest.param(listed({}, alg="ES256"), id="another algorithm than the key's"),
        pytest.param(listed({}, STRANGERS_KEY), id="another signature"),
        pytest.param(listed({}, STRANGERS_KEY, kid=STRANGERS_KEY.kid), id="a stranger's list"),
        pytest.param(listed({"sub": URL + "2"}), id="another list"),
        pytest.param(listed({"status_list": {"bits": 3, "lst": "eNrbuRgAAhcBXQ"}}), id="a width that is none"),
        pytest.param(listed({"status_list": {"bits": True, "lst": "eNrbuRgAAhcBXQ"}}), id="a width that is no number"),
        pytest.param(listed({"status_list": {"bits": 1, "lst": "eNrbuRgAAhcBXQ"}}), id="too short for the index"),
        pytest.param(listed({"status_list": {"bits": 1, "lst": "!"}}), id="no base64url"),
        pytest.param(listed({"status_list": {"bits": 1, "lst": "AAAA"}}), id="not packed"),
        pytest.param(listed({"status_list": []}), id="no list"),
        pytest.param(
            listed({"status_list": {"bits": 1, "lst": base64url.encode(zlib.compress(bytes(30_000_000)))}}), id="a bomb"
        ),
        pytest.param(
            listed({"status_list": {"bits": 1, "lst": base64url.encode(zlib.compress(bytes(20_000)) + b"x")}}),
            id="something behind the list",
        ),
    ],
)
def test_a_list_that_is_wrong_fails_the_record(answer: bytes) -> None:
    assert status(answer)[0] == "fail"


def test_a_list_that_cannot_be_had_or_has_run_out_is_not_relied_on() -> None:
    assert status(None)[0] == "not_checked"
    assert status(listed({"exp": 1_700_000_001}))[0] == "not_checked"
    five = TokenList.empty(131_072, 4)
    five[70_000] = 5
    assert status(listed({"status_list": encode(five)}))[0] == "not_checked"


@pytest.mark.parametrize("place", [{"idx": -1, "uri": URL}, {"idx": True, "uri": URL}, {"idx": "1", "uri": URL}, {}, 4])
def test_a_place_that_is_none_fails_the_record(place: Any) -> None:
    payload = {**vcjwt.read(RECORD.partition(b"~")[0]).payload, "status": {"status_list": place}}
    data = jws({**HEADER, "typ": "dc+sd-jwt"}, payload, KEY).encode() + b"~"
    assert status(listed({}), data)[0] == "fail"


def test_an_entry_must_fit_its_bits() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        TokenList.empty(8, 1)[0] = 2
    with pytest.raises(ValueError, match="no width"):
        TokenList(b"", 3)
    for index in (-1, 8):
        with pytest.raises(IndexError):
            TokenList.empty(8, 1)[index]
        with pytest.raises(IndexError):
            TokenList.empty(8, 1)[index] = 1
    with pytest.raises(GuildmarkError):
        decode(None)


WHOLE = zlib.compress(bytes(range(256)) * 64, 9)
LETTERS = base64url.encode(WHOLE)


def test_the_same_list_is_written_as_ever() -> None:
    assert encode(TokenList(bytes(range(256)) * 64, 8)) == {"bits": 8, "lst": base64url.encode(WHOLE)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(base64url.encode(WHOLE[: len(WHOLE) // 2]), "status.list.unreadable", id="breaks off"),
        pytest.param(base64url.encode(WHOLE[:-1]), "status.list.unreadable", id="without its last byte"),
        pytest.param(base64url.encode(WHOLE[:-4] + bytes(4)), "status.list.unreadable", id="a sum that is not its own"),
        pytest.param(base64url.encode(WHOLE + b"x"), "status.list.unreadable", id="more behind"),
        pytest.param(base64url.encode(WHOLE + WHOLE[-4:]), "status.list.unreadable", id="its sum behind once more"),
        pytest.param(base64url.encode(WHOLE + WHOLE), "status.list.unreadable", id="another list behind"),
        pytest.param(f"{LETTERS[:9]}!\n{LETTERS[9:]}", "status.list.unreadable", id="letters that are none"),
        pytest.param(f"{LETTERS}==", "status.list.unreadable", id="letters to fill up"),
        pytest.param("", "status.list.unreadable", id="empty"),
        pytest.param(base64url.encode(zlib.compress(bytes(4_000_001))), "status.list.size", id="too long"),
        pytest.param(base64url.encode(zlib.compress(bytes(30_000_000))), "status.list.size", id="a bomb"),
    ],
)
def test_what_is_no_list_is_refused(text: str, code: str) -> None:
    with pytest.raises(GuildmarkError) as refused:
        decode({"bits": 8, "lst": text})
    assert [fault.code for fault in refused.value.faults] == [code]


def test_a_batch_reads_its_list_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []

    def counted(value: object) -> TokenList:
        read.append(value)
        return decode(value)

    monkeypatch.setattr("guildmark.credentials.verify.token_status.decode", counted)
    answer = signed_token_list(URL, KEY.did, {70_000: 4}, KEY, created=NOW)
    verifier = Verifier(now=NOW, fetch=lambda _address: answer)
    assert [verifier.verify(RECORD).result("status") for _ in range(3)] == ["fail"] * 3
    assert len(read) == 1


@pytest.mark.parametrize(
    ("code", "result", "said"), [(3, "fail", "urn:uuid:new replaces it"), (0, "pass", "has renewed it as urn:uuid:new")]
)
def test_the_list_says_what_followed_a_record(code: int, result: str, said: str) -> None:
    told = {sdjwt.unpacked(sdjwt.read(RECORD))["jti"]: "urn:uuid:new"}
    answer = signed_token_list(URL, KEY.did, {70_000: code}, KEY, created=NOW, replacements=told)
    found = status(answer)
    assert (found[0], said in found[1]) == (result, True)
    other = signed_token_list(URL, KEY.did, {70_000: code}, KEY, created=NOW, replacements={"another": "urn:uuid:new"})
    assert "urn:uuid:new" not in status(other)[1]
