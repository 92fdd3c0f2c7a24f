"""The quick form of JSON is that of RFC 8785."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from guildmark.credentials.bounded import LARGEST_INTEGER, read_object
from guildmark.credentials.canonical_json import canonical_json

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=8) | st.sampled_from(
    ["\ue000", "\uffff", "🎭", "\x00", "\x7f", '"', "\\", "1.0,", "e-05", "é", "\u2028"]
)
numbers = st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | st.floats(-LARGEST_INTEGER, LARGEST_INTEGER)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
)


@given(st.dictionaries(texts, values, max_size=5))
@example({"a": [1e-7, 1e-5, 0.5, 100000.5, 4.0, -0.0, 1e15]})
@example({"\ue000": 1, "🎭": 2, "a": 3})
def test_whatever_is_read_is_written_in_the_one_form(value: dict[str, Any]) -> None:
    read = read_object(json.dumps(value).encode())
    assert canonical_json(read) == rfc8785.dumps(read)
    assert canonical_json(value) == rfc8785.dumps(value)


def test_half_a_character_is_refused_as_before() -> None:
    with pytest.raises(rfc8785.CanonicalizationError):
        canonical_json({"a": "\ud800"})
