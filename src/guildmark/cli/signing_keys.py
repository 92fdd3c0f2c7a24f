"""The key that signs: a file that `guildmark keygen` made, or a key in a device by its PKCS#11 address."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from guildmark.cli.keygen import passphrase_here
from guildmark.cli.reading import naming, read_key
from guildmark.credentials.keys import SigningKey, load_pem

if TYPE_CHECKING:
    from guildmark.devices import DeviceKey

PIN_VARIABLE = "GUILDMARK_KEY_PIN"
DEVICE = "pkcs11:"


def in_device(name: str) -> bool:
    """Whether `--key` names a key in a device."""
    return name.startswith(DEVICE)


@contextmanager
def opened_key(name: str) -> Iterator[SigningKey | DeviceKey]:
    """The key of this name, good within the context; raises GuildmarkError `key.*` and `device.*`."""
    if not in_device(name):
        with naming(name):
            key = load_pem(read_key(name), passphrase_here())
        yield key
        return
    from guildmark.devices import device_key, read_address

    with device_key(read_address(name), os.environ.get(PIN_VARIABLE) or None) as device:
        yield device
