"""P-256 keys sign as Ed25519 ones do; P-384 ones are read; points that no honest key has are refused."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import base64url, keys
from guildmark.credentials.dids import assertion_key
from guildmark.credentials.keys import PublicKey, SigningKey
from guildmark.errors import GuildmarkError
from tests.credentials.signed import KEY

P256 = SigningKey.of(ec.derive_private_key(7, ec.SECP256R1()))
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

SMALL_ORDER = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "0000000000000000000000000000000000000000000000000000000000000080",
]
NOT_CANONICAL = [
    "0100000000000000000000000000000000000000000000000000000000000080",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
]


def code_of(multikey: str) -> str:
    with pytest.raises(GuildmarkError) as error:
        PublicKey.from_multikey(multikey)
    return error.value.faults[0].code


@given(st.binary())
def test_a_p256_key_signs_the_same_data_in_the_same_way(data: bytes) -> None:
    signature = P256.sign(data)
    assert len(signature) == 64
    assert signature == P256.sign(data)
    assert P256.public.verifies(signature, data)
    assert not P256.public.verifies(signature, data + b".")
    assert not KEY.public.verifies(signature, data)


def test_a_p256_signature_is_that_of_rfc_6979() -> None:
    secret = 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721
    key = SigningKey.of(ec.derive_private_key(secret, ec.SECP256R1()))
    assert key.sign(b"sample").hex() == (
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
        "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"
    )


def test_the_other_s_of_an_ecdsa_signature_is_good_too_as_the_standards_have_it() -> None:
    signature = P256.sign(b"data")
    other = signature[:32] + (ORDER - int.from_bytes(signature[32:])).to_bytes(32)
    assert P256.public.verifies(other, b"data")


@pytest.mark.parametrize("signature", [b"", bytes(64), b"\xff" * 64, bytes(63), bytes(70), bytes(96)])
def test_what_is_no_ecdsa_signature_is_not_good(signature: bytes) -> None:
    assert not P256.public.verifies(signature, b"data")


def test_a_p256_key_is_kept_and_named() -> None:
    key = keys.generate("p256")
    kept = keys.load_pem(keys.to_pem(key, "secret"), "secret")
    assert (kept.did, kept.alg) == (key.did, "ES256")
    assert key.did.startswith("did:key:zDn")
    assert assertion_key(key.kid) == key.public
    assert PublicKey.from_jwk(key.public.jwk) == key.public
    assert PublicKey.from_jwk(KEY.public.jwk) == KEY.public


def test_a_p384_key_is_read_and_verifies() -> None:
    private = ec.derive_private_key(7, ec.SECP384R1())
    numbers = private.public_key().public_numbers()
    x, y = (base64url.encode(number.to_bytes(48)) for number in (numbers.x, numbers.y))
    public = PublicKey.from_jwk({"kty": "EC", "crv": "P-384", "x": x, "y": y})
    assert public.did.startswith("did:key:z82")
    assert (PublicKey.from_did_key(public.did), public.algorithm) == (public, "ES384")
    r, s = decode_dss_signature(private.sign(b"data", ec.ECDSA(SHA384())))
    assert public.verifies(r.to_bytes(48) + s.to_bytes(48), b"data")
    r, s = decode_dss_signature(private.sign(b"data", ec.ECDSA(SHA256())))
    assert not public.verifies(r.to_bytes(48) + s.to_bytes(48), b"data")


@pytest.mark.parametrize("point", [*SMALL_ORDER, *NOT_CANONICAL])
def test_an_ed25519_key_of_small_order_or_in_a_second_writing_is_none(point: str) -> None:
    raw = bytes.fromhex(point)
    assert code_of(PublicKey(raw).multikey) == "key.weak"
    with pytest.raises(GuildmarkError):
        PublicKey.from_jwk(PublicKey(raw).jwk)


def test_under_a_key_of_small_order_one_signature_would_fit_everything() -> None:
    nobody = bytes.fromhex(SMALL_ORDER[1])
    signature = nobody + bytes(32)
    Ed25519PublicKey.from_public_bytes(nobody).verify(signature, b"any record at all")
    assert not PublicKey(nobody).verifies(signature, b"any record at all")


@pytest.mark.parametrize("point", [*SMALL_ORDER, *NOT_CANONICAL])
def test_a_signature_that_begins_with_such_a_point_is_none(point: str) -> None:
    assert not KEY.public.verifies(bytes.fromhex(point) + bytes(32), b"data")


@pytest.mark.parametrize("jwk", [{}, {"kty": "EC", "crv": "secp256k1"}, {"kty": "oct", "k": "x"}])
def test_a_jwk_of_another_type_is_not_read(jwk: dict[str, str]) -> None:
    with pytest.raises(GuildmarkError) as error:
        PublicKey.from_jwk(jwk)
    assert error.value.faults[0].code == "key.type.unsupported"


@pytest.mark.parametrize(
    "change", [{"x": "AAAA"}, {"y": None}, {"x": 4}, {"y": base64url.encode(bytes(32))}, {"x": "!"}]
)
def test_a_jwk_that_is_no_point_is_not_read(change: dict[str, str]) -> None:
    with pytest.raises(GuildmarkError) as error:
        PublicKey.from_jwk({**P256.public.jwk, **change})
    assert error.value.faults[0].code in ("key.jwk.unreadable", "key.weak")
