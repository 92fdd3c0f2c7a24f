"""PKCS#11 URIs (RFC 7512): which key in which token, and which driver reaches it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

SCHEME = "pkcs11:"
LONGEST = 2_000
_PATH = frozenset({"token", "serial", "object", "id", "type"})
_QUERY = frozenset({"module-path"})
_VALUE = re.compile(r"([A-Za-z0-9._~:\[\]@!$'()*+,=/-]|%[0-9A-Fa-f]{2})*")


@dataclass(frozen=True, slots=True)
class KeyAddress:
    """A key in a device: the token by label or serial number, the key by label or id, the driver by its path."""

    token: str | None = None
    serial: str | None = None
    object: str | None = None
    id: bytes | None = None
    module_path: str | None = None


def is_device_address(text: str) -> bool:
    """Whether a key is named as one in a device rather than as a file."""
    return text.startswith(SCHEME)


def read_address(uri: str) -> KeyAddress:
    """A PKCS#11 URI taken apart; raises GuildmarkError `device.address`.

    A PIN does not belong into an address, which ends up in logs: `pin-value` and `pin-source` are refused.
    """
    if not is_device_address(uri) or len(uri) > LONGEST:
        raise _refused(uri)
    path, _, query = uri.removeprefix(SCHEME).partition("?")
    said = {**_attributes(path, ";", _PATH, uri), **_attributes(query, "&", _QUERY, uri)}
    if said.pop("type", b"private") != b"private":
        raise _refused(uri)
    if not {"object", "id"} & said.keys():
        raise _refused(uri)
    key_id = said.pop("id", None)
    try:
        texts = {name.replace("-", "_"): value.decode("utf-8") for name, value in said.items()}
    except UnicodeDecodeError:
        raise _refused(uri) from None
    return KeyAddress(**texts, id=key_id)


def _attributes(text: str, separator: str, known: frozenset[str], uri: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for part in filter(None, text.split(separator)):
        name, equals, value = part.partition("=")
        if name not in known or name in found or not equals or not _VALUE.fullmatch(value):
            raise _refused(uri)
        found[name] = unquote_to_bytes(value)
    return found


def _refused(uri: str) -> GuildmarkError:
    example = "pkcs11:token=academy;object=records?module-path=/usr/lib/softhsm/libsofthsm2.so"
    # What was found is not repeated: an address may carry a PIN, which is why it was refused.
    sentence = say(
        "This is not the address of a key in a device. Name its token and the key: {example}. "
        "The PIN stands in GUILDMARK_KEY_PIN, never in the address.",
        example=example,
    )
    return GuildmarkError(Fault("device.address", sentence, found=uri[: len(SCHEME)], accepted=(example,)))
