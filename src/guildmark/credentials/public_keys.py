"""Public keys: Ed25519, P-256, P-384 and RSA, as Multikey, did:key and JWK, and what they verify.

Source: Controlled Identifiers 1.0, 2.2.2 (Multikey); RFC 7518, 3.4 and RFC 8037 (JWS); Data Integrity ECDSA
Cryptosuites 1.0. ECDSA signatures are r and s one behind the other, each as long as the curve's field. RSA keys
check RS256 alone, and come as JWK alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, HashAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key
from openvc.did.base import DidResolutionError
from openvc.did.did_key import DidKeyResolver
from openvc.multibase import MultibaseError, decode_multibase, encode_multibase

from guildmark.credentials import base64url
from guildmark.credentials.curves import is_sound
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

PublicKeyType = Literal["ed25519", "p256", "p384", "rsa"]


class _Kind(NamedTuple):
    """What a type of key is called elsewhere: its multicodec (a varint), JOSE algorithms, JWK curve, and its bytes."""

    prefix: bytes
    algorithms: tuple[str, ...]
    curve: str
    length: int

    def is_of(self, decoded: bytes) -> bool:
        """Whether these are the bytes of such a key behind its multicodec."""
        return bool(self.length) and decoded.startswith(self.prefix) and len(decoded) == len(self.prefix) + self.length


class _Curve(NamedTuple):
    curve: ec.EllipticCurve
    hashing: HashAlgorithm
    field: int


_KINDS: Mapping[PublicKeyType, _Kind] = {
    "ed25519": _Kind(b"\xed\x01", ("EdDSA", "Ed25519"), "Ed25519", 32),
    "p256": _Kind(b"\x80\x24", ("ES256",), "P-256", 33),
    "p384": _Kind(b"\x81\x24", ("ES384",), "P-384", 49),
    "rsa": _Kind(b"\x85\x24", ("RS256",), "RSA", 0),
}
_PRIVATE = frozenset({"d", "p", "q", "dp", "dq", "qi", "oth"})
"""Members of a JWK that only its owner may know (RFC 7518, 6; RFC 8037, 2)."""
ED25519 = _KINDS["ed25519"].algorithms
"""The JOSE names of an Ed25519 signature, the one that we write first (RFC 9864, 2.2)."""
ALGORITHMS = frozenset(name for kind in _KINDS.values() for name in kind.algorithms)
"""The JOSE names of all signatures that are checked."""
KEPT = 256
"""Keys that stay read: the records of a batch share theirs."""
_RSA_BITS = range(2048, 8193)
"""Below them an RSA key proves nothing today (RFC 7518, 3.3); above them a stranger's key is only work."""
_RSA_EXPONENTS = range(3, 2**32)
_CURVES: Mapping[str, _Curve] = {
    "p256": _Curve(ec.SECP256R1(), SHA256(), 32),
    "p384": _Curve(ec.SECP384R1(), SHA384(), 48),
}


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key: the 32 bytes of an Ed25519 one, a curve's compressed point, or an RSA key's DER (PKCS#1)."""

    raw: bytes
    type: PublicKeyType = "ed25519"

    @property
    def algorithm(self) -> str:
        """The JOSE name that its signatures are given here."""
        return self.algorithms[0]

    @property
    def algorithms(self) -> tuple[str, ...]:
        """The JOSE names of the signatures it verifies; whatever a header says, it is one of these.

        “Ed25519” says of “EdDSA” which curve it is (RFC 9864, 2.2): the same algorithm.
        """
        return _KINDS[self.type].algorithms

    @property
    def multikey(self) -> str:
        """The key as a Multikey: `z6Mk…`, `zDn…`, `z82…`."""
        return encode_multibase(_KINDS[self.type].prefix + self.raw)

    @property
    def did(self) -> str:
        """The key as a did:key."""
        return f"did:key:{self.multikey}"

    @property
    def jwk(self) -> dict[str, str]:
        """The key as a JWK."""
        curve = _KINDS[self.type].curve
        if self.type == "rsa":
            modulus = _rsa(self.raw).public_numbers()
            n, e = (base64url.encode(part.to_bytes((part.bit_length() + 7) // 8)) for part in (modulus.n, modulus.e))
            return {"kty": "RSA", "n": n, "e": e}
        if self.type == "ed25519":
            return {"kty": "OKP", "crv": curve, "x": base64url.encode(self.raw)}
        numbers = _point(self.type, self.raw).public_numbers()
        length = _CURVES[self.type].field
        x, y = (base64url.encode(number.to_bytes(length)) for number in (numbers.x, numbers.y))
        return {"kty": "EC", "crv": curve, "x": x, "y": y}

    def verifies(self, signature: bytes, data: bytes) -> bool:
        """Whether `signature` is this key's over `data`."""
        try:
            if self.type == "ed25519":
                return verifies_ed25519(self.raw, signature, data)
            if self.type == "rsa":
                _rsa(self.raw).verify(signature, data, PKCS1v15(), SHA256())
                return True
            kind = _CURVES[self.type]
            if len(signature) != 2 * kind.field:
                return False
            r, s = (int.from_bytes(half) for half in (signature[: kind.field], signature[kind.field :]))
            _point(self.type, self.raw).verify(encode_dss_signature(r, s), data, ec.ECDSA(kind.hashing))
        except (InvalidSignature, ValueError):
            return False
        return True

    @classmethod
    def of_point(cls, point: bytes) -> PublicKey:
        """The P-256 key of an uncompressed or compressed point; raises GuildmarkError `key.weak`."""
        return cls._of_curve("p256", point)

    @classmethod
    def from_multikey(cls, text: str) -> PublicKey:
        """The key of a Multikey; raises GuildmarkError `key.multikey.*`, `key.type.unsupported` and `key.weak`."""
        try:
            decoded = decode_multibase(text) if len(text) <= 200 else None
        except MultibaseError:
            decoded = None
        if decoded is None:
            sentence = say("“{found}” is not a public key in Multikey form.", found=text[:80])
            raise GuildmarkError(Fault("key.multikey.unreadable", sentence, found=text[:80]))
        # The library takes varints and points in a second writing, and Ed25519 keys of any length.
        point = next((decoded.removeprefix(kind.prefix) for kind in _KINDS.values() if kind.is_of(decoded)), None)
        if point is None:
            sentence = say("The key “{found}” is of a type that this version does not check yet.", found=text[:80])
            accepted = tuple(kind.curve for kind in _KINDS.values() if kind.length)
            raise GuildmarkError(Fault("key.type.unsupported", sentence, found=text[:80], accepted=accepted))
        try:
            document = DidKeyResolver().resolve(f"did:key:{text}")
        except DidResolutionError as error:
            raise _weak(point) from error
        return cls.from_jwk(document.verification_methods[0].public_key_jwk)

    @classmethod
    def from_did_key(cls, did: str) -> PublicKey:
        """The key that a did:key names (with or without its fragment); raises GuildmarkError."""
        return cls.from_multikey(did.partition("#")[0].removeprefix("did:key:"))

    @classmethod
    def from_jwk(cls, jwk: Mapping[str, Any]) -> PublicKey:
        """The key of a JWK; raises GuildmarkError `key.jwk.unreadable`, `key.type.unsupported` and `key.weak`."""
        named = (jwk.get("kty"), jwk.get("crv"))
        if jwk.keys() & _PRIVATE:
            # Whoever reads the document can sign with it.
            found = ", ".join(sorted(jwk.keys() & _PRIVATE))
            raise GuildmarkError(Fault("key.jwk.unreadable", say("The JWK of the key cannot be read."), found=found))
        if named[0] == "RSA":
            return cls._of_rsa(jwk.get("n"), jwk.get("e"))
        x, y = (base64url.decode(part) if isinstance(part, str) else None for part in (jwk.get("x"), jwk.get("y")))
        match named:
            case ("OKP", "Ed25519") if x is not None and len(x) == 32:
                return cls._of_ed25519(x)
            case ("EC", "P-256") if x is not None and y is not None and len(x) == len(y) == 32:
                return cls._of_curve("p256", b"\x04" + x + y)
            case ("EC", "P-384") if x is not None and y is not None and len(x) == len(y) == 48:
                return cls._of_curve("p384", b"\x04" + x + y)
            case ("OKP", "Ed25519") | ("EC", "P-256" | "P-384"):
                found = str(jwk.get("x"))[:80]
                raise GuildmarkError(
                    Fault("key.jwk.unreadable", say("The JWK of the key cannot be read."), found=found)
                )
        found = str(jwk.get("crv") or jwk.get("kty"))[:80]
        sentence = say("The key “{found}” is of a type that this version does not check yet.", found=found)
        raise GuildmarkError(Fault("key.type.unsupported", sentence, found=found))

    @classmethod
    def _of_ed25519(cls, raw: bytes) -> PublicKey:
        if not is_sound(raw):
            raise _weak(raw)
        return cls(raw)

    @classmethod
    def _of_rsa(cls, n: object, e: object) -> PublicKey:
        modulus, exponent = (base64url.decode(part) if isinstance(part, str) else None for part in (n, e))
        if not modulus or not exponent or len(modulus) > _RSA_BITS.stop // 8 + 1:
            raise GuildmarkError(
                Fault("key.jwk.unreadable", say("The JWK of the key cannot be read."), found=str(n)[:80])
            )
        numbers = rsa.RSAPublicNumbers(int.from_bytes(exponent), int.from_bytes(modulus))
        if numbers.n.bit_length() not in _RSA_BITS or numbers.e not in _RSA_EXPONENTS:
            bits = numbers.n.bit_length()
            sentence = say("The RSA key has {bits} bits; those from 2048 to 8192 are checked.", bits=bits)
            raise GuildmarkError(Fault("key.weak", sentence, found=str(bits)))
        try:
            key = numbers.public_key()
        except ValueError as error:
            raise _weak(modulus) from error
        return cls(key.public_bytes(Encoding.DER, PublicFormat.PKCS1), "rsa")

    @classmethod
    def _of_curve(cls, type_: PublicKeyType, point: bytes) -> PublicKey:
        try:
            key = _point(type_, point)
        except ValueError as error:
            raise _weak(point) from error
        return cls(key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint), type_)


@lru_cache(maxsize=KEPT)
def _rsa(der: bytes) -> rsa.RSAPublicKey:
    key = load_der_public_key(der)
    if not isinstance(key, rsa.RSAPublicKey):
        raise TypeError("an RSA key was expected")
    return key


@lru_cache(maxsize=KEPT)
def _point(type_: str, point: bytes) -> ec.EllipticCurvePublicKey:
    return ec.EllipticCurvePublicKey.from_encoded_point(_CURVES[type_].curve, point)


def verifies_ed25519(raw: bytes, signature: bytes, data: bytes) -> bool:
    """Whether the key signed the data; False for a point of small order, raises InvalidSignature for a wrong one."""
    # OpenSSL compares R byte for byte with what it computes, so that only one of small order has to be told here.
    if not is_sound(raw) or not is_sound(signature[:32]):
        return False
    _ed25519(raw).verify(signature, data)
    return True


@lru_cache(maxsize=KEPT)
def _ed25519(raw: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(raw)


def _weak(point: bytes) -> GuildmarkError:
    found = point.hex()[:80]
    sentence = say("The public key {found} is no point of its curve that a key may be.", found=found)
    return GuildmarkError(Fault("key.weak", sentence, found=found))
