"""A hosted badge is known by where it stands: its own address serves it, and says there what the copy says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guildmark.credentials.verify import Verification, verify
from tests.credentials.signed import NOW
from tests.credentials.verify.openbadges2.badges import CLASS, HERE, PROFILE, Web, assertion, hosted


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
