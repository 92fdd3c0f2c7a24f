"""Who signs what is fuzzed: issuers that are known by their key, by their web site, by the keys that they publish."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec

from guildmark.credentials.keys import SigningKey
from tests.credentials.signed import KEY, STRANGERS_KEY

ON_THE_WEB = KEY.under("did:web:academy.example:stage")
P256 = SigningKey.of(ec.derive_private_key(7, ec.SECP256R1()))
HOLDER = STRANGERS_KEY
PUBLISHING = KEY.under("https://issuer.example/academy", "new")
"""An https issuer, whose key has this name in its metadata."""
CERTIFIED = KEY.under("urn:example:academy", "key-1")
"""One who names no key of a DID, and brings a certificate instead."""

_BY_NAME = {key.controller: key for key in (KEY, ON_THE_WEB, P256, STRANGERS_KEY)}


def key_of(issuer: object) -> SigningKey:
    """The key of the issuer that a document names, alone or in an object; KEY where it is nobody's."""
    name = issuer.get("id") if isinstance(issuer, dict) else issuer
    return _BY_NAME.get(name, KEY) if isinstance(name, str) else KEY
