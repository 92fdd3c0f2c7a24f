"""An address in a badge is absolute and has no blank in it, whatever counts as one."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from guildmark.credentials.verify.parts import Maybe, Uri

ADDRESS: TypeAdapter[str] = TypeAdapter(Uri)


def is_one(value: object) -> bool:
    try:
        ADDRESS.validate_python(value)
    except ValidationError:
        return False
    return True


@given(st.text(min_size=1))
@example("\n")
@example("a\n")
def test_whatever_follows_the_scheme_is_no_blank(rest: str) -> None:
    assert is_one(f"https:{rest}") == (not any(letter.isspace() for letter in rest))


def test_every_blank_of_unicode_is_one() -> None:
    letters = [chr(point) for point in range(sys.maxunicode + 1) if not 0xD800 <= point <= 0xDFFF]
    assert [letter for letter in letters if is_one(f"a:{letter}") == letter.isspace()] == []


@pytest.mark.parametrize("value", ["", "a", "a:", ":a", "1a:b", "é:a", " a:b", 4, None, ["a:b"], b"a:b"])
def test_what_is_no_absolute_address(value: object) -> None:
    assert not is_one(value)


def test_what_may_be_left_out_may_not_be_null() -> None:
    adapter: TypeAdapter[str | None] = TypeAdapter(Maybe[Uri])
    assert adapter.validate_python("a:b") == "a:b"
    with pytest.raises(ValidationError):
        adapter.validate_python(None)
