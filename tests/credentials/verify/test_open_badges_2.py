"""Badges of Open Badges 2.0: hosted ones are known by where they stand, signed ones by a key of their issuer's."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import base64url
from guildmark.credentials.openbadges2.keys import signed_with
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify import Verification, verify
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials.baking.pictures import SVG, chunk, png
from tests.credentials.signed import KEY, NOW

HERE = "https://badges.example.org"
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
P256 = ec.generate_private_key(ec.SECP256R1())


def pem(key: Any) -> str:
    public: bytes = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return public.decode()


def assertion(**members: Any) -> dict[str, Any]:
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "id": f"{HERE}/assertions/1",
        "type": "Assertion",
        "recipient": {"type": "email", "hashed": True, "salt": "x", "identity": "sha256$ab"},
        "issuedOn": "2026-01-31T23:59:59+00:00",
        "verification": {"type": "hosted"},
        "badge": f"{HERE}/classes/5",
        "evidence": "https://example.org/work",
        **members,
    }


CLASS = {
    "@context": "https://w3id.org/openbadges/v2",
    "id": f"{HERE}/classes/5",
    "type": "BadgeClass",
    "name": "Stage rigging",
    "description": "Hangs loads safely.",
    "image": f"{HERE}/classes/5/image",
    "criteria": {"narrative": "A supervised rig."},
    "issuer": f"{HERE}/issuer",
    "alignment": [{"targetName": "Rigging", "targetUrl": "https://example.org/rigging"}],
}
PROFILE = {
    "@context": "https://w3id.org/openbadges/v2",
    "id": f"{HERE}/issuer",
    "type": "Issuer",
    "name": "Vltava Academy",
    "url": "https://example.org",
    "email": "badges@example.org",
    "publicKey": f"{HERE}/key",
}


class Web:
    """What stands at which address."""

    def __init__(self, *documents: dict[str, Any], gone: str | None = None) -> None:
        self.pages = {document["id"]: json.dumps(document).encode() for document in documents}
        self.gone = gone
        self.asked: list[str] = []

    def __call__(self, address: str) -> bytes:
        self.asked.append(address)
        if address == self.gone:
            raise GuildmarkError(Fault("fetch.gone", say("{url} was taken away.", url=address)))
        if address not in self.pages:
            raise GuildmarkError(
                Fault("fetch.status", say("{url} answered with the status {status}.", url="", status=404))
            )
        return self.pages[address]


def hosted(shown: dict[str, Any] | None = None, served: dict[str, Any] | None = None, **profile: Any) -> Verification:
    shown = shown or assertion()
    web = Web(served or shown, {**CLASS, "id": f"{HERE}/classes/5"}, {**PROFILE, **profile})
    return verify(json.dumps(shown).encode(), now=NOW, fetch=web)


def results(found: Verification) -> dict[str, str]:
    return {check.check: check.result for check in found.checks}


def test_a_hosted_badge_is_good_where_its_address_serves_it() -> None:
    found = hosted()
    assert (found.verdict, found.format) == ("valid", "ob2")
    assert results(found) | {"trust": "pass"} == dict.fromkeys(results(found), "pass")
    assert found.record["title"] == "Stage rigging"
    assert found.record["learner_identification"] == {"hashed": ["emailAddress"]}
    assert found.record["awarding_body"]["name"] == "Vltava Academy"
    assert found.record["evidence"] == ["https://example.org/work"]
    assert "workload" in found.elements["mandatory"]["missing"]


def test_what_the_address_serves_counts_and_not_what_was_given() -> None:
    found = hosted(served=assertion(evidence="https://example.org/other"))
    assert found.record["evidence"] == ["https://example.org/other"]


@pytest.mark.parametrize(
    "members",
    [
        {"recipient": {"type": "email", "hashed": True, "identity": "sha256$cd"}},
        {"badge": f"{HERE}/classes/6"},
        {"issuedOn": "2025-01-31T23:59:59Z"},
        {"expires": "2030-01-01T00:00:00Z"},
        {"expires": "2027-01-01T00:00:00Z"},
    ],
)
def test_a_changed_copy_of_a_hosted_badge_is_refused(members: dict[str, Any]) -> None:
    served = assertion(expires="2027-01-01T01:00:00+01:00")
    assert hosted(assertion(expires="2027-01-01T00:00:00Z"), served).verdict == "valid"
    shown = assertion(**{"expires": "2027-01-01T00:00:00Z", **members})
    found = hosted(shown, served)
    assert (found.verdict == "valid") == (members == {"expires": "2027-01-01T00:00:00Z"})


def test_nothing_is_known_of_a_hosted_badge_offline() -> None:
    found = verify(json.dumps(assertion()).encode(), now=NOW)
    assert (found.verdict, found.result("proof"), found.result("issuer")) == (
        "undetermined",
        "not_checked",
        "not_checked",
    )


@pytest.mark.parametrize("missing", [f"{HERE}/assertions/1", f"{HERE}/classes/5", f"{HERE}/issuer"])
def test_a_document_that_does_not_answer_leaves_the_badge_open(missing: str) -> None:
    web = Web(assertion(), CLASS, PROFILE)
    del web.pages[missing]
    assert verify(json.dumps(assertion()).encode(), now=NOW, fetch=web).verdict == "undetermined"


def test_a_badge_that_was_taken_away_is_revoked() -> None:
    gone = Web(CLASS, PROFILE, gone=f"{HERE}/assertions/1")
    found = verify(json.dumps(assertion()).encode(), now=NOW, fetch=gone)
    assert (found.verdict, found.result("status")) == ("invalid", "fail")
    found = hosted(served={"id": f"{HERE}/assertions/1", "revoked": True, "revocationReason": "Issued in error"})
    assert (found.verdict, found.result("status")) == ("invalid", "fail")
    assert "Issued in error" in json.dumps(found.as_json())


@pytest.mark.parametrize(
    ("rules", "good"),
    [
        ({"startsWith": f"{HERE}/"}, True),
        ({"startsWith": f"{HERE}/assertions/"}, True),
        ({"startsWith": ["https://other.example/", f"{HERE}/"]}, True),
        ({"startsWith": f"{HERE}/elsewhere"}, False),
        ({"startsWith": "https://badges.example.or"}, False),
        ({"startsWith": 4}, True),
        ({"allowedOrigins": "badges.example.org"}, True),
        ({"allowedOrigins": ["BADGES.example.org"]}, True),
        ({"allowedOrigins": "example.org"}, False),
        ({"allowedOrigins": "badges.example.org", "startsWith": f"{HERE}/elsewhere"}, False),
        ("everywhere", True),
    ],
)
def test_a_badge_stands_where_its_issuer_says(rules: Any, good: bool) -> None:
    assert (hosted(verification=rules).result("issuer") == "pass") is good


def test_a_stranger_hosts_no_badge_of_an_issuers() -> None:
    forged = assertion(id="https://evil.example/1", badge={**CLASS, "id": "https://evil.example/class"})
    web = Web(forged, PROFILE)
    found = verify(json.dumps(forged).encode(), now=NOW, fetch=web)
    assert (found.verdict, found.result("issuer")) == ("invalid", "fail")


def test_a_class_stands_with_its_issuer_or_inside_the_badge() -> None:
    elsewhere = {**CLASS, "id": "https://evil.example/class"}
    linking = assertion(badge=elsewhere["id"])
    found = verify(json.dumps(linking).encode(), now=NOW, fetch=Web(linking, elsewhere, PROFILE))
    assert (found.verdict, found.result("issuer")) == ("invalid", "fail")
    inside = assertion(badge={**CLASS, "id": "urn:uuid:7"})
    assert verify(json.dumps(inside).encode(), now=NOW, fetch=Web(inside, PROFILE)).verdict == "valid"


def test_a_profile_that_the_badge_brings_along_is_not_believed() -> None:
    own = {**PROFILE, "verification": {"allowedOrigins": "evil.example"}}
    forged = assertion(id="https://evil.example/1", badge={**CLASS, "id": "https://evil.example/class", "issuer": own})
    assert verify(json.dumps(forged).encode(), now=NOW, fetch=Web(forged, PROFILE)).verdict == "invalid"


@pytest.mark.parametrize(
    "address", ["https://badges.example.org@evil.example/1", "http://badges.example.org/1", "x", 4]
)
def test_an_address_that_only_looks_like_the_issuers_is_none(address: Any) -> None:
    shown = assertion(id=address)
    found = verify(json.dumps(shown).encode(), now=NOW, fetch=Web(shown, CLASS, PROFILE))
    assert found.verdict != "valid"


def rs256(data: bytes) -> bytes:
    return RSA.sign(data, PKCS1v15(), SHA256())


def es256(data: bytes) -> bytes:
    r, s = decode_dss_signature(P256.sign(data, ec.ECDSA(SHA256())))
    return r.to_bytes(32) + s.to_bytes(32)


def jws(
    payload: dict[str, Any], algorithm: str = "RS256", sign: Callable[[bytes], bytes] = rs256, **more: Any
) -> bytes:
    parts = [base64url.encode(json.dumps(part).encode()) for part in ({"alg": algorithm, **more}, payload)]
    data = ".".join(parts).encode()
    return data + b"." + base64url.encode(sign(data)).encode()


SIGNED = assertion(id="urn:uuid:1", verification={"type": "SignedBadge"})
RSA_KEY = {"type": "CryptographicKey", "id": f"{HERE}/key", "owner": f"{HERE}/issuer", "publicKeyPem": pem(RSA)}


def signed(token: bytes, *more: dict[str, Any], key: dict[str, Any] = RSA_KEY, **profile: Any) -> Verification:
    return verify(token, now=NOW, fetch=Web(CLASS, {**PROFILE, **profile}, key, *more))


def test_a_signed_badge_is_good_under_a_key_that_its_issuer_lists() -> None:
    found = signed(jws(SIGNED))
    assert (found.verdict, found.format) == ("valid", "ob2")
    assert signed(jws(SIGNED, "ES256", es256), key={**RSA_KEY, "publicKeyPem": pem(P256)}).verdict == "valid"
    own = {**RSA_KEY, "publicKeyPem": pem(KEY.private)}
    assert signed(jws(SIGNED, "EdDSA", KEY.sign), key=own).verdict == "valid"
    assert signed(jws(SIGNED), publicKey=[{"id": "https://example.org/x"}, RSA_KEY]).verdict == "valid"


def test_the_badge_may_say_which_key_signed_it() -> None:
    named = {**SIGNED, "verification": {"type": "signed", "creator": f"{HERE}/key"}}
    assert signed(jws(named)).verdict == "valid"
    strangers = {**SIGNED, "verification": {"type": "signed", "creator": "https://evil.example/key"}}
    theirs = {**RSA_KEY, "id": "https://evil.example/key"}
    assert signed(jws(strangers), theirs).result("proof") == "fail"


@pytest.mark.parametrize(
    "token",
    [
        jws(SIGNED, "none", lambda _data: b""),
        jws(SIGNED, "HS256"),
        jws(SIGNED, "RS512"),
        jws(SIGNED, "ES256"),
        jws(SIGNED, "ES256", es256),
        jws(SIGNED, crit=["b64"]),
        jws(SIGNED, sign=lambda data: rs256(data + b".")),
        jws(SIGNED, sign=lambda _data: b""),
        jws(SIGNED, sign=lambda data: rs256(data)[:-3]),
        json.dumps(SIGNED).encode(),
    ],
)
def test_a_signed_badge_without_its_issuers_signature_is_refused(token: bytes) -> None:
    assert signed(token).result("proof") == "fail"


@pytest.mark.parametrize("change", [{"owner": "https://evil.example/issuer"}, {"owner": None}, {"owner": [HERE]}])
def test_key_and_profile_must_name_each_other(change: dict[str, Any]) -> None:
    assert signed(jws(SIGNED), key={**RSA_KEY, **change}).result("proof") == "fail"
    assert signed(jws(SIGNED), publicKey=[]).result("proof") == "fail"


@pytest.mark.parametrize("text", ["x", None, pem(rsa.generate_private_key(public_exponent=65537, key_size=1024))])
def test_a_key_that_cannot_be_read_leaves_the_badge_open(text: Any) -> None:
    found = signed(jws(SIGNED), key={**RSA_KEY, "publicKeyPem": text})
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")


@pytest.mark.parametrize(
    ("entries", "result"),
    [
        (["urn:uuid:1"], "fail"),
        ([{"id": "urn:uuid:1", "revocationReason": "Not earned"}], "fail"),
        ([{"uid": "abc"}], "fail"),
        (["urn:uuid:2", {"id": "urn:uuid:3"}, 4, {}], "pass"),
        (None, "pass"),
    ],
)
def test_a_signed_badge_is_looked_up_in_its_issuers_list(entries: Any, result: str) -> None:
    listing = {"id": f"{HERE}/revoked", "type": "RevocationList", "revokedAssertions": entries}
    token = jws({**SIGNED, "uid": "abc"})
    assert signed(token, listing, revocationList=f"{HERE}/revoked").result("status") == result
    assert signed(token, revocationList=f"{HERE}/revoked").result("status") == "not_checked"


@pytest.mark.parametrize(
    ("members", "check"),
    [
        ({"expires": "2026-02-01T00:00:00Z"}, "validity"),
        ({"issuedOn": "2030-02-01T00:00:00Z"}, "validity"),
        ({"issuedOn": "2026-02-01"}, "schema"),
        ({"recipient": "dora@example.org"}, "schema"),
        ({"type": "Certificate"}, "schema"),
    ],
)
def test_times_and_shapes_are_judged(members: dict[str, Any], check: str) -> None:
    found = hosted(assertion(**members))
    assert (found.verdict, found.result(check)) == ("invalid", "fail")


def test_further_contexts_could_change_the_words() -> None:
    found = hosted(assertion(**{"@context": ["https://w3id.org/openbadges/v2", {"badge": "https://example.org/x"}]}))
    assert (found.verdict, found.result("context")) == ("undetermined", "not_checked")


def test_pictures_of_that_time_are_read() -> None:
    text = json.dumps(assertion())
    body = b"openbadges\0\0\0\0\0" + text.encode()
    in_svg = SVG.replace(
        b"><circle",
        f' xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="{HERE}/assertions/1">'
        f"<![CDATA[{text}]]></openbadges:assertion><circle".encode(),
    )
    signed_svg = SVG.replace(
        b"><circle",
        b' xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="' + jws(SIGNED) + b'"/><circle',
    )
    web = Web(assertion(), CLASS, PROFILE, RSA_KEY)
    for picture in (png(chunk(b"iTXt", body)), in_svg, signed_svg):
        assert verify(picture, now=NOW, fetch=web).verdict == "valid"


@pytest.mark.parametrize("start", ["https://badges.example.org@", "https://", "", "https://badges.example.org:"])
def test_a_name_before_the_host_is_no_host(start: str) -> None:
    shown = assertion(id="https://badges.example.org@evil.example/1")
    profile = {**PROFILE, "verification": {"startsWith": start}}
    found = verify(json.dumps(shown).encode(), now=NOW, fetch=Web(shown, CLASS, profile))
    assert found.result("issuer") == "fail"


SCALARS = st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=8) | st.just(f"{HERE}/issuer")
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "type", "issuer", "identity", "startsWith", "publicKeyPem"]), inner)
    ),
    max_leaves=6,
)
MEMBERS = sorted({*assertion(), *CLASS, *PROFILE, *RSA_KEY, "revocationList", "verification", "revoked", "expires"})


@given(st.integers(0, 3), st.dictionaries(st.sampled_from(MEMBERS), ANYTHING, min_size=1, max_size=3), st.booleans())
def test_whatever_stands_in_a_document_gets_an_answer(which: int, change: dict[str, Any], as_token: bool) -> None:
    documents: list[dict[str, Any]] = [SIGNED if as_token else assertion(), CLASS, PROFILE, RSA_KEY]
    web = Web(*documents)
    changed = {**documents[which], **change}
    if which:
        web.pages[documents[which]["id"]] = json.dumps(changed).encode()
    else:
        documents[0] = changed
        if isinstance(changed["id"], str):
            web.pages[changed["id"]] = json.dumps(changed).encode()
    data = jws(documents[0]) if as_token else json.dumps(documents[0]).encode()
    try:
        found = verify(data, now=NOW, fetch=web)
    except GuildmarkError:
        return
    assert found.verdict in ("valid", "invalid", "undetermined")
    assert found.as_json()["checks"]


def test_few_addresses_are_asked_whatever_the_badge_names() -> None:
    web = Web(CLASS, {**PROFILE, "publicKey": [f"{HERE}/key{n}" for n in range(50)], "revocationList": f"{HERE}/r"})
    verify(jws(SIGNED), now=NOW, fetch=web)
    assert len(web.asked) <= 8


def test_a_key_of_small_order_signs_nothing() -> None:
    point = bytes([1] + [0] * 31)
    spki = (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    pem = Ed25519PublicKey.from_public_bytes(point).public_bytes(*spki).decode()
    for text in (b"one record", b"another"):
        assert signed_with(vcjwt.Token({"alg": "EdDSA"}, {}, point + bytes(32), text), pem) is False
