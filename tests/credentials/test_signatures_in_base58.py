"""Signatures are written in base58 as the library writes them, and read more strictly than it reads."""

from __future__ import annotations

import base58
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guildmark.credentials.base58btc import base58_of_signature, signature_of_base58


@given(st.binary(min_size=64, max_size=64))
@example(bytes(64))
@example(bytes(63) + b"\1")
@example(b"\0" + bytes(range(63)))
@example(b"\xff" * 64)
def test_a_signature_is_written_as_the_library_writes_it(signature: bytes) -> None:
    assert base58_of_signature(signature) == base58.b58encode(signature).decode()


@given(st.binary(max_size=96))
@example(b"")
@example(bytes(64))
@example(bytes(7) + b"\1")
def test_what_the_library_writes_is_read_back(data: bytes) -> None:
    assert signature_of_base58(base58.b58encode(data).decode()) == data


@pytest.mark.parametrize(
    "text", ["0", "O", "I", "l", "2 ", " 2", "2\n", "2é", "é", "22\0", "1" * 141], ids=lambda text: repr(text)[:8]
)
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"base58|long"):
        signature_of_base58(text)
