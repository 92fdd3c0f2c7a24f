"""A disclosure: salt, name and value of one claim, of which the signed part holds a digest only (RFC 9901, 4.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from openvc.proof.sd_jwt import disclosure_digest

from guildmark.credentials import base64url
from guildmark.credentials.bounded import Limits, read_object
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

HASHES = frozenset({"sha-256", "sha-384", "sha-512"})
"""The hash functions of digests that are read, by their names in `_sd_alg`; ours are SHA-256."""
_RESERVED = ("_sd", "...")


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One disclosure, read; `name` is None where it is an item of a list. `encoded` is the text that is hashed."""

    encoded: str
    name: str | None
    value: Any

    def digest(self, hashing: str = "sha-256") -> str:
        """What stands for the claim in the signed part."""
        return digest_of(self.encoded, hashing)


def digest_of(text: str, hashing: str) -> str:
    """The digest of a disclosure, or of a whole presentation, over its very letters; `hashing` is one of `HASHES`."""
    return disclosure_digest(text, hash_name=hashing)


def read_disclosure(encoded: str, limits: Limits) -> Disclosure:
    """A disclosure as it stands between the tildes; raises GuildmarkError `sdjwt.disclosure` and those of `bounded`."""
    data = base64url.decode(encoded)
    if data is None:
        raise _unreadable()
    # The bounded reader takes objects; whatever stood beside the list would be another member.
    wrapped = read_object(b'{"":' + data + b"}", limits=limits)
    match wrapped:
        case {"": [str(), str(name), value]} if len(wrapped) == 1 and name not in _RESERVED:
            return Disclosure(encoded, name, value)
        case {"": [str(), value]} if len(wrapped) == 1:
            return Disclosure(encoded, None, value)
    raise _unreadable()


def _unreadable() -> GuildmarkError:
    sentence = say("A disclosure of the record cannot be read: it is a list of salt, name and value in base64url.")
    return GuildmarkError(Fault("sdjwt.disclosure", sentence))
