"""The sentence beside a misshapen value offers what was meant, and nothing that was not."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.toolkit.design import check
from tests.toolkit.design.sound import design_with


def said(path: str, value: Any) -> list[str]:
    return [finding.as_json("en")["message"] for finding in check(design_with({path: value})).findings]


@pytest.mark.parametrize(
    ("written", "code"), [("Germny", "DE"), ("Czech Republic", "CZ"), ("EL", "GR"), ("Österreich", "AT")]
)
def test_the_country_that_is_meant_is_offered(written: str, code: str) -> None:
    (message,) = said("/issuer_country", written)
    assert f"here “{code}”" in message


@pytest.mark.parametrize("written", ["Narnia", "XX", "Ruritania"])
def test_a_country_that_is_only_alike_is_not_offered(written: str) -> None:
    (message,) = said("/issuer_country", written)
    assert "here “" not in message
    assert "such as “CZ”" in message


def test_a_level_beside_the_reason_why_there_is_none_is_told_to_be_one_of_the_two() -> None:
    (message,) = said("/level", {"eqf": 6, "not_applicable": "Non-formal learning without a framework."})
    assert "Did you mean" not in message
    assert '{"eqf": 6}' in message
    assert '{"not_applicable": "…"}' in message
