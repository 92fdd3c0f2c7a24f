"""What a token's header asks for is said as what it is; and of its key, what is true of that."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.credentials import base64url
from guildmark.credentials.keys import SigningKey, generate
from guildmark.credentials.prepared.known_tokens import is_signed
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify import Verification, verify
from tests.credentials import signed
from tests.credentials.sdjwt.made import jws
from tests.credentials.signed import KEY, NOW

WEB = "did:web:academy.example"


def badge(header: dict[str, Any], key: SigningKey = KEY, issuer: str = KEY.did) -> bytes:
    """A badge as a JWT with this header, signed with EdDSA whatever the header says."""
    record = signed.small()
    record["issuer"] = {**record["issuer"], "id": issuer}
    return jws(header, {**record, **vcjwt.claims_of(record)}, key).encode()


def sd_jwt(header: dict[str, Any], key: SigningKey = KEY, issuer: str = KEY.did, **claims: Any) -> bytes:
    """A record as SD-JWT with this header, signed in the same way."""
    return f"{jws(header, {'iss': issuer, 'vct': 'https://example.org/type', **claims}, key)}~".encode()


KINDS = [(badge, "JWT"), (sd_jwt, "dc+sd-jwt")]


def said(found: Verification, name: str) -> str:
    return next(str(check.sentence) for check in found.checks if check.check == name)


@pytest.mark.parametrize(("made", "kind"), KINDS)
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"crit": ["exp"]}, "demands an extension that no record may need: exp"),
        ({"crit": "exp"}, "demands an extension that no record may need: crit"),
        ({"b64": False}, "demands an extension that no record may need: b64"),
        ({"typ": "at+jwt"}, "of the type “at+jwt”, which does not belong here"),
        ({"typ": None}, "does not say what type of token it is"),
        ({"alg": "none"}, "asks for “none”, which no record may be signed with"),
        ({"alg": None}, "names no algorithm"),
        ({"alg": ["EdDSA"]}, "names no algorithm"),
    ],
)
def test_a_header_that_no_record_may_have_is_named(made: Any, kind: str, change: dict[str, Any], words: str) -> None:
    found = verify(made({"alg": "EdDSA", "kid": KEY.kid, "typ": kind, **change}), now=NOW)
    assert (found.verdict, found.result("proof"), found.result("issuer")) == ("invalid", "fail", "pass")
    assert words in said(found, "proof")
    assert said(found, "issuer").startswith("The proof names the key of the issuer")


@pytest.mark.parametrize(("made", "kind"), KINDS)
def test_a_header_without_an_algorithm_is_told_so(made: Any, kind: str) -> None:
    found = verify(made({"kid": KEY.kid, "typ": kind}), now=NOW)
    assert "names no algorithm" in said(found, "proof")
    assert all("None" not in str(check.sentence) for check in found.checks)


@pytest.mark.parametrize(("made", "kind"), KINDS)
def test_a_key_that_was_not_looked_up_is_told_so_beside_a_bad_header(made: Any, kind: str) -> None:
    header = {"alg": "EdDSA", "kid": f"{WEB}#key", "typ": kind, "crit": ["exp"]}
    found = verify(made(header, KEY, WEB), now=NOW)
    assert (found.result("proof"), found.result("issuer")) == ("fail", "not_checked")
    assert "extension" in said(found, "proof")
    assert "offline" in said(found, "issuer")


@pytest.mark.parametrize(("made", "kind"), KINDS)
def test_an_algorithm_of_others_leaves_open_whether_it_is_signed(made: Any, kind: str) -> None:
    found = verify(made({"alg": "PS256", "kid": KEY.kid, "typ": kind}), now=NOW)
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")
    assert "“PS256”" in said(found, "proof")


def test_a_record_that_does_not_say_its_type_is_told_so() -> None:
    found = verify(sd_jwt({"alg": "EdDSA", "kid": KEY.kid, "typ": "dc+sd-jwt"}, vct=None), now=NOW)
    assert "does not say of which type it is" in said(found, "context")
    assert all("None" not in str(check.sentence) for check in found.checks)


def test_a_certificate_that_is_not_read_is_a_name_of_a_key() -> None:
    header = {"alg": "ES256", "typ": "dc+sd-jwt", "x5c": ["MIIB"]}
    found = verify(sd_jwt(header, KEY, "https://academy.example"), now=NOW)
    assert "certificate" in said(found, "issuer")


@pytest.mark.parametrize(("made", "kind"), KINDS)
def test_ed25519_is_another_name_of_the_same_algorithm(made: Any, kind: str) -> None:
    data = made({"alg": "Ed25519", "kid": KEY.kid, "typ": kind})
    found = verify(data, now=NOW)
    assert (found.result("proof"), found.result("issuer")) == ("pass", "pass")
    changed = data.rpartition(b".")[0] + b"." + base64url.encode(bytes(64)).encode()
    assert verify(changed + b"~" * (kind != "JWT"), now=NOW).result("proof") == "fail"


@pytest.mark.parametrize("algorithm", ["Ed25519", "EdDSA", "ES256", "ed25519", "Ed448", "", None, ["Ed25519"]])
@pytest.mark.parametrize("key", [KEY, generate("p256")], ids=["Ed25519", "P-256"])
def test_an_algorithm_is_one_of_the_keys_own_names_on_both_ways(algorithm: Any, key: SigningKey) -> None:
    token = vcjwt.read(jws({"alg": algorithm, "kid": key.kid}, {"a": 1}, key).encode())
    fits = algorithm in (("EdDSA", "Ed25519") if key is KEY else ("ES256",))
    assert (vcjwt.check(token, key.public), is_signed(token, key.public)) == (fits, fits)


def test_a_badge_under_that_name_is_valid() -> None:
    assert verify(badge({"alg": "Ed25519", "kid": KEY.kid, "typ": "JWT"}), now=NOW).verdict == "valid"
    assert json.loads(base64url.decode(vcjwt.header_of(KEY)) or b"")["alg"] == "EdDSA"
