"""The keys of Open Badges 2.0: PEM in a document at an address, and the JWS that is signed with them."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from guildmark.credentials.proofs.vcjwt import Token
from guildmark.credentials.public_keys import verifies_ed25519

RSA_BITS = range(2_048, 8_193)
"""Shorter ones prove nothing today, longer ones only cost."""


def signed_with(token: Token, pem: object) -> bool | None:
    """Whether a token is signed with the key in `pem`; None where that is no key that is read here.

    The algorithm is the one that the key has: RS256, ES256 or EdDSA. A header that asks for another is not signed.
    """
    try:
        key = load_pem_public_key(pem.encode("utf-8")) if isinstance(pem, str) and len(pem) < 10_000 else None
    except (ValueError, UnsupportedAlgorithm):
        return None
    algorithm = token.algorithm
    try:
        match key:
            case RSAPublicKey() if key.key_size in RSA_BITS:
                key.verify(token.signature, token.signed, PKCS1v15(), SHA256())
                return algorithm == "RS256"
            case EllipticCurvePublicKey() if isinstance(key.curve, SECP256R1):
                key.verify(_dss(token.signature), token.signed, ECDSA(SHA256()))
                return algorithm == "ES256"
            case Ed25519PublicKey():
                return verifies_ed25519(key.public_bytes_raw(), token.signature, token.signed) and algorithm == "EdDSA"
    except InvalidSignature:
        return False
    return None


def _dss(signature: bytes) -> bytes:
    if len(signature) != 64:
        raise InvalidSignature
    return encode_dss_signature(int.from_bytes(signature[:32]), int.from_bytes(signature[32:]))
