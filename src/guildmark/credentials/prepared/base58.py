"""A signature in base58: the one encoding that stands in every record, done in large steps."""

from __future__ import annotations

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_PAIRS = tuple(first + second for first in _ALPHABET for second in _ALPHABET)
_STEP = 58**10


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
    for ten in reversed(steps):
        eight, fifth = divmod(ten, 3364)
        six, fourth = divmod(eight, 3364)
        four, third = divmod(six, 3364)
        first, second = divmod(four, 3364)
        pairs += (_PAIRS[first], _PAIRS[second], _PAIRS[third], _PAIRS[fourth], _PAIRS[fifth])
    zeros = len(signature) - len(signature.lstrip(b"\0"))
    return "1" * zeros + "".join(pairs).lstrip("1")
