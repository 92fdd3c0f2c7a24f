"""A presentation cannot show what was not signed, nor one thing to one reader and another to the next."""

from __future__ import annotations

import hashlib
import hmac
import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.credentials import base64url, sdjwt
from guildmark.credentials.sdjwt.unpacking import NEVER_HIDDEN
from guildmark.errors import GuildmarkError
from tests.credentials.sdjwt.made import digest, encoded, issued, judged, jws, presented, record
from tests.credentials.signed import KEY, STRANGERS_KEY

NAME = ["salt", "name", "Dora"]


def proof(data: bytes) -> str:
    return judged(data).result("proof")


def refused(data: bytes) -> str:
    """The code with which these disclosures are refused."""
    with pytest.raises(GuildmarkError) as error:
        sdjwt.unpacked(sdjwt.read(data))
    return error.value.faults[0].code


def test_what_is_disclosed_is_found_in_objects_and_lists_at_any_depth() -> None:
    inner = ["s1", "city", "Prague"]
    outer = ["s2", "address", {"_sd": [digest(inner)], "country": "CZ"}]
    item = ["s3", "cs"]
    data = presented(
        {"_sd": [digest(outer)], "languages": ["en", {"...": digest(item)}, {"...": digest(["s", "de"])}]},
        [inner, outer, item],
    )
    assert proof(data) == "pass"
    claims = sdjwt.unpacked(sdjwt.read(data))
    assert claims["address"] == {"country": "CZ", "city": "Prague"}
    assert claims["languages"] == ["en", "cs"]


@pytest.mark.parametrize(
    ("payload", "disclosures"),
    [
        pytest.param({}, [NAME], id="disclosed and never signed"),
        pytest.param({"_sd": [digest(NAME)]}, [NAME, NAME], id="disclosed twice"),
        pytest.param({"_sd": [digest(NAME), digest(NAME)]}, [NAME], id="one digest twice in a list"),
        pytest.param({"_sd": [digest(NAME)], "a": {"_sd": [digest(NAME)]}}, [NAME], id="one digest in two places"),
        pytest.param({"_sd": [digest(NAME)], "name": "Bob"}, [NAME], id="a name that is there already"),
        pytest.param({"_sd": [digest(["s", "exp", 1])]}, [["s", "exp", 1]], id="the end of validity hidden"),
        pytest.param({"_sd": [digest(["s", "status", {}])]}, [["s", "status", {}]], id="the status hidden"),
        pytest.param({"_sd": [digest(["s", "x"])]}, [["s", "x"]], id="a list's item among members"),
        pytest.param({"a": [{"...": digest(NAME)}]}, [NAME], id="a member among a list's items"),
        pytest.param({"a": [{"...": digest(["s", 1]), "b": 1}]}, [["s", 1]], id="more beside an item's digest"),
        pytest.param({"a": {"...": digest(["s", 1])}}, [["s", 1]], id="an item's digest outside a list"),
        pytest.param({"_sd": digest(NAME)}, [NAME], id="digests that are no list"),
        pytest.param({"_sd": [4]}, [], id="a digest that is no text"),
        pytest.param({"_sd": None}, [], id="nothing where digests stand"),
        pytest.param(
            {"_sd": [digest(["s", "a", {"_sd": None}])]}, [["s", "a", {"_sd": None}]], id="nothing, disclosed"
        ),
        pytest.param({"cnf": {"_sd": [digest(NAME)]}}, [NAME], id="something of the holder's key hidden"),
        pytest.param({"aka_vcts": [{"...": digest(["s", "x"])}]}, [["s", "x"]], id="another type hidden"),
        pytest.param({"_sd_alg": "md5", "_sd": []}, [], id="a weak hash"),
        pytest.param({"_sd_alg": ["sha-256"]}, [], id="a hash that is no name"),
    ],
)
def test_presentations_that_are_refused(payload: dict[str, Any], disclosures: list[Any]) -> None:
    found = judged(presented(payload, disclosures))
    assert (found.verdict, found.result("proof")) == ("invalid", "fail")
    assert found.record == {}


@pytest.mark.parametrize("name", sorted(NEVER_HIDDEN))
@pytest.mark.parametrize("signed", [{}, {"exp": 4_000_000_000, "nbf": 1, "status": {}, "cnf": {}}], ids=["", "there"])
def test_what_must_always_be_seen_is_not_disclosed(name: str, signed: dict[str, Any]) -> None:
    disclosure = ["s", name, 4_000_000_001]
    assert refused(presented({"_sd": [digest(disclosure)], **signed}, [disclosure])) == "sdjwt.digest"


