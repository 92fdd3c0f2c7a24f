"""Signing with a key in a device: the driver is the device's own PKCS#11 module.

Ed25519 keys sign as EdDSA, P-256 keys as ES256, each as 64 bytes. A device's session belongs to one process.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from guildmark.credentials.keys import PublicKey
from guildmark.devices.address import KeyAddress
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import Sentence, say

ED25519_PARAMETERS = frozenset({bytes.fromhex("06032b6570"), b"\x13\x0cedwards25519"})
"""How tokens name the curve: by its OID (RFC 8410), or by its name (PKCS#11 3.0)."""
P256_PARAMETERS = bytes.fromhex("06082a8648ce3d030107")
_OCTET_STRING = 0x04


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """A key in a device, and the DID under which it signs; good as long as its session is open."""

    handle: Any
    public: PublicKey
    controller: str
    kid: str

    @property
    def did(self) -> str:
        """The key's own did:key, whatever it signs for."""
        return self.public.did

    @property
    def alg(self) -> str:
        """The JOSE name of its signatures: EdDSA or ES256."""
        return self.public.algorithm

    def under(self, did: str, kid: str | None = None) -> DeviceKey:
        """The same key signing for another DID, such as a did:web."""
        return replace(self, controller=did, kid=kid or f"{did}#{self.public.multikey}")

    def sign(self, signing_input: bytes) -> bytes:
        """The 64 bytes of the signature; raises GuildmarkError `device.signing` where the device fails."""
        import pkcs11

        edwards = self.public.type == "ed25519"
        said = signing_input if edwards else hashlib.sha256(signing_input).digest()
        mechanism = pkcs11.Mechanism.EDDSA if edwards else pkcs11.Mechanism.ECDSA
        try:
            return bytes(self.handle.sign(said, mechanism=mechanism))
        except pkcs11.PKCS11Error as error:
            raise _fault("device.signing", say("The device did not sign ({reason}).", reason=_name(error))) from error

    def __repr__(self) -> str:
        return f"DeviceKey(for {self.controller})"


@contextmanager
def device_key(address: KeyAddress, pin: str | None) -> Iterator[DeviceKey]:
    """The key at this address, for as long as the context is open; raises GuildmarkError with the codes `device.*`.

    The public half must stand beside the private one, under the same label or id.
    """
    try:
        import pkcs11
    except ImportError as error:
        sentence = say("Keys in devices need the package python-pkcs11: install guildmark[devices].")
        raise _fault("device.package", sentence) from error
    if address.module_path is None or not os.path.isfile(address.module_path):
        raise _fault("device.module", say("The driver of the device is not there. Name it: module-path=…"))
    try:
        token = _token(pkcs11.lib(address.module_path), address)
        session = token.open(user_pin=pin)
    except (pkcs11.PinIncorrect, pkcs11.PinLenRange, pkcs11.PinInvalid, pkcs11.ArgumentsBad) as error:
        raise _fault("device.pin", say("The device does not take the PIN in GUILDMARK_KEY_PIN.")) from error
    except (pkcs11.PKCS11Error, RuntimeError) as error:
        raise _fault("device.unreachable", say("The device cannot be used ({reason}).", reason=_name(error))) from error
    with session:
        yield _key(session, address)


def _token(library: Any, address: KeyAddress) -> Any:
    serial = None if address.serial is None else address.serial.encode("utf-8")
    found = list(library.get_tokens(token_label=address.token, token_serial=serial))
    if len(found) == 1:
        return found[0]
    if found:
        raise _fault("device.token", say("Several tokens fit; name one by token=… and serial=…."))
    raise _fault("device.token", say("There is no such token. Is the device connected?"))


def _key(session: Any, address: KeyAddress) -> DeviceKey:
    import pkcs11

    wanted = {pkcs11.Attribute.LABEL: address.object, pkcs11.Attribute.ID: address.id}
    named = {name: value for name, value in wanted.items() if value is not None}
    # A search that is not read to its end stays open in the driver.
    private, public = (
        list(session.get_objects({pkcs11.Attribute.CLASS: kind, **named}))
        for kind in (pkcs11.ObjectClass.PRIVATE_KEY, pkcs11.ObjectClass.PUBLIC_KEY)
    )
    if not private or not public:
        raise _fault(
            "device.key", say("The token has no such pair of keys, or the PIN in GUILDMARK_KEY_PIN is missing.")
        )
    if len(private) > 1 or len(public) > 1:
        raise _fault("device.key", say("Several keys fit; name one by id=…."))
    half = _public(bytes(public[0][pkcs11.Attribute.EC_PARAMS]), _point(bytes(public[0][pkcs11.Attribute.EC_POINT])))
    return DeviceKey(private[0], half, half.did, f"{half.did}#{half.multikey}")


def _public(parameters: bytes, point: bytes) -> PublicKey:
    if parameters in ED25519_PARAMETERS and len(point) == 32:
        return PublicKey(point)
    if parameters == P256_PARAMETERS and len(point) == 65:
        return PublicKey.of_point(point)
    raise _fault("device.key.kind", say("The key in the device is neither an Ed25519 nor a P-256 key."))


def _point(value: bytes) -> bytes:
    """The point without the OCTET STRING around it, which some tokens leave out."""
    wrapped = len(value) > 2 and value[0] == _OCTET_STRING and value[1] == len(value) - 2
    return value[2:] if wrapped else value


def _name(error: Exception) -> str:
    return type(error).__name__


def _fault(code: str, sentence: Sentence) -> GuildmarkError:
    return GuildmarkError(Fault(code, sentence))
