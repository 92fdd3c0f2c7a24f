"""Keys that sign: Ed25519 and P-256, as PKCS#8 PEM.

A `Signer` is all that issuing needs, so that a key in a device can take the place of one in a file. It is the key
protocol of openvc-core, and the DID for which the key signs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NoReturn, Protocol, get_args

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from openvc.proof.vc_jwt import SigningKey as LibraryKey

from guildmark.credentials.public_keys import PublicKey
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Listing, Sentence, say

__all__ = ["KEY_TYPES", "KeyType", "PublicKey", "Signer", "SigningKey", "generate", "load_pem", "to_pem"]

KeyType = Literal["ed25519", "p256"]
KEY_TYPES: tuple[KeyType, ...] = get_args(KeyType)

PrivateKey = Ed25519PrivateKey | EllipticCurvePrivateKey
_ES256 = ECDSA(SHA256(), deterministic_signing=True)
"""RFC 6979: no randomness, so that a bad source of it cannot give the key away."""


class Signer(LibraryKey, Protocol):
    """What signs a record: a key in a file or in a device, or whatever else follows openvc-core's key protocol.

    That protocol asks for `alg` (the JOSE name of its signatures, "EdDSA" or "ES256"), `kid` (the DID URL under which
    the public key is found) and `sign`, which gives r and s one behind the other, never DER.
    """

    @property
    def controller(self) -> str:
        """The DID of whom the key signs for."""
        ...


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 or P-256 private key, and the DID under which it signs."""

    private: PrivateKey
    controller: str
    kid: str

    @classmethod
    def of(cls, private: PrivateKey) -> SigningKey:
        """The key under its own did:key."""
        public = _public(private)
        return cls(private, public.did, f"{public.did}#{public.multikey}")

    def under(self, did: str, kid: str | None = None) -> SigningKey:
        """The same key signing for another DID, such as a did:web; its method is `#` + the Multikey unless named."""
        return SigningKey(self.private, did, kid or f"{did}#{self.public.multikey}")

    @property
    def public(self) -> PublicKey:
        """The public half."""
        return _public(self.private)

    @property
    def did(self) -> str:
        """The key's own did:key, whatever it signs for."""
        return self.public.did

    @property
    def alg(self) -> str:
        """EdDSA or ES256: the JOSE name of its signatures."""
        return "EdDSA" if isinstance(self.private, Ed25519PrivateKey) else "ES256"

    def sign(self, signing_input: bytes) -> bytes:
        """The 64 bytes of the signature over `signing_input`; ECDSA's are r and s, and the same for the same data."""
        if isinstance(self.private, Ed25519PrivateKey):
            return self.private.sign(signing_input)
        r, s = decode_dss_signature(self.private.sign(signing_input, _ES256))
        return r.to_bytes(32) + s.to_bytes(32)

    def __repr__(self) -> str:
        return f"SigningKey(for {self.controller})"


def generate(key_type: str = "ed25519") -> SigningKey:
    """A new key; raises GuildmarkError for a type that is none of `KEY_TYPES`."""
    if key_type == "p256":
        return SigningKey.of(generate_private_key(SECP256R1()))
    if key_type != "ed25519":
        sentence = say(
            "“{found}” is no type of key; use {accepted}.", found=key_type, accepted=Listing.of(KEY_TYPES, either=True)
        )
        _refuse("key.type.unknown", sentence, key_type)
    return SigningKey.of(Ed25519PrivateKey.generate())


def to_pem(key: SigningKey, passphrase: str | None = None) -> bytes:
    """The key as PKCS#8 PEM, encrypted where a passphrase is given."""
    protection: KeySerializationEncryption = (
        BestAvailableEncryption(passphrase.encode("utf-8")) if passphrase else NoEncryption()
    )
    return key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, protection)


def load_pem(data: bytes, passphrase: str | None = None) -> SigningKey:
    """The key in a PKCS#8 PEM file; raises GuildmarkError with the codes `key.*`.

    A passphrase for a key that is not encrypted is not needed and not a fault.
    """
    if b"-----BEGIN" not in data:
        _refuse("key.not_pem", say("This is not a key file: a private key in PEM form begins with “-----BEGIN”."))
    encrypted = b"ENCRYPTED" in data
    if encrypted and not passphrase:
        _refuse("key.passphrase.missing", say("The key is encrypted; set GUILDMARK_KEY_PASSPHRASE to its passphrase."))
    try:
        private = load_pem_private_key(data, passphrase.encode("utf-8") if encrypted and passphrase else None)
    except UnsupportedAlgorithm:
        _refuse("key.type.unsupported", say("This kind of key cannot be read; make one with “guildmark keygen”."))
    except (ValueError, TypeError):
        if encrypted:
            _refuse("key.passphrase.wrong", say("The passphrase does not open the key, or the key file is damaged."))
        _refuse("key.unreadable", say("No private key can be read from this file."))
    if isinstance(private, EllipticCurvePrivateKey) and isinstance(private.curve, SECP256R1):
        return SigningKey.of(private)
    if not isinstance(private, Ed25519PrivateKey):
        sentence = say("This is neither an Ed25519 nor a P-256 key; make one with “guildmark keygen”.")
        _refuse("key.type.unsupported", sentence)
    return SigningKey.of(private)


def _public(private: PrivateKey) -> PublicKey:
    public = private.public_key()
    if isinstance(public, EllipticCurvePublicKey):
        return PublicKey.of_point(public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
    return PublicKey(public.public_bytes(Encoding.Raw, PublicFormat.Raw))


def _refuse(code: str, sentence: Sentence, found: str | None = None) -> NoReturn:
    raise GuildmarkError(Fault(code, sentence, found=found))
