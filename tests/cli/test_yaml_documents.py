"""YAML is read as JSON would be: an object of texts, numbers, truth and nothing, or faults."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guildmark.cli.yaml_documents import read_yaml
from guildmark.credentials.bounded import Limits
from guildmark.errors import GuildmarkError

texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(document=st.dictionaries(texts, values, max_size=5))
def test_json_is_yaml_and_means_the_same(document: dict[str, object]) -> None:
    assert read_yaml(json.dumps(document, ensure_ascii=False).encode(), Limits()) == document


@given(document=st.dictionaries(texts, values, max_size=5))
def test_what_is_written_in_the_manner_of_yaml_is_read_back(document: dict[str, object]) -> None:
    assert read_yaml(yaml.safe_dump(document, allow_unicode=True).encode(), Limits()) == document


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_an_object_or_a_fault(data: bytes) -> None:
    try:
        document = read_yaml(data, Limits())
    except GuildmarkError:
        return
    json.dumps(document, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("2026-12-01", "2026-12-01"),
        ("1_000", "1_000"),
        ("0o17", "0o17"),
        ("017", "017"),
        ("12:30", "12:30"),
        ("4.0", 4),
        ("1.5", 1.5),
        ("true", True),
        ("null", None),
        ("", None),
        ("'1'", "1"),
    ],
)
def test_plain_words_mean_what_they_say(text: str, value: object) -> None:
    assert read_yaml(f"key: {text}\n".encode(), Limits()) == {"key": value}


def test_half_a_character_is_refused() -> None:
    with pytest.raises(GuildmarkError) as caught:
        read_yaml(b'title: "\\ud800"', Limits())
    assert [fault.code for fault in caught.value.faults] == ["yaml.surrogate"]
