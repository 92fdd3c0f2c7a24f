"""Points of Ed25519 that no honest key or signature has.

OpenSSL takes them, and under a public key of small order one signature can fit every record, so that nobody could be
held to what they signed. RFC 8032 leaves the check to those to whom that matters.
"""

from __future__ import annotations

_P = 2**255 - 19
_OF_ORDER_8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826

_SMALL_ORDER_Y = frozenset({0, 1, _P - 1, _OF_ORDER_8, _P - _OF_ORDER_8})
"""The y of the eight points whose order is 1, 2, 4 or 8."""


def is_sound(point: bytes) -> bool:
    """Whether 32 bytes are the one way to write a point, and that one is not of small order."""
    y = int.from_bytes(point, "little") & ((1 << 255) - 1)
    return len(point) == 32 and y < _P and y not in _SMALL_ORDER_Y
