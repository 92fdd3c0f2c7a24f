"""European Digital Credentials: the same checks, of a document that stands under a seal.

The seal covers the document's very text, so no word can be lost from under it; `context` says whether this version
knows the model's words. A seal by the key of a DID can be tied to the issuer; one by a certificate alone shows that
nothing was changed, and its chain of trust is left to the European trusted lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from guildmark.credentials import elm
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.elm.seal import UNDERSTOOD
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.public_keys import verifies_ed25519
from guildmark.credentials.verify.completeness import completeness
from guildmark.credentials.verify.issuer import check_issuer
from guildmark.credentials.verify.model import Check, Verification
from guildmark.credentials.verify.outcome import Outcome, judged, look_up
from guildmark.credentials.verify.trust import TrustList, check_trust
from guildmark.credentials.verify.validity import check_validity
from guildmark.words import Listing, say

SHOWN = 5
_ORDER = ("fail", "pass", "not_checked")
SMALLEST_RSA = 2048
"""Bits below which an RSA key proves nothing today."""
STANDARD = say("the profile of European Digital Credentials")


REQUIRED = (
    "id", "issuer/id", "issuer/legalName", "issuer/eIDASIdentifier", "issued", "validFrom", "credentialSchema",
    "credentialProfiles", "displayParameter/title", "displayParameter/primaryLanguage",
    "displayParameter/individualDisplay", "credentialSubject/hasClaim/title", "credentialSubject/hasClaim/awardedBy",
)  # fmt: skip
"""What the application profile asks of every credential (EDC-generic-no-cv), as far as JSON shows it."""


def verify_elm(
    document: JsonObject,
    seals: Sequence[elm.Seal],
    parsed: Check,
    *,
    now: datetime,
    fetch: Fetch | None,
    trust: TrustList | None,
) -> Verification:
    """Everything that can be found out about a European Digital Credential; `seals` is empty where it has none."""
    outcomes = tuple(_sealed(seal, fetch) for seal in seals)
    if outcomes:
        decided = min(outcomes, key=lambda outcome: _ORDER.index(outcome.result))
        proof = Check("proof", decided.result, decided.sentence)
    else:
        proof = Check("proof", "fail", say("The record is not signed: it carries no seal."))
    schema = check_shape(document)
    record = elm.read(document) if schema.result == "pass" else {}
    checks = (
        parsed,
        schema,
        check_words(document),
        proof,
        check_issuer(document, outcomes),
        check_validity(document, None, now),
        _status(document),
        check_trust(document, trust),
    )
    return Verification("elm", checks, record, completeness(record))


def check_shape(document: JsonObject) -> Check:
    """The check `schema`."""
    missing = [path for path in REQUIRED if not _all_have(document, path.split("/"))]
    if missing:
        found = Listing.of(say("{path} is missing", path=f"/{path}") for path in missing[:SHOWN])
        sentence = say("The record is not built as {standard} asks: {found}.", standard=STANDARD, found=found)
        return Check("schema", "fail", sentence)
    return Check("schema", "pass", say("The record is built as {standard} asks.", standard=STANDARD))


def _all_have(value: object, steps: Sequence[str]) -> bool:
    """Whether every node that the steps lead to is there and holds something; members may stand in lists."""
    if not steps:
        return value not in (None, "", [], {})
    nodes = value if isinstance(value, list) else [value]
    return bool(nodes) and all(isinstance(node, dict) and _all_have(node.get(steps[0]), steps[1:]) for node in nodes)


def check_words(document: JsonObject) -> Check:
    """The check `context`: whether the model is the one that we know, and defines every word."""
    if document.get("@context") != list(elm.CONTEXT):
        sentence = say("The record names other contexts than the European Learning Model, so its words are not known.")
        return Check("context", "not_checked", sentence)
    unknown = elm.unknown_words(document)
    if unknown:
        named = Listing.of(unknown[:SHOWN])
        return Check("context", "fail", say("Not every word of the record has a meaning: {found}", found=named))
    return Check("context", "pass", say("Every context is known, and defines every word of the record."))


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
        if seal.header.get("alg") != key.algorithm:
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
            case Ed25519PublicKey() if algorithm == vcjwt.ALGORITHM:
                return verifies_ed25519(key.public_bytes_raw(), seal.signature, seal.signed)
            case _:
                return False
    except (InvalidSignature, ValueError):
        return False
    return True


def _status(document: JsonObject) -> Check:
    if "credentialStatus" in document:
        return Check("status", "not_checked", say("The record names a status of a kind that is not looked up."))
    return Check("status", "pass", say("The record carries no status, so it cannot be revoked."))
