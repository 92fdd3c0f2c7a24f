"""Which addresses are inner ones, and how a name becomes the address that is connected to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator


def is_inner(address: str) -> bool:
    """Whether an IP address is none of the public internet: private, loopback, link-local, shared, multicast, reserved.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo) is inner if either is; NAT64 always is. What is
    no IP address counts as inner.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    return any(_not_public(each) for each in (ip, *_carried(ip)))


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host; OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return [str(info[4][0]) for info in found]


def _not_public(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    site_local = isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local
    return not ip.is_global or ip.is_multicast or ip.is_reserved or site_local


def _carried(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> Iterator[ipaddress.IPv4Address]:
    if isinstance(ip, ipaddress.IPv4Address):
        return
    if ip.ipv4_mapped:
        yield ip.ipv4_mapped
    if ip.sixtofour:
        yield ip.sixtofour
    if ip.teredo:
        yield from ip.teredo
