"""JSON is read so that no two readers can understand it differently, and with bounded work."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guildmark.credentials.bounded import DEFAULT_LIMITS, LARGEST_INTEGER, Limits, read_object
from guildmark.errors import GuildmarkError


def code(data: bytes, limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(GuildmarkError) as error:
        read_object(data, limits=limits)
    for fault in error.value.faults:
        assert str(fault.sentence).encode("utf-8")
    return error.value.faults[0].code


def test_it_reads_an_object() -> None:
    assert read_object('{"title": "Světlo 🎭", "hours": [25, 4.5, true, null]}'.encode()) == {
        "title": "Světlo 🎭",
        "hours": [25, 4.5, True, None],
    }


def test_it_reads_over_a_byte_order_mark() -> None:
    assert read_object(b"\xef\xbb\xbf{}") == {}


def test_four_point_nought_is_four_as_in_javascript() -> None:
    read = read_object(b'{"a": 4.0, "b": 4e2, "c": -0.0}')
    assert [(value, type(value)) for value in read.values()] == [(4, int), (400, int), (0, int)]


def test_a_record_of_50_mb_is_refused_by_its_size_alone() -> None:
    assert code(b" " * 50_000_000) == "record.too_large"


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":'])
def test_json_10_000_levels_deep_is_refused_before_it_is_parsed(opening: bytes) -> None:
    assert code(opening * 10_000) == "json.too_deep"


def test_64_levels_are_read_and_65_are_not() -> None:
    assert read_object(b'{"a":' * 63 + b"[]" + b"}" * 63)
    assert code(b'{"a":' * 64 + b"[]" + b"}" * 64) == "json.too_deep"


def test_brackets_in_texts_are_no_levels() -> None:
    assert read_object(json.dumps({"a": '[{"' * 1_000}).encode())


def test_more_values_than_a_record_needs_are_refused() -> None:
    assert code(b'{"a": [' + b"1," * 20_000 + b"1]}") == "json.too_many_values"


@pytest.mark.parametrize("text", ['{"a": 1, "a": 1}', '{"x": {"a": 1, "b": 2, "a": 3}}', '{"a": 1, "\\u0061": 2}'])
def test_doubled_keys_are_refused(text: str) -> None:
    assert code(text.encode()) == "json.key.doubled"


@pytest.mark.parametrize("text", [r'{"a": "\ud800"}', r'{"a": ["x", "\udc00\ud800"]}', r'{"\ud800": 1}'])
def test_lone_surrogates_are_refused(text: str) -> None:
    assert code(text.encode()) == "json.text.lone_surrogate"


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert read_object(rb'{"a": "\ud83c\udfad"}') == {"a": "🎭"}


@pytest.mark.parametrize(
    "number",
    ["NaN", "Infinity", "-Infinity", "1e400", "9007199254740992", "-1e16", "9" * 5_000, "1" + "0" * 400 + ".5"],
)
def test_numbers_that_not_every_reader_holds_are_refused(number: str) -> None:
    assert code(f'{{"a": {number}}}'.encode()) == "json.number.unsafe"


@pytest.mark.parametrize("number", ["4.1234567890123456789", "-0.123456789012345678", "1.00000000000000000001e3"])
def test_fractions_beyond_double_precision_are_refused(number: str) -> None:
    """Two readers could keep two numbers of them, and a signature over one would fit the other."""
    assert code(f'{{"a": {number}}}'.encode()) == "json.number.unsafe"


@given(st.floats(-1e15, 1e15))
@example(100 / 3)
@example(0.1 + 0.2)
@example(5e-324)
def test_every_double_is_read_as_programs_write_it(number: float) -> None:
    for text in (json.dumps(number), f"{number:.17g}", f"{number:.16e}"):
        found = read_object(f'{{"a": {text}}}'.encode())["a"]
        assert found == float(text)


def test_the_largest_safe_number_is_read() -> None:
    assert read_object(f'{{"a": {LARGEST_INTEGER}}}'.encode()) == {"a": LARGEST_INTEGER}


@pytest.mark.parametrize("data", [b"", b"{", b"{]}", b"{'a': 1}", b'{"a": 01}', b'{"a": "\n"}', b"{}{}", b'{"a": "'])
def test_what_is_not_json_is_said_with_line_and_column(data: bytes) -> None:
    assert code(data) == "json.unreadable"


def test_texts_that_never_close_are_read_over_once() -> None:
    assert code(b'{"a": "' + rb"\"" * 2_000_000) == "json.unreadable"


@pytest.mark.parametrize("data", [b"\xff\xfe{\x00}\x00", b'{"a": "\xff"}'])
def test_what_is_not_utf8_is_refused(data: bytes) -> None:
    assert code(data) == "json.not_utf8"


@pytest.mark.parametrize("data", [b"[]", b'"text"', b"4", b"null"])
def test_json_that_is_no_object_is_refused(data: bytes) -> None:
    assert code(data) == "json.not_an_object"


def test_every_lone_surrogate_is_named() -> None:
    with pytest.raises(GuildmarkError) as error:
        read_object(rb'{"a": "\ud800", "b/c": {"d": "\ud801"}}')
    assert [fault.place.path for fault in error.value.faults] == ["/a", "/b~1c/d"]


json_values: Any = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), json_values))
def test_what_json_writes_is_read_as_it_was(document: dict[str, Any]) -> None:
    assert read_object(json.dumps(document).encode()) == document
    assert read_object(json.dumps(document, ensure_ascii=False).encode()) == document


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(GuildmarkError):
        assert isinstance(read_object(data), dict)


@given(st.text('[]{}",\\:a', max_size=60), st.integers(1, 6), st.integers(1, 20))
def test_a_quick_look_finds_no_more_within_the_limits_than_counting_does(text: str, depth: int, values: int) -> None:
    limits = Limits(depth=depth, values=values)
    with suppress(GuildmarkError):
        read_object(text.encode(), limits=limits)
        levels = count = 0
        outside = re.sub(r'"(\\.|[^"\\])*"', "", text)
        for sign in outside:
            levels += (sign in "[{") - (sign in "]}")
            count += sign in "[{,"
            assert levels <= depth
        assert count <= values
