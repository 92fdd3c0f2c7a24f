"""Which addresses are inner ones, and how a name becomes the address that is connected to.

openvc-core judges an address; ours are the addresses that carry another one, which it takes for what they look like.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator

from openvc.fetch import ip_is_forbidden

_NOT_YET_KNOWN = tuple(ipaddress.ip_network(net) for net in ("192.0.0.0/24", "3fff::/20"))
"""Networks of no use on the internet that older versions of Python take for public (RFC 6890, RFC 9637)."""


def is_inner(address: str) -> bool:
    """Whether an IP address is none of the public internet: private, loopback, link-local, shared, multicast, reserved.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo) is inner if either is; NAT64 always is. What is
    no IP address counts as inner.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    return any(
        ip_is_forbidden(str(each)) or any(each in network for network in _NOT_YET_KNOWN) for each in (ip, *_carried(ip))
    )


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host; OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return [str(info[4][0]) for info in found]


def _carried(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> Iterator[ipaddress.IPv4Address]:
    if isinstance(ip, ipaddress.IPv4Address):
        return
    if ip.ipv4_mapped:
        yield ip.ipv4_mapped
    if ip.sixtofour:
        yield ip.sixtofour
    if ip.teredo:
        yield from ip.teredo
