"""PKCS#11 URIs are read strictly, and never hold a PIN."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.devices import KeyAddress, read_address
from guildmark.errors import GuildmarkError


def test_an_address_names_token_key_and_driver() -> None:
    assert read_address("pkcs11:token=My%20token;serial=0a;object=records;id=%01%ff?module-path=/a.so") == KeyAddress(
        token="My token", serial="0a", object="records", id=b"\x01\xff", module_path="/a.so"
    )


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "pkcs11:",
        "pkcs11:token=a",
        "file:object=a",
        "pkcs11:object=a;object=b",
        "pkcs11:object",
        "pkcs11:object=%zz",
        "pkcs11:object=%ff",
        "pkcs11:object=a;type=cert",
        "pkcs11:object=a?pin-value=1234",
        "pkcs11:object=a?pin-source=file:/pin",
        "pkcs11:slot-id=1;object=a",
        "pkcs11:object=" + "a" * 3000,
    ],
)
def test_what_is_no_address_is_refused_without_being_repeated(uri: str) -> None:
    with pytest.raises(GuildmarkError) as raised:
        read_address(uri)
    (fault,) = raised.value.faults
    assert fault.code == "device.address"
    assert "1234" not in str(fault)


@given(st.text(max_size=60))
def test_whatever_stands_there_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(GuildmarkError):
        read_address(f"pkcs11:{text}")
