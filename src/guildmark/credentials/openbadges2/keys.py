"""The keys of Open Badges 2.0: PEM in a document at an address, and the JWS that is signed with them."""

from __future__ import annotations

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

from guildmark.credentials.keys import PublicKey
from guildmark.credentials.proofs import vcjwt
from guildmark.errors import GuildmarkError

RSA_BITS = range(2_048, 8_193)
"""Shorter ones prove nothing today, longer ones only cost."""


def signed_with(token: vcjwt.Token, pem: object) -> bool | None:
    """Whether a token is signed with the key in `pem`; None where that is no key that is read here.

    The algorithm is the one that the key has: RS256, ES256 or EdDSA. A header that asks for another is not signed.
    """
    try:
        key = load_pem_public_key(pem.encode("utf-8")) if isinstance(pem, str) and len(pem) < 10_000 else None
    except (ValueError, UnsupportedAlgorithm):
        return None
    match key:
        case RSAPublicKey() if key.key_size in RSA_BITS:
            jwk = RSAAlgorithm.to_jwk(key, as_dict=True)
        case EllipticCurvePublicKey() if isinstance(key.curve, SECP256R1):
            jwk = ECAlgorithm.to_jwk(key, as_dict=True)
        case Ed25519PublicKey():
            jwk = OKPAlgorithm.to_jwk(key, as_dict=True)
        case _:
            return None
    try:
        return vcjwt.check(token, PublicKey.from_jwk(jwk))
    except GuildmarkError:
        # A point of small order, under which anything is signed.
        return False
