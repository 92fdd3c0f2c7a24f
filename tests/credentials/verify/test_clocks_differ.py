"""Clocks differ: a beginning may lie five minutes ahead of ours, an end is an end, and nobody has signed tomorrow."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from guildmark.credentials.verify import Check, Verification, Verifier, verify
from tests.credentials import signed
from tests.credentials.sdjwt.made import digest, jws, presented
from tests.credentials.signed import KEY, NOW
from tests.credentials.status.lists import at, record, status_check, status_list

AHEAD = [(30, "pass"), (300, "pass"), (301, "fail"), (86_400 * 400, "fail")]
"""Seconds by which a time lies ahead of our clock, and what comes of it."""


def ahead(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def written(time: datetime) -> str:
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")


def validity(found: Verification) -> Check:
    return next(check for check in found.checks if check.check == "validity")


def token(*, without: tuple[str, ...] = (), **claims: Any) -> Verification:
    """A badge as a JWT with these claims beside it, and without these of its own members."""
    document = {key: value for key, value in signed.small().items() if key not in without}
    payload = {**document, "iss": KEY.did, "jti": document["id"], **claims}
    return verify(jws({"alg": "EdDSA", "kid": KEY.kid, "typ": "JWT"}, payload, KEY).encode(), now=NOW)


@pytest.mark.parametrize(("seconds", "result"), AHEAD)
@pytest.mark.parametrize("sign", [signed.ob3, signed.ob3_jcs, signed.ob3_jwt])
def test_valid_from_may_lie_ahead_as_far_as_clocks_differ(sign: Any, seconds: int, result: str) -> None:
    data = signed.as_bytes(sign({**signed.small(), "validFrom": written(ahead(seconds))}))
    found = verify(data, now=NOW)
    assert (found.verdict, found.result("validity")) == ("valid" if result == "pass" else "invalid", result)
    assert Verifier(now=NOW).verify(data).checks == found.checks


@pytest.mark.parametrize(("seconds", "result"), AHEAD)
def test_issuance_date_may_lie_ahead_as_far_as_clocks_differ(seconds: int, result: str) -> None:
    document = {
        "@context": ["https://www.w3.org/2018/credentials/v1"],
        "type": ["VerifiableCredential"],
        "issuer": KEY.did,
        "issuanceDate": written(ahead(seconds)),
        "credentialSubject": {"id": "did:example:dora"},
    }
    assert verify(signed.as_bytes(signed.ob3_jcs(document)), now=NOW).result("validity") == result


@pytest.mark.parametrize(("seconds", "result"), AHEAD)
def test_nbf_may_lie_ahead_as_far_as_clocks_differ(seconds: int, result: str) -> None:
    assert token(without=("validFrom",), nbf=int(ahead(seconds).timestamp())).result("validity") == result
    sd_jwt = presented({"nbf": int(ahead(seconds).timestamp())})
    assert verify(sd_jwt, now=NOW).result("validity") == result


@pytest.mark.parametrize(("seconds", "result"), AHEAD)
def test_iat_may_lie_ahead_as_far_as_clocks_differ(seconds: int, result: str) -> None:
    moment = ahead(seconds).timestamp()
    for found in (token(iat=int(moment)), verify(presented({"iat": int(moment)}), now=NOW)):
        assert found.result("proof") == "pass"
        assert found.result("validity") == result
        assert ("signed in the future" in str(validity(found).sentence)) is (result == "fail")


def test_an_iat_that_its_holder_disclosed_counts_as_well() -> None:
    disclosed = ["salt", "iat", int(ahead(86_400).timestamp())]
    found = verify(presented({"_sd": [digest(disclosed)]}, [disclosed]), now=NOW)
    assert (found.result("proof"), found.result("validity")) == ("pass", "fail")


@pytest.mark.parametrize("value", ["1600000000", [1_600_000_000], None, True])
def test_an_iat_that_is_no_time_is_not_passed_over(value: Any) -> None:
    assert token(iat=value).result("validity") == "fail"


def test_an_end_has_no_grace() -> None:
    record = {**signed.small(), "validUntil": written(NOW)}
    assert verify(signed.as_bytes(signed.ob3(record)), now=NOW).result("validity") == "fail"
    assert verify(signed.as_bytes(signed.ob3(record)), now=ahead(-1)).result("validity") == "pass"
    assert token(exp=int(NOW.timestamp())).result("validity") == "fail"


@pytest.mark.parametrize(("seconds", "result"), [(30, "pass"), (300, "pass"), (301, "not_checked")])
def test_a_status_list_may_begin_ahead_as_far_as_clocks_differ(seconds: int, result: str) -> None:
    assert status_check(record(), at(status_list(validFrom=written(ahead(seconds))))).result == result


def test_a_time_that_is_near_is_said_with_its_hour() -> None:
    def said(language: str = "en", **members: str) -> str:
        found = verify(signed.as_bytes(signed.ob3({**signed.small(), **members})), now=NOW)
        return validity(found).sentence.text(language)

    soon = "2026-11-23T15:30:00+01:00"
    assert "it begins on 23 November 2026, 14:30 UTC." in said(validFrom=soon)
    assert "23. November 2026, 14:30 Uhr" in said("de", validFrom=soon)
    assert "it begins on 24 November 2026." in said(validFrom="2026-11-24T13:00:00Z")
    assert "was valid until 23 November 2026, 12:59 UTC." in said(validUntil="2026-11-23T12:59:00Z")
    assert "is valid until 23 November 2027." in said(validUntil="2027-11-23T13:00:00Z")


@pytest.mark.parametrize(("seconds", "result"), AHEAD[:3])
def test_a_proof_may_have_been_made_ahead_as_far_as_clocks_differ(seconds: int, result: str) -> None:
    assert verify(signed.as_bytes(signed.ob3(signed.small())), now=ahead(-seconds)).result("proof") == result
