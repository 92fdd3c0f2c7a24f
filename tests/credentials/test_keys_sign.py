"""Keys: made, kept with a passphrase, loaded with clear faults, named as did:key."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import keys
from guildmark.credentials.bounded import read_object
from guildmark.credentials.curves import is_sound
from guildmark.credentials.keys import PublicKey, SigningKey
from guildmark.errors import GuildmarkError
from tests.credentials.signed import KEY, STRANGERS_KEY

VECTORS = Path(__file__).parent / "vectors"


def code(pem: bytes, passphrase: str | None = None) -> str:
    with pytest.raises(GuildmarkError) as error:
        keys.load_pem(pem, passphrase)
    return error.value.faults[0].code


def test_a_new_key_is_like_no_other() -> None:
    assert keys.generate().did != keys.generate().did


def test_a_key_is_kept_and_loaded() -> None:
    assert keys.load_pem(keys.to_pem(KEY)).did == KEY.did


def test_a_key_is_kept_under_a_passphrase() -> None:
    pem = keys.to_pem(KEY, "Schlüssel 🗝")
    assert b"ENCRYPTED" in pem
    assert keys.load_pem(pem, "Schlüssel 🗝").did == KEY.did


def test_a_passphrase_that_is_not_needed_is_no_fault() -> None:
    assert keys.load_pem(keys.to_pem(KEY), "not needed").did == KEY.did


def test_a_wrong_passphrase_is_said_so() -> None:
    assert code(keys.to_pem(KEY, "right"), "wrong") == "key.passphrase.wrong"


@pytest.mark.parametrize("passphrase", [None, ""])
def test_a_missing_passphrase_is_said_so(passphrase: str | None) -> None:
    assert code(keys.to_pem(KEY, "right"), passphrase) == "key.passphrase.missing"


def test_a_file_that_is_no_key_is_said_so() -> None:
    assert code(b"hello") == "key.not_pem"
    assert code(b"-----BEGIN PRIVATE KEY-----\nhello\n-----END PRIVATE KEY-----\n") == "key.unreadable"


def test_a_public_key_cannot_sign() -> None:
    public = KEY.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    assert code(public) == "key.unreadable"


def test_another_type_of_key_is_said_so() -> None:
    for other in (ec.generate_private_key(ec.SECP384R1()), rsa.generate_private_key(65537, 2048)):
        pem = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        assert code(pem) == "key.type.unsupported"
    with pytest.raises(GuildmarkError, match="no type of key"):
        keys.generate("rsa")


def test_the_w3cs_key_has_the_w3cs_name() -> None:
    pair = read_object((VECTORS / "key-pair.json").read_bytes())
    key = PublicKey.from_multikey(pair["publicKeyMultibase"])
    assert key.did == f"did:key:{pair['publicKeyMultibase']}"


@given(st.binary(min_size=32, max_size=32).filter(is_sound))
def test_a_did_key_names_its_key(raw: bytes) -> None:
    assert PublicKey.from_did_key(PublicKey(raw).did) == PublicKey(raw)


@pytest.mark.parametrize(
    ("multikey", "expected"),
    [
        ("", "key.multikey.unreadable"),
        ("z", "key.type.unsupported"),
        ("z0OIl", "key.multikey.unreadable"),
        ("f00", "key.multikey.unreadable"),
        ("z" * 10_000, "key.multikey.unreadable"),
        ("zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme", "key.type.unsupported"),
        (KEY.public.multikey + "1", "key.type.unsupported"),
    ],
)
def test_what_is_no_multikey_is_said_so(multikey: str, expected: str) -> None:
    with pytest.raises(GuildmarkError) as error:
        PublicKey.from_multikey(multikey)
    assert error.value.faults[0].code == expected


def test_a_signature_is_good_for_its_key_and_its_data_alone() -> None:
    signature = KEY.sign(b"data")
    assert KEY.public.verifies(signature, b"data")
    assert not KEY.public.verifies(signature, b"Data")
    assert not STRANGERS_KEY.public.verifies(signature, b"data")
    assert not KEY.public.verifies(signature[:-1], b"data")


def test_a_key_can_sign_for_a_did_web() -> None:
    key = KEY.under("did:web:academy.example.org")
    assert key.controller == "did:web:academy.example.org"
    assert key.kid == f"did:web:academy.example.org#{KEY.public.multikey}"
    assert key.did == KEY.did


def test_a_key_never_shows_itself() -> None:
    assert "private" not in repr(KEY)
    assert isinstance(KEY, SigningKey)
