"""Each rule of the check, case by case: exactly these findings in a design that is otherwise sound."""

from __future__ import annotations

from typing import Any

import pytest

from guildmark.toolkit.design import check
from guildmark.words import LANGUAGES
from tests.cases import FOLDER, cases
from tests.toolkit.design.sound import SOUND, design_with

FAMILIES = sorted(folder.name for folder in FOLDER.glob("design_*"))


@pytest.mark.parametrize("case", [case for family in FAMILIES for case in cases(family)])
def test_exactly_these_findings(case: dict[str, Any]) -> None:
    result = check(design_with(case.get("set"), case.get("without", ())))
    found = {(finding.rule, finding.severity, finding.path) for finding in result.findings}
    expected = {(finding["rule"], finding["severity"], finding["path"]) for finding in case["finds"]}
    assert found == expected, case["why"]
    assert len(result.findings) == len(case["finds"])
    assert result.ok == all(severity != "error" for _, severity, _ in expected)
    for finding in result.findings:
        for language in LANGUAGES:
            assert finding.as_json(language)["message"].strip()


def test_nothing_is_found_in_the_sound_design() -> None:
    assert check(SOUND).findings == ()
