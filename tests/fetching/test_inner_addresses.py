"""Addresses that point inwards are refused before anything connects to them."""

from __future__ import annotations

import pytest
from openvc.fetch import ip_is_forbidden

from guildmark.errors import GuildmarkError
from guildmark.fetching import HttpsClient, fetch, is_inner

INNER = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "fc00::1",
    "fe80::1%eth0",
    "fec0::1",
    "192.0.0.8",
    "3fff::1",
    "ff02::1",
    "localhost",
]


NEWER = ("192.0.0.8", "3fff::1")


@pytest.mark.parametrize("address", INNER)
def test_an_inner_address_is_one(address: str) -> None:
    assert is_inner(address)


def test_an_inner_address_within_a_6to4_one_is_what_the_library_does_not_see() -> None:
    unseen = {address for address in INNER[:-1] if not ip_is_forbidden(address)}
    # The last two it sees where Python's own tables are newer.
    assert {"2002:7f00:1::", "2002:a9fe:a9fe::1"} <= unseen <= {"2002:7f00:1::", "2002:a9fe:a9fe::1", *NEWER}


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111"])
def test_a_public_address_is_none(address: str) -> None:
    assert not is_inner(address)


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://localhost/",
        "https://169.254.169.254/latest/meta-data/",
    ],
)
def test_an_address_that_points_inwards_is_not_fetched(url: str) -> None:
    with pytest.raises(GuildmarkError) as error:
        fetch(url)
    assert error.value.faults[0].code == "fetch.inner_address"


def test_one_inner_address_among_public_ones_is_enough() -> None:
    client = HttpsClient(resolve=lambda _host, _port: ["93.184.216.34", "10.0.0.1"])
    with pytest.raises(GuildmarkError) as error:
        client.fetch("https://example.org/")
    assert error.value.faults[0].code == "fetch.inner_address"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://example.org/", "fetch.not_https"),
        ("file:///etc/passwd", "fetch.address"),
        ("ftp://example.org/", "fetch.not_https"),
        ("https://user:secret@example.org/", "fetch.address"),
        ("https://example.org:99999/", "fetch.address"),
        ("https://exämple.org/", "fetch.address"),
        ("https://example.org/\r\nHost: inside", "fetch.address"),
        ("https:///path", "fetch.address"),
    ],
)
def test_only_plain_https_addresses_are_fetched(url: str, code: str) -> None:
    with pytest.raises(GuildmarkError) as error:
        fetch(url)
    assert error.value.faults[0].code == code
