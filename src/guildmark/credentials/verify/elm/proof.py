"""proof: is the seal good, under the key of a DID or the certificate that stands in it?"""

from __future__ import annotations

from collections.abc import Sequence

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from guildmark.credentials import elm
from guildmark.credentials.dids import Fetch
from guildmark.credentials.elm.seal import UNDERSTOOD
from guildmark.credentials.public_keys import ED25519, verifies_ed25519
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.outcome import Outcome, judged, look_up
from guildmark.words import say

_ORDER = ("fail", "pass", "not_checked")
SMALLEST_RSA = 2048
"""Bits below which an RSA key proves nothing today."""


def check_proof(seals: Sequence[elm.Seal], fetch: Fetch | None) -> tuple[Check, tuple[Outcome, ...]]:
    """The check `proof`, and what came of each seal. One bad seal is too much."""
    if not seals:
        return Check("proof", "fail", say("The record is not signed: it carries no seal.")), ()
    outcomes = tuple(_sealed(seal, fetch) for seal in seals)
    decided = min(outcomes, key=lambda outcome: _ORDER.index(outcome.result))
    return Check("proof", decided.result, decided.sentence), outcomes


def _sealed(seal: elm.Seal, fetch: Fetch | None) -> Outcome:
    critical = seal.header.get("crit", [])
    if not isinstance(critical, list) or not all(isinstance(name, str) and name in UNDERSTOOD for name in critical):
        sentence = say("The seal asks for rules that this version does not know.")
        return Outcome("not_checked", sentence)
    if "b64" in seal.header and "b64" not in critical:
        return Outcome("fail", say("The seal does not say rightly how its text stands."))
    method = seal.header.get("kid")
    if isinstance(method, str) and method.startswith("did:"):
        key = look_up(method, fetch)
        if isinstance(key, Outcome):
            return key
        if seal.header.get("alg") not in key.algorithms:
            return Outcome("fail", say("The seal names another algorithm than its key has."), method, "pass")
        return judged(key.verifies(seal.signature, seal.signed), method)
    return _by_certificate(seal)


def _by_certificate(seal: elm.Seal) -> Outcome:
    if not seal.certificates:
        return Outcome("fail", say("The seal does not name the key that made it."))
    if "x5t#S256" in seal.header and not seal.certificate_fits:
        return Outcome("fail", say("The certificate in the seal is not the one that the seal names."))
    try:
        certificate = x509.load_der_x509_certificate(seal.certificates[0])
        key = certificate.public_key()
        name = certificate.subject.rfc4514_string()[:200]
    except (ValueError, UnsupportedAlgorithm):
        return Outcome("not_checked", say("The certificate of the seal cannot be read."))
    method = f"x509:{name}"
    if not _fits(key, seal):
        return judged(False, method)
    sentence = say(
        "The seal is good: nothing was changed since it was made. Its certificate names {name}; whether a trusted "
        "authority gave it was not checked.",
        name=name,
    )
    return Outcome("pass", sentence, method, "not_checked")


def _fits(key: object, seal: elm.Seal) -> bool:
    """Whether a certificate's key made the seal, by the algorithm that such a key has."""
    algorithm, size = seal.header.get("alg"), SHA256()
    try:
        match key:
            case RSAPublicKey() if algorithm == "RS256" and key.key_size >= SMALLEST_RSA:
                key.verify(seal.signature, seal.signed, PKCS1v15(), size)
            case EllipticCurvePublicKey() if algorithm == "ES256" and len(seal.signature) == 64:
                halves = [int.from_bytes(half, "big") for half in (seal.signature[:32], seal.signature[32:])]
                key.verify(encode_dss_signature(*halves), seal.signed, ECDSA(size))
            case Ed25519PublicKey() if algorithm in ED25519:
                return verifies_ed25519(key.public_bytes_raw(), seal.signature, seal.signed)
            case _:
                return False
    except (InvalidSignature, ValueError):
        return False
    return True
