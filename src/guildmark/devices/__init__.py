"""Keys in devices: hardware security modules and smart cards that sign and never give the key away (PKCS#11).

A device's key is a `guildmark.credentials.keys.Signer` like a key in a file. It is named by a PKCS#11 URI (RFC 7512):
`pkcs11:token=academy;object=records?module-path=/usr/lib/softhsm/libsofthsm2.so`.
"""

from guildmark.devices.address import KeyAddress, is_device_address, read_address
from guildmark.devices.pkcs11 import DeviceKey, device_key

__all__ = ["DeviceKey", "KeyAddress", "device_key", "is_device_address", "read_address"]
