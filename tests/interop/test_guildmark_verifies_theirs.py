"""What @digitalbazaar/vc issues, Guildmark accepts; what was changed, expired or revoked, it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from guildmark.credentials.verify import Verification, verify
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tests.credentials import signed
from tests.credentials.changed import every_change
from tests.credentials.presented import credential
from tests.interop.conftest import NodePeer
from tests.interop.test_openbadgeslib_verifies_our_ob3_jwt import plain_badge

SUITES = ["eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019"]
URL = "https://issuer.example.org/status/3"


def wish(document: dict[str, Any], **members: Any) -> dict[str, Any]:
    """The document as it is asked for: the peer puts in its own name as the issuer."""
    issuer = document["issuer"] if isinstance(document["issuer"], dict) else {}
    return {**document, "issuer": {key: value for key, value in issuer.items() if key != "id"}, **members}


def issued(peer: NodePeer, **asked: Any) -> dict[str, Any]:
    return peer.say(**asked, created=signed.NOW.strftime("%Y-%m-%dT%H:%M:%SZ"))


def judged(document: dict[str, Any], now: datetime = signed.NOW, **stands: Any) -> Verification:
    def fetch(address: str) -> bytes:
        if address not in stands:
            raise GuildmarkError(Fault("fetch.none", say("Nothing stands there.")))
        return json.dumps(stands[address]).encode()

    return verify(signed.as_bytes(document), now=now, fetch=fetch)


@pytest.mark.parametrize("suite", SUITES)
@pytest.mark.parametrize("document", [plain_badge, credential], ids=["badge", "credential"])
def test_it_accepts_what_they_issue(issuer: NodePeer, suite: str, document: Callable[[], dict[str, Any]]) -> None:
    found = judged(issued(issuer, credential=wish(document()), cryptosuite=suite)["signed"])
    assert {check.check: check.result for check in found.checks if check.result != "pass"} == {"trust": "not_checked"}
    assert found.verdict == "valid"


def test_it_accepts_their_signature_under_our_words(issuer: NodePeer) -> None:
    found = judged(issued(issuer, credential=wish(signed.full()), cryptosuite="eddsa-rdfc-2022")["signed"])
    assert found.verdict == "valid"
    assert found.record["title"] == judged(signed.ob3(signed.full())).record["title"]


@pytest.mark.parametrize("suite", SUITES)
def test_it_refuses_theirs_with_any_one_value_changed(issuer: NodePeer, suite: str) -> None:
    theirs = issued(issuer, credential=wish(plain_badge()), cryptosuite=suite)["signed"]
    accepted = [(path, other) for path, other, changed in every_change(theirs) if judged(changed).verdict == "valid"]
    assert accepted == []


def test_it_refuses_theirs_once_they_have_expired(issuer: NodePeer) -> None:
    theirs = issued(
        issuer, credential=wish(plain_badge(), validUntil="2026-12-24T00:00:00Z"), cryptosuite="eddsa-rdfc-2022"
    )["signed"]
    assert judged(theirs).verdict == "valid"
    assert judged(theirs, now=signed.NOW.replace(year=2027)).result("validity") == "fail"


def test_it_looks_up_their_status_lists(issuer: NodePeer) -> None:
    entry = {
        "id": f"{URL}#94567",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "94567",
        "statusListCredential": URL,
    }
    for revoked, result in (([], "pass"), ([94566, 94568], "pass"), ([94567], "fail")):
        answer = issued(
            issuer,
            credential=wish(plain_badge(), credentialStatus=entry),
            cryptosuite="eddsa-rdfc-2022",
            list={"url": URL, "revoked": revoked},
        )
        assert judged(answer["signed"], **{URL: answer["list"]}).result("status") == result
