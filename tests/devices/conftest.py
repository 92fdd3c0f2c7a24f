"""A token of SoftHSM (Debian's package softhsm2) with one key of each kind, as a device for tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pkcs11
import pytest
from pkcs11.util.ec import encode_named_curve_parameters

MODULES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
)
PIN = "guild-4711"
TOKEN = "academy"
EDWARDS25519 = bytes.fromhex("06032b6570")


@pytest.fixture(scope="session")
def module_path() -> str:
    found = next((path for path in MODULES if Path(path).is_file()), None)
    assert found, "SoftHSM is not installed. On Debian: sudo apt-get install softhsm2"
    return found


@pytest.fixture(scope="session")
def token(tmp_path_factory: pytest.TempPathFactory, module_path: str) -> str:
    """The beginning of the addresses of keys in the token; its keys are `records` (Ed25519) and `curve` (P-256)."""
    folder = tmp_path_factory.mktemp("tokens")
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder}\nobjectstore.backend = file\nlog.level = ERROR\n")
    # SoftHSM reads its settings when it is loaded, once a process.
    os.environ["SOFTHSM2_CONF"] = str(settings)
    make = ["softhsm2-util", "--init-token", "--free", "--label", TOKEN, "--pin", PIN, "--so-pin", "5678"]
    subprocess.run(make, check=True, capture_output=True)
    with pkcs11.lib(module_path).get_token(token_label=TOKEN).open(rw=True, user_pin=PIN) as session:
        named = {pkcs11.Attribute.EC_PARAMS: encode_named_curve_parameters("secp256r1")}
        curve = session.create_domain_parameters(pkcs11.KeyType.EC, named, local=True)
        curve.generate_keypair(store=True, label="curve", id=b"\x01")
        named = {pkcs11.Attribute.EC_PARAMS: EDWARDS25519}
        edwards = session.create_domain_parameters(pkcs11.KeyType.EC_EDWARDS, named, local=True)
        pair = pkcs11.Mechanism.EC_EDWARDS_KEY_PAIR_GEN
        edwards.generate_keypair(mechanism=pair, store=True, label="records", id=b"\x02")
        edwards.generate_keypair(mechanism=pair, store=True, label="twice", id=b"\x03")
        edwards.generate_keypair(mechanism=pair, store=True, label="twice", id=b"\x04")
    return f"pkcs11:token={TOKEN}"
