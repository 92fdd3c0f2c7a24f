"""The bits of a list: the same back, bounded, and no place that tells anything."""

from __future__ import annotations

import gzip
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import base64url
from guildmark.credentials.status import LENGTH, SIZE, STATUSES, Bitstring, capacity, decode, decoys, encode, free_index
from guildmark.credentials.status.indices import FEWEST_DECOYS, MOST_DECOYS, first_place
from guildmark.errors import GuildmarkError

EXAMPLE = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
"""The list without a set bit that the standard prints (Bitstring Status List 1.0, example 3)."""


@given(st.sampled_from([1, 2, 3, 8]), st.dictionaries(st.integers(0, LENGTH - 1), st.integers(0, 255), max_size=30))
def test_what_is_set_is_read_again_and_nothing_else(size: int, values: dict[int, int]) -> None:
    bits = Bitstring.empty(size=size)
    for index, value in values.items():
        bits[index] = value % (1 << size)
    read = decode(encode(bits), size)
    assert bytes(read) == bytes(bits)
    assert {index: read[index] for index in values} == {i: v % (1 << size) for i, v in values.items()}
    assert sum(byte.bit_count() for byte in bytes(read)) == sum((v % (1 << size)).bit_count() for v in values.values())


def test_the_list_that_the_standard_prints_is_read() -> None:
    bits = decode(EXAMPLE)
    assert len(bits) == LENGTH
    assert not any(bytes(bits))


def test_a_list_without_a_set_bit_is_written_as_ever() -> None:
    # What was published stays the same byte for byte, so that a list that did not change is not sent again.
    assert encode(Bitstring.empty()) == "u" + base64url.encode(gzip.compress(bytes(LENGTH // 8), mtime=0))


def test_the_first_entry_is_the_left_most_bit() -> None:
    bits = Bitstring.empty()
    bits[0], bits[9] = 1, 1
    assert bytes(bits)[:2] == b"\x80\x40"


@pytest.mark.parametrize("index", [-1, LENGTH])
def test_there_is_no_place_beyond_the_list(index: int) -> None:
    bits = Bitstring.empty()
    with pytest.raises(IndexError):
        bits[index]
    with pytest.raises(IndexError):
        bits[index] = 1
    with pytest.raises(IndexError):
        bits.bit(index)
    with pytest.raises(IndexError):
        bits.set_bit(index, True)


def test_a_value_must_fit_its_bits() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Bitstring.empty(size=2)[0] = 4


def test_a_list_is_never_shorter_than_the_standard_asks() -> None:
    with pytest.raises(ValueError, match="at least"):
        Bitstring.empty(LENGTH - 1)


WHOLE = gzip.compress(bytes(LENGTH // 8))


def _packed(data: bytes) -> str:
    return "u" + base64url.encode(gzip.compress(data))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (None, "status.list.unreadable"),
        ("", "status.list.unreadable"),
        (EXAMPLE[1:], "status.list.unreadable"),
        ("uAAAA", "status.list.unreadable"),
        (EXAMPLE[:40], "status.list.unreadable"),
        (f"{EXAMPLE[:20]}!\n{EXAMPLE[20:]}", "status.list.unreadable"),
        (EXAMPLE + "=", "status.list.unreadable"),
        ("u" + base64url.encode(WHOLE[:-1]), "status.list.unreadable"),
        ("u" + base64url.encode(WHOLE[:-8] + bytes(8)), "status.list.unreadable"),
        ("u" + base64url.encode(WHOLE + b"more"), "status.list.unreadable"),
        ("u" + base64url.encode(WHOLE + bytes(8)), "status.list.unreadable"),
        ("u" + base64url.encode(WHOLE + WHOLE), "status.list.unreadable"),
        ("u" + base64url.encode(gzip.compress(b"") + WHOLE), "status.list.unreadable"),
        (_packed(bytes(16383)), "status.list.size"),
        (_packed(bytes(4_000_001)), "status.list.size"),
        (_packed(bytes(50_000_000)), "status.list.size"),
    ],
    ids=[
        "none",
        "empty",
        "no prefix",
        "no gzip",
        "cut off",
        "letters that are none",
        "a letter to fill up",
        "without its last byte",
        "a sum that is not its own",
        "more behind",
        "zeros behind",
        "another list behind",
        "an empty list before",
        "too short",
        "too long",
        "bomb",
    ],
)
def test_what_is_no_list_is_refused(text: object, code: str) -> None:
    with pytest.raises(GuildmarkError) as refused:
        decode(text)
    assert [fault.code for fault in refused.value.faults] == [code]


@given(st.integers())
def test_a_place_is_nobody_elses_and_out_of_the_first_third(seed: int) -> None:
    chance = Random(seed)
    taken: set[int] = set()
    for _record in range(50):
        index = free_index(taken, chance.randrange)
        assert index not in taken
        assert first_place() <= index < LENGTH
        taken.add(index)


def test_records_issued_one_after_the_other_do_not_stand_side_by_side() -> None:
    chance, taken = Random(1), list[int]()
    for _record in range(1000):
        taken.append(free_index(set(taken), chance.randrange))
    steps = sorted(abs(one - next_one) for one, next_one in pairwise(taken))
    assert steps[len(steps) // 2] > 10_000
    assert taken != sorted(taken)


def test_a_full_list_says_so() -> None:
    with pytest.raises(GuildmarkError) as refused:
        free_index(range(LENGTH), Random(1).randrange)
    assert refused.value.faults[0].code == "status.list.full"
    assert 50_000 < capacity() < LENGTH


def test_decoys_look_like_records_that_are_not_active() -> None:
    made = decoys(Random(1).randrange)
    assert FEWEST_DECOYS <= len(made) < MOST_DECOYS
    assert set(made.values()) == {status.code for status in STATUSES} - {0}
    assert min(made) >= first_place()
    assert len(STATUSES) == 1 << SIZE