def test_what_is_wrong_is_said() -> None:
    hidden = {"_sd": [digest(NAME)]}
    assert refused(presented({}, [NAME])) == "sdjwt.disclosure.stray"
    assert refused(presented({**hidden, "a": "x"}, [NAME, ["s", "x"]])) == "sdjwt.disclosure.stray"
    assert refused(presented(hidden, [NAME, NAME])) == "sdjwt.disclosure.twice"
    assert refused(presented({**hidden, "name": "Bob"}, [NAME])) == "sdjwt.digest"
    assert refused(presented({"note": digest(NAME)}, [NAME])) == "sdjwt.digest"
    assert refused(presented({"_sd_alg": "md5"})) == "sdjwt.hash"


def test_no_clock_and_no_audience_decides_what_is_shown() -> None:
    times = {"exp": 1, "nbf": 4_000_000_000, "iat": 4_000_000_000, "aud": "https://verifier.example"}
    badge = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "issuer": "urn:x",
        "validUntil": "2001-01-01T00:00:00Z",
    }
    disclosed = [["s1", "iat", 4_000_000_000], ["s2", "aud", "https://verifier.example"], NAME]
    hidden = {"_sd": [digest(one) for one in disclosed]}
    assert sdjwt.unpacked(sdjwt.read(presented({**times, **badge, "_sd": [digest(NAME)]}, [NAME])))["name"] == "Dora"
    assert sdjwt.unpacked(sdjwt.read(presented(hidden, disclosed)))["iat"] == 4_000_000_000
    assert proof(presented(hidden, disclosed)) == "pass"


def test_what_is_shown_does_not_wait_for_the_issuers_key() -> None:
    did = "did:web:academy.example"
    whole = record()
    whole = replace(whole, issuer=whole.issuer.model_copy(update={"id": did}))
    found = judged(issued(KEY.under(did), whole))
    assert (found.verdict, found.result("proof")) == ("undetermined", "not_checked")
    assert found.record["learner_identification"]["name"] == whole.learner.name


def test_a_record_without_a_type_or_with_that_of_older_drafts() -> None:
    assert proof(presented({"_sd": [digest(NAME)]}, [NAME], typ="vc+sd-jwt")) == "pass"
    untyped = jws({"alg": "EdDSA", "kid": KEY.kid, "typ": "dc+sd-jwt"}, {"iss": KEY.did, "_sd": [digest(NAME)]}, KEY)
    data = f"{untyped}~{encoded(NAME)}~".encode()
    assert sdjwt.unpacked(sdjwt.read(data)) == {"iss": KEY.did, "name": "Dora"}
    assert (judged(data).result("schema"), proof(data)) == ("fail", "pass")


def test_a_disclosed_number_is_what_it_is_everywhere_else() -> None:
    text = base64url.encode(b'["s","ects",4.0]')
    data = presented({"_sd": [sdjwt.Disclosure(text, None, None).digest()]}) + f"{text}~".encode()
    assert repr(sdjwt.unpacked(sdjwt.read(data))["ects"]) == "4"


@pytest.mark.parametrize(
    "header", [{"alg": ["EdDSA"]}, {"alg": {}}, {"typ": ["dc+sd-jwt"]}, {"typ": {}}, {"typ": None}]
)
def test_a_header_that_is_no_text_is_refused(header: dict[str, Any]) -> None:
    assert proof(presented({}, **header)) == "fail"


@pytest.mark.parametrize(
    "value", [[], ["s"], ["s", "_sd", 1], ["s", "...", 1], [1, "n", 2], {"a": 1}, "x", ["s", 4, 1]]
)
def test_disclosures_that_cannot_be_read(value: Any) -> None:
    with pytest.raises(GuildmarkError):
        judged(presented({}, [value]))


def test_a_disclosure_cannot_smuggle_in_a_second_value() -> None:
    token = presented({}).decode()
    smuggled = base64url.encode(b'["s","n",1],"other":["s","m",2]')
    with pytest.raises(GuildmarkError) as error:
        judged(f"{token}{smuggled}~".encode())
    assert error.value.faults[0].code == "sdjwt.disclosure"


def test_disclosures_inside_disclosures_cannot_be_nested_without_end() -> None:
    def nested(levels: int) -> bytes:
        value: Any = 1
        disclosures = []
        for number in range(levels):
            disclosures.append([f"s{number}", "n", value])
            value = {"_sd": [digest(disclosures[-1])]}
        return presented(value, disclosures)

    assert [proof(nested(levels)) for levels in (64, 65, 200)] == ["pass", "fail", "fail"]
    assert refused(nested(65)) == "sdjwt.deep"


def test_a_changed_disclosure_is_none_of_the_issuers() -> None:
    token, *disclosures = issued().decode().split("~")
    changed = encoded(["salt-0", "name", "Somebody Else"])
    assert proof("~".join([token, changed, *disclosures[1:]]).encode()) == "fail"


