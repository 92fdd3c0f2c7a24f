"""A DID leads to the key that may assert for it, or to a reason why not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from openvc.did import base
from openvc.multibase import encode_multibase

from guildmark.credentials.base64url import encode
from guildmark.credentials.dids import UnresolvedError, assertion_key, web_address, web_document
from guildmark.credentials.keys import PublicKey, SigningKey
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials.signed import KEY, STRANGERS_KEY

WEB = "did:web:academy.example.org"
METHOD = f"{WEB}#key-1"
P256 = ec.derive_private_key(7, ec.SECP256R1())
SMALL_ORDER = bytes([1]) + bytes(31)


def site(document: Any) -> Any:
    return lambda _url: document if isinstance(document, bytes) else json.dumps(document).encode()


def document(**changed: Any) -> dict[str, Any]:
    return {**web_document(WEB, {"key-1": KEY.public}), **changed}


def refusal(method: str, fetch: Any = None) -> tuple[str, bool]:
    with pytest.raises(GuildmarkError) as error:
        assertion_key(method, fetch)
    return error.value.faults[0].code, isinstance(error.value, UnresolvedError)


def test_a_did_key_is_worked_out_from_its_name() -> None:
    assert assertion_key(KEY.kid) == KEY.public
    assert assertion_key(KEY.did) == KEY.public


def test_a_did_key_has_no_other_key() -> None:
    assert refusal(f"{KEY.did}#{STRANGERS_KEY.public.multikey}") == ("did.method.missing", False)


def test_a_damaged_did_key_leads_nowhere() -> None:
    assert refusal("did:key:z0OIl") == ("key.multikey.unreadable", False)


def test_a_did_key_is_written_in_one_way_only() -> None:
    uncompressed = P256.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    for bytes_ in (b"\x80\x24" + uncompressed, b"\xed\x81\x00" + KEY.public.raw, b"\xed\x01" + KEY.public.raw[:31]):
        assert refusal(f"did:key:{encode_multibase(bytes_)}") == ("key.type.unsupported", True)


def test_a_did_key_of_no_honest_key_is_none() -> None:
    off_the_curve = b"\x02" + b"\xff" * 32
    assert refusal(PublicKey(SMALL_ORDER).did) == ("key.weak", False)
    assert refusal(f"did:key:{encode_multibase(bytes([0x80, 0x24]) + off_the_curve)}") == ("key.weak", False)


def test_a_did_key_of_another_curve_is_read_and_one_of_rsa_is_too_long() -> None:
    for curve in (ec.SECP256R1(), ec.SECP384R1()):
        point = ec.derive_private_key(7, curve).public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        public = PublicKey(point, "p256" if len(point) == 33 else "p384")
        assert assertion_key(f"{public.did}#{public.multikey}") == public
    assert refusal(f"did:key:{encode_multibase(bytes([0x85, 0x24]) + bytes(range(256)))}")[0] == (
        "key.multikey.unreadable"
    )


def did_jwk(jwk: Any) -> str:
    return "did:jwk:" + encode(jwk if isinstance(jwk, bytes) else json.dumps(jwk).encode())


def test_a_did_jwk_is_worked_out_from_its_name() -> None:
    modulus = rsa.generate_private_key(65537, 2048).public_key().public_bytes(Encoding.DER, PublicFormat.PKCS1)
    for public in (KEY.public, SigningKey.of(P256).public, PublicKey(modulus, "rsa")):
        did = did_jwk(public.jwk)
        assert assertion_key(did) == assertion_key(f"{did}#0") == public
        assert assertion_key(f"{did}#0", relationship="authentication") == public


@pytest.mark.parametrize(
    ("did", "code"),
    [
        pytest.param(did_jwk(KEY.public.jwk) + "#1", "did.method.missing", id="another key"),
        pytest.param(did_jwk({**KEY.public.jwk, "d": "AAAA"}), "key.jwk.unreadable", id="a private key"),
        pytest.param(did_jwk({**KEY.public.jwk, "use": "enc"}), "did.method.not_allowed", id="a key to encipher"),
        pytest.param(did_jwk(PublicKey(SMALL_ORDER).jwk), "key.weak", id="a point of small order"),
        pytest.param(did_jwk({"kty": "OKP", "crv": "Ed448", "x": "AA"}), "key.type.unsupported", id="another curve"),
        pytest.param(did_jwk({"kty": "oct", "k": "AA"}), "key.type.unsupported", id="a shared secret"),
        pytest.param(did_jwk({"kty": "OKP", "crv": "Ed25519"}), "key.jwk.unreadable", id="no point"),
        pytest.param(did_jwk({}), "key.jwk.unreadable", id="an empty object"),
        pytest.param(did_jwk([]), "key.jwk.unreadable", id="a list"),
        pytest.param(did_jwk(b'{"kty": "OKP", "kty": "EC"}'), "key.jwk.unreadable", id="a doubled key"),
        pytest.param(did_jwk(b'{"kty": "OKP"}'.ljust(6_000)), "key.jwk.unreadable", id="too long"),
        pytest.param(did_jwk(KEY.public.jwk) + ":", "key.jwk.unreadable", id="letters that are none"),
        pytest.param(did_jwk(b"{") + "A", "key.jwk.unreadable", id="no base64url"),
    ],
)
def test_what_is_no_did_jwk_is_refused(did: str, code: str) -> None:
    assert refusal(did)[0] == code


def test_a_did_jwk_makes_no_key_to_encipher() -> None:
    with pytest.raises(GuildmarkError) as error:
        assertion_key(did_jwk(KEY.public.jwk), relationship="keyAgreement")
    assert error.value.faults[0].code == "did.method.not_allowed"


def test_keys_of_other_kinds_cannot_be_checked_yet() -> None:
    assert refusal("did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme") == ("key.type.unsupported", True)
    assert refusal("did:ebsi:z123#key") == ("did.unsupported", True)
    assert refusal("https://example.org/keys/1") == ("did.unsupported", True)


def test_a_did_web_is_found_where_its_owner_publishes_it() -> None:
    asked = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return json.dumps(document()).encode()

    assert assertion_key(METHOD, fetch) == KEY.public
    assert asked == ["https://academy.example.org/.well-known/did.json"]


@pytest.mark.parametrize(
    ("did", "address"),
    [
        ("did:web:example.org", "https://example.org/.well-known/did.json"),
        ("did:web:example.org:issuers:light", "https://example.org/issuers/light/did.json"),
        ("did:web:example.org%3A8443:a", "https://example.org:8443/a/did.json"),
    ],
)
def test_the_address_of_a_did_web(did: str, address: str) -> None:
    assert web_address(did) == address


@pytest.mark.parametrize(
    "did",
    [
        "did:web:",
        "did:web:localhost",
        "did:web:example.org:",
        "did:web:example.org:..:x",
        "did:web:example.org:%2e%2e",
        "did:web:example.org:a%2Fb",
        "did:web:user%40example.org",
        "did:web:example.org%2Fpath",
        "did:web:example.org%3A123456",
        "did:web:example.org%3A99999",
        "did:web:example.org%3A0",
        "did:web:127.0.0.1",
        "did:web:example.0x7f",
        "did:web:" + "a" * 64 + ".org",
        "did:web:ex%C3%A4mple.org",
    ],
)
def test_what_is_no_did_web_is_never_fetched(did: str) -> None:
    assert refusal(f"{did}#key-1", pytest.fail)[0] in ("did.web.invalid", "did.unsupported")


def test_offline_a_did_web_could_not_be_checked() -> None:
    assert refusal(METHOD) == ("did.offline", True)


def test_a_did_web_that_cannot_be_reached_could_not_be_checked() -> None:
    def fetch(url: str) -> bytes:
        raise GuildmarkError(Fault("fetch.unreachable", say("{url} could not be reached.", url=url)))

    assert refusal(METHOD, fetch) == ("did.unreachable", True)


@pytest.mark.parametrize("answer", [b"<html>", b"", b"[" * 10_000, b" " * 2_000_000, b'{"id": 1, "id": 2}'])
def test_an_answer_that_is_no_document_could_not_be_checked(answer: bytes) -> None:
    assert refusal(METHOD, site(answer)) == ("did.unreachable", True)


def test_the_document_of_another_is_not_its_own() -> None:
    assert refusal(METHOD, site(document(id="did:web:other.example"))) == ("did.document.other", False)


def test_a_document_in_a_wrapper_is_not_its_own() -> None:
    assert refusal(METHOD, site({"didDocument": document()})) == ("did.document.other", False)
    assert refusal(METHOD, site({"id": WEB, "didDocument": document()})) == ("did.method.not_allowed", False)


def test_a_document_that_allows_nothing_allows_nothing() -> None:
    found = document()
    del found["assertionMethod"]
    assert refusal(METHOD, site(found)) == ("did.method.not_allowed", False)
    assert refusal(METHOD, site(document(assertionMethod=None))) == ("did.method.not_allowed", False)


def test_a_key_that_may_only_sign_in_may_not_assert() -> None:
    found = document(assertionMethod=[], authentication=[METHOD])
    assert refusal(METHOD, site(found)) == ("did.method.not_allowed", False)


def test_a_key_that_another_controls_is_not_its_own() -> None:
    method = {**document()["verificationMethod"][0], "controller": "did:web:other.example"}
    assert refusal(METHOD, site(document(verificationMethod=[method]))) == ("did.method.controller", False)


def test_a_key_that_stands_under_another_purpose_may_not_assert() -> None:
    method = document()["verificationMethod"][0]
    found = document(verificationMethod=[], assertionMethod=[METHOD], authentication=[method])
    assert refusal(METHOD, site(found)) == ("key.type.unsupported", True)


def test_of_two_keys_with_one_name_nobody_can_say_which_is_meant() -> None:
    method = document()["verificationMethod"][0]
    other = {**method, "id": "#key-1", "publicKeyMultibase": STRANGERS_KEY.public.multikey}
    assert refusal(METHOD, site(document(verificationMethod=[method, other]))) == ("key.type.unsupported", True)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"publicKeyMultibase": "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"}, ("key.type.unsupported", True)),
        ({"publicKeyMultibase": "z0OIl"}, ("key.multikey.unreadable", False)),
        ({"publicKeyMultibase": "z" * 5_000}, ("key.multikey.unreadable", False)),
        ({"publicKeyMultibase": PublicKey(SMALL_ORDER).multikey}, ("key.weak", False)),
        ({"publicKeyJwk": PublicKey(SMALL_ORDER).jwk}, ("key.weak", False)),
        ({"publicKeyJwk": {"kty": "EC", "crv": "secp256k1"}}, ("key.type.unsupported", True)),
        ({"publicKeyJwk": {"kty": "OKP", "crv": "Ed25519", "x": 1}}, ("key.jwk.unreadable", False)),
        ({"publicKeyJwk": STRANGERS_KEY.public.jwk, "publicKeyMultibase": KEY.public.multikey},
         ("key.type.unsupported", True)),
        ({"publicKeyBase58": "5TVraf9itbKXrRvt2DSS95Gw4vqU3CHAdetoufdcKazA"}, ("key.type.unsupported", True)),
        ({"publicKeyMultibase": "z0OIl", "controller": "did:web:other.example"}, ("did.method.controller", False)),
        ({"controller": [WEB], "publicKeyJwk": KEY.public.jwk}, ("did.method.controller", False)),
        ({"publicKeyJwk": {**KEY.public.jwk, "d": "AA"}}, ("key.jwk.unreadable", False)),
        ({"publicKeyMultibase": KEY.public.multikey, "revoked": "2020-01-01T00:00:00Z"},
         ("did.method.not_allowed", False)),
        ({"publicKeyMultibase": KEY.public.multikey, "expires": "2099-01-01T00:00:00Z"},
         ("key.type.unsupported", True)),
    ],
)  # fmt: skip
def test_a_key_that_is_none_says_why(said: dict[str, Any], expected: tuple[str, bool]) -> None:
    found = document(verificationMethod=[{"id": METHOD, "type": "Multikey", "controller": WEB, **said}])
    assert refusal(METHOD, site(found)) == expected


@pytest.mark.parametrize("methods", [None, 4, "x", [None, 4, {}, {"id": 4}, {"id": [METHOD]}], {"a": 1}])
def test_a_document_with_anything_for_its_keys_has_none(methods: Any) -> None:
    assert refusal(METHOD, site(document(verificationMethod=methods))) == ("key.type.unsupported", True)


def test_what_else_stands_in_a_document_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    decode = base.decode_multibase
    monkeypatch.setattr(base, "decode_multibase", lambda text: decode(read.append(text) or text))
    long = {"id": "#other", "publicKeyMultibase": "z" * 4_000}
    found = document(authentication="all", keyAgreement={}, verificationMethod=[
        *document()["verificationMethod"], *[long] * 200,
    ])  # fmt: skip
    assert assertion_key(METHOD, site(found)) == KEY.public
    assert read == [KEY.public.multikey]


def test_a_key_may_stand_in_the_list_itself_under_a_short_name() -> None:
    method = {**document()["verificationMethod"][0], "id": "#key-1"}
    assert assertion_key(METHOD, site(document(verificationMethod=[], assertionMethod=[method]))) == KEY.public


def test_a_key_may_be_a_jwk() -> None:
    method = {
        "id": METHOD,
        "type": "JsonWebKey",
        "controller": WEB,
        "publicKeyJwk": {"kty": "OKP", "crv": "Ed25519", "x": encode(KEY.public.raw)},
    }
    assert assertion_key(METHOD, site(document(verificationMethod=[method]))) == KEY.public


def test_a_key_that_is_listed_but_missing_is_of_no_kind() -> None:
    assert refusal(METHOD, site(document(verificationMethod=[]))) == ("key.type.unsupported", True)
