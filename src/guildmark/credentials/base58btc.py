"""A signature in base58: the one encoding that stands in every record, so that it is written and read in large steps.

Other things in base58 (keys, digests) are the library's matter.
"""

from __future__ import annotations

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_PAIRS = tuple(first + second for first in _ALPHABET for second in _ALPHABET)
_STEP = 58**10
_VALUES = {pair: value for value, pair in enumerate(_PAIRS)}
_LONGEST = 140
"""Letters of the longest signature that is read, of 96 bytes, with some to spare."""


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


def signature_of_base58(text: str) -> bytes:
    """The bytes of a base58 text; ValueError for anything else, and for more letters than a signature has."""
    if len(text) > _LONGEST:
        raise ValueError("no signature is that long")
    zeros = len(text) - len(text.lstrip("1"))
    number, rest = 0, text if len(text) % 2 == 0 else f"1{text}"
    try:
        for place in range(0, len(rest), 2):
            number = number * 3364 + _VALUES[rest[place : place + 2]]
    except KeyError:
        raise ValueError("a letter is none of base58") from None
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
