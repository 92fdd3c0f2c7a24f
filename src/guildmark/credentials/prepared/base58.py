"""A signature in base58: the one encoding that stands in every record, done in large steps."""

from __future__ import annotations

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_PAIRS = tuple(first + second for first in _ALPHABET for second in _ALPHABET)
_STEP = 58**10
_LENGTH = 88
"""Digits of 64 bytes; the usual 87 and the rarer 86 begin with digits of zero, which are taken off again."""


def base58_of_signature(signature: bytes) -> str:
    """The base58 text (Bitcoin's alphabet) of the 64 bytes of a signature; ValueError for another length."""
    if len(signature) != 64:
        raise ValueError("a signature has 64 bytes")
    number = int.from_bytes(signature, "big")
    steps = []
    for _ in range(9):
        number, rest = divmod(number, _STEP)
        steps.append(rest)
    pairs: list[str] = []
    for rest in reversed(steps):
        rest, fifth = divmod(rest, 3364)
        rest, fourth = divmod(rest, 3364)
        rest, third = divmod(rest, 3364)
        first, second = divmod(rest, 3364)
        pairs += (_PAIRS[first], _PAIRS[second], _PAIRS[third], _PAIRS[fourth], _PAIRS[fifth])
    zeros = len(signature) - len(signature.lstrip(b"\0"))
    return "1" * zeros + "".join(pairs).lstrip("1")
