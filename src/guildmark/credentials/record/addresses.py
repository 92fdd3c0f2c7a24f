"""Which texts are addresses that a signed document can name without being misread.

An address becomes a node of the record's graph. One with a space or a bracket in it would be dropped
by some readers and mended by others, and then two verifiers would see two records.
"""

from __future__ import annotations

import re

_BODY = r"[^\x00-\x20\x7f-\xa0<>\"{}|\\^`\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufff0-\uffff]+"
_ANY = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*:{_BODY}")
_WEB = re.compile(rf"https?://{_BODY}", re.IGNORECASE)
_SECURE = re.compile(rf"https://{_BODY}", re.IGNORECASE)
_IMAGE_DATA = re.compile(rf"data:image/{_BODY}", re.IGNORECASE)
_NAME = re.compile(rf"(?:did:[a-z0-9]+:|urn:[a-z0-9][a-z0-9-]{{0,31}}:){_BODY}", re.IGNORECASE)
_EMAIL = re.compile(
    r"[^@\s<>\",;:()\[\]\\\x00-\x1f\x7f]+@[^@\s<>\",;:()\[\]\\.\x00-\x1f\x7f][^@\s<>\",;:()\[\]\\\x00-\x1f\x7f]*"
)


def is_address(text: str) -> bool:
    """Any absolute address, whatever its scheme."""
    return _ANY.fullmatch(text) is not None


def is_web_address(text: str) -> bool:
    """An http or https address without characters that an address cannot hold."""
    return _WEB.fullmatch(text) is not None


def is_identifier(text: str) -> bool:
    """A did:, urn: or https: address: what may stand as the record's subject (docs/cli.md, `issue`)."""
    return _SECURE.fullmatch(text) is not None or _NAME.fullmatch(text) is not None


def is_image_address(text: str) -> bool:
    """A web address, or an image inside the address itself (`data:image/…`)."""
    return is_web_address(text) or _IMAGE_DATA.fullmatch(text) is not None


def is_email_address(text: str) -> bool:
    """Something before and after one @, without spaces; whether anybody reads it, only a letter can tell."""
    return _EMAIL.fullmatch(text) is not None
