"""Documentation as a contract: a rule that the check can report has a heading in docs/rules."""

from __future__ import annotations

import re
from pathlib import Path

from guildmark.toolkit.design.checks import RULES
from guildmark.toolkit.design.reading import UNKNOWN_KEY
from tests.cases import FOLDER

PAGES = Path(__file__).parents[3] / "docs" / "rules"
HEADING = re.compile(r"^## `([^`]+)`$", re.MULTILINE)


def headings() -> dict[str, str]:
    return {rule: page.stem for page in PAGES.glob("design_*.md") for rule in HEADING.findall(page.read_text("utf-8"))}


def test_every_rule_has_a_heading_and_every_heading_a_rule() -> None:
    assert set(headings()) == {
        *(rule.id for rule in RULES),
        UNKNOWN_KEY,
        "element.KEY.missing",
        "element.KEY.invalid",
    }


def test_no_rule_has_two_meanings() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_severity_is_the_one_that_its_page_says() -> None:
    texts = {page.stem: page.read_text("utf-8") for page in PAGES.glob("design_*.md")}
    for rule in RULES:
        section = texts[headings()[rule.id]].split(f"## `{rule.id}`\n")[1]
        assert section.lower().startswith(rule.severity), rule.id


def test_only_what_the_ruling_names_is_an_error() -> None:
    assert {rule.id for rule in RULES if rule.severity == "error"} == {
        "outcome.assessed",
        "assessment.attendance_only",
        "workload.hours_per_credit",
    }


def test_every_rule_is_found_by_a_case() -> None:
    cases = "".join(path.read_text("utf-8") for path in FOLDER.glob("design_*/*.yaml"))
    for rule in RULES:
        assert f"rule: {rule.id}\n" in cases, rule.id


def test_every_folder_of_cases_has_its_page() -> None:
    assert {folder.name for folder in FOLDER.glob("design_*")} <= {page.stem for page in PAGES.glob("*.md")}
