"""Linked data: what the words of a record mean, and the one form of it that is signed.

`canonical(document, contexts)` is the whole of it for a proof; `Contexts` says which contexts are
known; nothing is ever fetched.
"""

from guildmark.credentials.linkeddata.canonical import canonical, canonical_dataset
from guildmark.credentials.linkeddata.contexts import (
    CREDENTIALS_V1,
    CREDENTIALS_V2,
    DATA_INTEGRITY_V2,
    OPEN_BADGES,
    Contexts,
    published_bytes,
)
from guildmark.credentials.linkeddata.statements import TooMuchWorkError, UnknownContextError, to_dataset

__all__ = [
    "CREDENTIALS_V1",
    "CREDENTIALS_V2",
    "DATA_INTEGRITY_V2",
    "OPEN_BADGES",
    "Contexts",
    "TooMuchWorkError",
    "UnknownContextError",
    "canonical",
    "canonical_dataset",
    "published_bytes",
    "to_dataset",
]
