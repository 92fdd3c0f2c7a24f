"""Keys that sign: Ed25519, as PKCS#8 PEM, and their public halves as Multikey and did:key.

A `Signer` is all that issuing needs, so that a key in a device can take the place of one in a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NoReturn, Protocol, get_args

import base58
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Listing, Sentence, say

KeyType = Literal["ed25519", "p256"]
KEY_TYPES: tuple[KeyType, ...] = get_args(KeyType)

_ED25519_PREFIX = b"\xed\x01"
"""The multicodec of an Ed25519 public key, as a varint."""


class Signer(Protocol):
    """What signs a record: a key in a file, or later one in a device."""

    @property
    def controller(self) -> str:
        """The DID of whom the key signs for."""
        ...

    @property
    def verification_method(self) -> str:
        """The DID URL under which the public key is found."""
        ...

    @property
    def algorithm(self) -> str:
        """The JOSE name of the signature algorithm: "EdDSA"."""
        ...

    def sign(self, data: bytes) -> bytes:
        """The signature over `data`."""
        ...


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An Ed25519 public key."""

    raw: bytes

    @property
    def type(self) -> str:
        """What kind of key it is; proofs take only those of their own kind."""
        return "ed25519"

    @property
    def multikey(self) -> str:
        """The key as a Multikey: `z6Mk…` (Controlled Identifiers 1.0, 2.2.2)."""
        return "z" + base58.b58encode(_ED25519_PREFIX + self.raw).decode("ascii")

    @property
    def did(self) -> str:
        """The key as a did:key."""
        return f"did:key:{self.multikey}"

    def verifies(self, signature: bytes, data: bytes) -> bool:
        """Whether `signature` is this key's over `data`."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True

    @classmethod
    def from_multikey(cls, text: str) -> PublicKey:
        """The key of a Multikey; raises GuildmarkError `key.multikey.*`."""
        decoded = _base58(text[1:]) if text.startswith("z") and len(text) <= 200 else None
        if decoded is None:
            sentence = say("“{found}” is not a public key in Multikey form.", found=text[:80])
            raise GuildmarkError(Fault("key.multikey.unreadable", sentence, found=text[:80]))
        raw = decoded.removeprefix(_ED25519_PREFIX)
        if len(raw) != 32 or len(decoded) != 34:
            sentence = say(
                "The key “{found}” is not an Ed25519 key; this version does not check others yet.", found=text[:80]
            )
            raise GuildmarkError(Fault("key.type.unsupported", sentence, found=text[:80], accepted=("Ed25519",)))
        return cls(raw)

    @classmethod
    def from_did_key(cls, did: str) -> PublicKey:
        """The key that a did:key names (with or without its fragment); raises GuildmarkError."""
        return cls.from_multikey(did.partition("#")[0].removeprefix("did:key:"))


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 private key, and the DID under which it signs."""

    private: Ed25519PrivateKey
    controller: str
    verification_method: str

    @classmethod
    def of(cls, private: Ed25519PrivateKey) -> SigningKey:
        """The key under its own did:key."""
        public = PublicKey(private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
        return cls(private, public.did, f"{public.did}#{public.multikey}")

    def under(self, did: str, verification_method: str | None = None) -> SigningKey:
        """The same key signing for another DID, such as a did:web; its method is `#` + the Multikey unless named."""
        return SigningKey(self.private, did, verification_method or f"{did}#{self.public.multikey}")

    @property
    def public(self) -> PublicKey:
        """The public half."""
        return PublicKey(self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    @property
    def did(self) -> str:
        """The key's own did:key, whatever it signs for."""
        return self.public.did

    @property
    def algorithm(self) -> str:
        """EdDSA, the JOSE name of Ed25519 signatures."""
        return "EdDSA"

    def sign(self, data: bytes) -> bytes:
        """The 64 bytes of the signature over `data`."""
        return self.private.sign(data)

    def __repr__(self) -> str:
        return f"SigningKey(for {self.controller})"


def generate(key_type: str = "ed25519") -> SigningKey:
    """A new key; raises GuildmarkError for a type that this version cannot make."""
    if key_type == "p256":
        _refuse("key.type.unsupported", say("This version does not make P-256 keys yet; use Ed25519."), key_type)
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
    if isinstance(private, EllipticCurvePrivateKey):
        _refuse("key.type.unsupported", say("This version does not sign with P-256 keys yet; use Ed25519."))
    if not isinstance(private, Ed25519PrivateKey):
        _refuse("key.type.unsupported", say("This is not an Ed25519 key; make one with “guildmark keygen”."))
    return SigningKey.of(private)


def _base58(text: str) -> bytes | None:
    try:
        return base58.b58decode(text)
    except ValueError:
        return None


def _refuse(code: str, sentence: Sentence, found: str | None = None) -> NoReturn:
    raise GuildmarkError(Fault(code, sentence, found=found))
