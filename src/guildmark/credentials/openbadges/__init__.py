"""The record as an Open Badges 3.0 document, and back (standards: 1EdTech Open Badges 3.0, W3C VC 2.0).

docs/record.md tells how each of the 16 elements stands in it.
"""

from guildmark.credentials.openbadges.own import kind_of, own_texts
from guildmark.credentials.openbadges.read import read, speaks_our_terms
from guildmark.credentials.openbadges.shared import SharedArray, SharedObject, plain, shared
from guildmark.credentials.openbadges.terms import INLINE_CONTEXT, NAMESPACE
from guildmark.credentials.openbadges.write import (
    SharedParts,
    achievement,
    achievement_id,
    identity_hash,
    profile,
    write,
)

__all__ = [
    "INLINE_CONTEXT",
    "NAMESPACE",
    "SharedArray",
    "SharedObject",
    "SharedParts",
    "achievement",
    "achievement_id",
    "identity_hash",
    "kind_of",
    "own_texts",
    "plain",
    "profile",
    "read",
    "shared",
    "speaks_our_terms",
    "write",
]
