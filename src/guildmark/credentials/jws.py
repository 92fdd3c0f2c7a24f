"""Compact JWS (RFC 7515) as PyJWT writes and checks it; our keys make and check the signatures.

The library is made anew for each key and knows one algorithm, the key's own, by the names that it has: whatever a
header asks for, there is no other to choose. It reads more than we take (padding, keys that stand twice, any depth), so
what comes from strangers passes `proofs.vcjwt.read` first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from jwt import PyJWS, PyJWTError
from jwt.algorithms import Algorithm

from guildmark.credentials.keys import PublicKey, Signer


class _OurKey(Algorithm):
    """A key of ours where the library keeps an algorithm; unless told how, it signs nothing and finds nothing good."""

    def __init__(
        self,
        *,
        sign: Callable[[bytes], bytes] = lambda _data: b"",
        verifies: Callable[[bytes, bytes], bool] = lambda _signature, _data: False,
    ) -> None:
        self._sign, self._verifies = sign, verifies

    def prepare_key(self, key: object) -> None:
        """No key passes through the library."""

    def sign(self, msg: bytes, key: object) -> bytes:
        return self._sign(msg)

    def verify(self, msg: bytes, key: object, sig: bytes) -> bool:
        return self._verifies(sig, msg)

    @staticmethod
    def to_jwk(key_obj: object, as_dict: bool = False) -> NoReturn:
        """Never asked: JWKs are given by `guildmark.credentials.keys`."""
        raise NotImplementedError("keys give their JWK themselves")

    @staticmethod
    def from_jwk(jwk: object) -> NoReturn:
        """Never asked: JWKs are read by `guildmark.credentials.keys`, strictly."""
        raise NotImplementedError("keys are read from a JWK by guildmark.credentials.keys")


def sign(payload: bytes, signer: Signer, header: Mapping[str, Any]) -> str:
    """The payload as a compact JWS; `header` has what stands there beside `alg` and `kid`.

    A header with `b64` false signs the payload as it stands and leaves its part empty (RFC 7797, 5.1).
    """
    return _written(payload, signer, header, _OurKey(sign=signer.sign))


def header_of(signer: Signer, header: Mapping[str, Any]) -> str:
    """The first part of what `sign` gives, in base64url; nothing is signed."""
    return _written(b"", signer, header, _OurKey()).partition(".")[0]


def is_signed(token: bytes, key: PublicKey) -> bool:
    """Whether a compact JWS is signed with `key`, by the algorithm that this key has.

    One whose header asks for an extension (`crit`) that the library does not know is not, nor one that says that its
    payload stands elsewhere (`b64` false), nor one whose `kid` is no text.
    """
    try:
        library = _library(key.algorithms, _OurKey(verifies=key.verifies))
        library.decode_complete(token, algorithms=list(key.algorithms))
    except PyJWTError:
        return False
    return True


def _written(payload: bytes, signer: Signer, header: Mapping[str, Any], key: _OurKey) -> str:
    return _library((signer.alg,), key).encode(payload, "", signer.alg, {"kid": signer.kid, **header})


def _library(names: Sequence[str], key: _OurKey) -> PyJWS:
    library = PyJWS(algorithms=[])
    for name in names:
        library.register_algorithm(name, key)
    return library
