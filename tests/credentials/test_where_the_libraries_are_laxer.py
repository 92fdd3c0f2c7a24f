"""What the libraries read and write is read and written here; where they are laxer than we are (decision 0011)."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime
from typing import Any

import pytest
from openvc.did.base import parse_did_document
from openvc.did.did_jwk import DidJwkResolver
from openvc.did.did_key import DidKeyResolver
from openvc.did.did_web import DidWebResolver
from openvc.keys import Ed25519SigningKey
from openvc.multibase import encode_multibase
from openvc.proof.errors import ClaimsInvalid, SignatureInvalid
from openvc.proof.sd_jwt import SdJwtVcProofSuite
from openvc.proof.vc_jwt import VcJwtProofSuite
from openvc.status import bitstring as their_bits
from openvc.status import token_status_list as their_tokens

from guildmark.credentials import base64url, sdjwt
from guildmark.credentials.dids import assertion_key, web_address, web_document
from guildmark.credentials.keys import to_pem
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.status import LENGTH, decode
from guildmark.credentials.status.token_list import decode as decode_tokens
from guildmark.credentials.verify import verify
from guildmark.errors import GuildmarkError
from tests.credentials import signed
from tests.credentials.sdjwt.made import issued, judged
from tests.credentials.signed import KEY


def test_an_sd_jwt_of_ours_is_read_there_with_what_is_shown() -> None:
    for shown in ((), ("name",), sdjwt.HIDDEN):
        data = sdjwt.showing(issued(), shown)
        found = SdJwtVcProofSuite().verify(data.decode(), public_key_jwk=KEY.public.jwk)
        assert found.claims == sdjwt.unpacked(sdjwt.read(data))


def test_an_sd_jwt_of_theirs_is_read_here() -> None:
    key = Ed25519SigningKey.from_pem(to_pem(KEY), KEY.kid)
    claims: dict[str, Any] = {"iss": KEY.did, "vct": "https://example.org/type", "name": "Dora", "grade": "A", "iat": 1}
    data = SdJwtVcProofSuite().issue(claims, signing_key=key, disclosable=("name", "grade"), decoys=3).encode()
    assert judged(data).result("proof") == "pass"
    assert sdjwt.unpacked(sdjwt.read(data)) == claims
    assert sdjwt.unpacked(sdjwt.read(sdjwt.showing(data, ("grade",)))) == {k: claims[k] for k in claims if k != "name"}


def test_a_presentation_of_their_holders_is_judged_here() -> None:
    holder, suite = signed.STRANGERS_KEY, SdJwtVcProofSuite()
    claims = {"iss": KEY.did, "vct": "https://example.org/type", "name": "Dora", "grade": "A", "iat": 1}
    data = suite.issue(claims, signing_key=KEY, disclosable=("name", "grade"), holder_jwk=holder.public.jwk).encode()
    shown = sdjwt.showing(data, ("grade",)).decode()
    presented = suite.create_presentation(shown, holder_key=holder, audience="https://verifier.example", nonce="n")

    def results(presentation: str) -> tuple[str, str]:
        found = verify(presentation.encode(), now=datetime.now(UTC))
        return found.result("proof"), found.result("holder")

    assert results(presented) == ("pass", "pass")
    assert results(f"{data.decode()}{presented.rpartition('~')[2]}") == ("pass", "fail")
    other = suite.create_presentation(shown, holder_key=KEY, audience="https://verifier.example", nonce="n")
    assert results(other) == ("pass", "fail")


def test_a_token_of_theirs_is_read_here() -> None:
    key = Ed25519SigningKey.from_pem(to_pem(KEY), KEY.kid)
    credential = {
        "@context": ["https://www.w3.org/2018/credentials/v1"],
        "type": ["VerifiableCredential"],
        "issuer": KEY.did,
        "issuanceDate": "2026-01-01T00:00:00Z",
        "credentialSubject": {"id": "urn:uuid:11111111-1111-4111-8111-111111111111"},
    }
    token = VcJwtProofSuite().sign(credential, signing_key=key)
    assert VcJwtProofSuite().verify(token, public_key_jwk=KEY.public.jwk).issuer == KEY.did
    assert vcjwt.check(vcjwt.read(token.encode()), KEY.public)
    assert vcjwt.credential_of(vcjwt.read(token.encode()))["credentialSubject"] == credential["credentialSubject"]
    with pytest.raises(SignatureInvalid):
        VcJwtProofSuite().verify(token, public_key_jwk=signed.STRANGERS_KEY.public.jwk)


class TestWhereTheLibraryIsOfAnotherMind:
    """The reasons for what stands around the library; one that fails here has become a reason to look again."""

    def test_only_tokens_of_vc_1_1_are_read_there(self) -> None:
        token = signed.ob3_jwt(signed.small())
        assert verify(token.encode(), now=signed.NOW).verdict == "valid"
        with pytest.raises(ClaimsInvalid, match="vc"):
            VcJwtProofSuite().verify(token, public_key_jwk=KEY.public.jwk)

    def test_a_token_list_that_breaks_off_or_has_more_behind(self) -> None:
        whole = zlib.compress(bytes(range(256)) * 64)
        broken, longer = (base64url.encode(packed) for packed in (whole[: len(whole) // 2], whole + b"more"))
        assert len(their_tokens.decode_status_list(broken)) < 256 * 64
        assert len(their_tokens.decode_status_list(longer)) == 256 * 64
        for text in (broken, longer):
            with pytest.raises(GuildmarkError):
                decode_tokens({"bits": 8, "lst": text})

    def test_a_bitstring_with_letters_that_are_none_without_its_prefix_or_of_two_pieces(self) -> None:
        packed = gzip.compress(bytes(LENGTH // 8))
        text = base64url.encode(packed)
        for taken in (text, f"u{text[:20]}!\n{text[20:]}", "u" + base64url.encode(gzip.compress(b"") + packed)):
            assert len(their_bits.decode_bitstring(taken)) == LENGTH // 8
            with pytest.raises(GuildmarkError):
                decode(taken)

    def test_lists_of_any_length(self) -> None:
        for data in (bytes(LENGTH // 8 - 1), bytes(4_000_001)):
            text = their_bits.encode_bitstring(data)
            assert their_bits.decode_bitstring(text) == data
            with pytest.raises(GuildmarkError):
                decode(text)

    def test_a_did_key_in_a_second_writing_or_of_small_order(self) -> None:
        for data in (b"\xed\x81\x00" + KEY.public.raw, b"\xed\x01" + bytes([1]) + bytes(31), b"\xed\x01" + bytes(5)):
            did = f"did:key:{encode_multibase(data)}"
            assert len(DidKeyResolver().resolve(did).verification_methods) == 1
            with pytest.raises(GuildmarkError):
                assertion_key(did)

    def test_a_document_that_allows_nothing_stands_in_a_wrapper_or_two_folders_up(self) -> None:
        did = "did:web:issuer.example"
        whole = web_document(did, {"one": KEY.public})
        silent = {key: value for key, value in whole.items() if key != "assertionMethod"}
        assert parse_did_document(silent).key_for_purpose(f"{did}#one", "assertionMethod") is not None
        for there in (silent, {"didDocument": whole}):
            assert DidWebResolver(lambda _address, there=there: there).resolve(did).id == did
            with pytest.raises(GuildmarkError):
                assertion_key(f"{did}#one", lambda _address, there=there: signed.as_bytes(there))
        for other in (f"{did}:..:..", "did:web:localhost"):
            assert DidWebResolver(lambda _address, other=other: {"id": other}).resolve(other).id == other
            with pytest.raises(GuildmarkError):
                web_address(other)

    def test_a_key_in_the_relationship_itself_and_one_of_another_kind_are_passed_over(self) -> None:
        did = "did:web:issuer.example"
        method = web_document(did, {"one": KEY.public})["verificationMethod"][0]
        within = {"id": did, "assertionMethod": [method]}
        assert parse_did_document(within).verification_methods == []
        assert assertion_key(f"{did}#one", lambda _address: signed.as_bytes(within)) == KEY.public
        strange = {"id": did, "verificationMethod": [{**method, "publicKeyMultibase": "zQ3"}]}
        assert parse_did_document(strange).verification_methods == []

    def test_a_did_jwk_with_letters_that_are_none_or_to_encipher_with(self) -> None:
        text = base64url.encode(signed.as_bytes({**KEY.public.jwk, "use": "enc"}))
        for did in (f"did:jwk:{text}", f"did:jwk:{text[:9]}!!!!{text[9:]}"):
            assert DidJwkResolver().resolve(did).key_for_purpose(f"{did}#0", "assertionMethod") is not None
            with pytest.raises(GuildmarkError):
                assertion_key(did)