def test_what_is_signed_cannot_be_changed() -> None:
    token, *rest = issued().decode().split("~")
    header, payload, signature = token.split(".")
    claims = json.loads(base64url.decode(payload) or b"")
    changed = encoded({**claims, "title": "Doctor of Light"})
    assert proof("~".join([f"{header}.{changed}.{signature}", *rest]).encode()) == "fail"


@pytest.mark.parametrize("algorithm", ["none", "None", "", "HS256", "ES256", "RS256", None])
def test_the_header_cannot_choose_the_algorithm(algorithm: Any) -> None:
    def forged(data: bytes) -> bytes:
        return hmac.new(KEY.public.raw, data, hashlib.sha256).digest()

    assert proof(presented({}, alg=algorithm)) == "fail"
    head = f"{encoded({'alg': algorithm, 'kid': KEY.kid, 'typ': 'dc+sd-jwt'})}."
    text = head + encoded({"iss": KEY.did, "vct": "x"})
    for signature in (b"", forged(text.encode())):
        assert proof(f"{text}.{base64url.encode(signature)}~".encode()) == "fail"


@pytest.mark.parametrize("header", [{"typ": "JWT"}, {"typ": None}, {"crit": ["b64"], "b64": False}, {"typ": "kb+jwt"}])
def test_other_headers_are_refused(header: dict[str, Any]) -> None:
    assert proof(presented({}, **header)) == "fail"


def test_a_strangers_signature_is_not_the_issuers() -> None:
    header = {"alg": "EdDSA", "kid": STRANGERS_KEY.kid, "typ": "dc+sd-jwt"}
    data = jws(header, {"iss": KEY.did, "vct": "x"}, STRANGERS_KEY) + "~"
    found = judged(data.encode())
    assert (found.verdict, found.result("proof"), found.result("issuer")) == ("invalid", "pass", "fail")


def test_a_strangers_type_is_undetermined_and_never_read_as_ours() -> None:
    found = judged(presented({"title": "Light"}))
    assert (found.verdict, found.result("context"), found.record) == ("undetermined", "not_checked", {})


@pytest.mark.parametrize(
    "claims",
    [{"title": 4}, {"workload": "many"}, {"exp": "soon"}, {"nbf": True}, {"learning_outcomes": [[]]}, {"iss": 4}],
)
def test_claims_of_another_shape_are_not_read(claims: dict[str, Any]) -> None:
    payload = sdjwt.read(issued()).token.payload
    found = judged(presented({**payload, "_sd": [], **claims}))
    assert (found.result("schema"), found.record) == ("fail", {})


def test_a_record_ends_when_it_says_so() -> None:
    assert judged(presented({"exp": 1})).result("validity") == "fail"
    assert judged(presented({"nbf": 4_000_000_000})).result("validity") == "fail"


@given(st.binary(max_size=60), st.sampled_from([b"", b"e30.e30.e30~", b"e30.e30.e30~WyJzIiwibiIsMV0~"]))
def test_whatever_stands_there_is_answered_in_words(data: bytes, before: bytes) -> None:
    for candidate in (before + data, before + data + b"~"):
        with suppress(GuildmarkError):
            assert judged(candidate).verdict != "valid"


HOLDER = {"cnf": {"jwk": STRANGERS_KEY.public.jwk}}


def bound(payload: dict[str, Any] | None = None, key: Any = STRANGERS_KEY, **claims: Any) -> Any:
    """The check `holder` of a presentation that is bound to a key, and signed by this one."""
    data = presented(HOLDER if payload is None else payload)
    digest_of_it = base64url.encode(hashlib.sha256(data).digest())
    said = {"iat": 1_795_000_000, "aud": "https://verifier.example", "nonce": "n", "sd_hash": digest_of_it, **claims}
    made = jws({"alg": "EdDSA", "typ": claims.pop("typ", "kb+jwt")}, said, key)
    return judged(data + made.encode())


def test_a_holder_shows_that_the_record_is_theirs() -> None:
    found = bound()
    assert (found.result("holder"), found.result("proof")) == ("pass", "pass")
    assert judged(presented(HOLDER)).result("holder") == "not_checked"
    assert "holder" not in [check.check for check in judged(presented({})).checks]


@pytest.mark.parametrize(
    "claims",
    [{"sd_hash": "x"}, {"iat": 4_000_000_000}, {"iat": "now"}, {"aud": None}, {"nonce": 4}, {"typ": "JWT"}],
)
def test_a_holders_signature_over_something_else_is_refused(claims: dict[str, Any]) -> None:
    assert bound(**claims).result("holder") == "fail"


def test_only_the_holders_key_makes_the_holders_signature() -> None:
    assert bound(key=KEY).result("holder") == "fail"
    assert bound({}).result("holder") == "fail"
    assert bound({"cnf": {"jwk": {"kty": "oct", "k": "x"}}}).result("holder") == "fail"
