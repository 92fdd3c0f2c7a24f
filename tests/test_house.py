"""The house keeps its own rules: rooms, sizes, pages and codes."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "guildmark"
MODULES = sorted(SOURCE.rglob("*.py"))
DOCS = ROOT / "docs"


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_module_outgrows_a_head() -> None:
    assert [name(path) for path in MODULES if len(path.read_text("utf-8").splitlines()) > 500] == []


def test_no_room_is_called_nothing_in_particular() -> None:
    vague = {"utils", "helpers", "misc", "common", "util", "helper"}
    assert [name(path) for path in MODULES if path.stem in vague or path.parent.name in vague] == []


def test_rules_and_records_have_no_clock_no_chance_and_no_files_of_their_own() -> None:
    impure = re.compile(
        r"urllib\.request|datetime\.now|date\.today|uuid4\(|\bsecrets\.|import random|\.write_(text|bytes)\("
    )
    found = [
        f"{name(path)}: {line.strip()}"
        for room in ("toolkit", "credentials")
        for path in sorted((SOURCE / room).rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if impure.search(line) and not line.lstrip().startswith("#")
    ]
    assert found == []


def test_every_rule_with_cases_has_its_page() -> None:
    rules = sorted(folder.name for folder in (ROOT / "tests" / "toolkit" / "cases").iterdir() if folder.is_dir())
    assert rules
    assert [rule for rule in rules if not (DOCS / "rules" / f"{rule}.md").is_file()] == []


def fault_codes() -> set[str]:
    """The literal codes of every Fault(…) in the library."""
    codes = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault":
                candidates = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "code")]
                codes |= {c.value for c in candidates if isinstance(c, ast.Constant) and isinstance(c.value, str)}
    return codes


def test_every_fault_has_its_line_in_the_docs() -> None:
    told = (DOCS / "errors.md").read_text("utf-8")
    assert sorted(code for code in fault_codes() if f"`{code}`" not in told) == []


@pytest.mark.parametrize("requirement", [f"R{number}" for number in (*range(1, 59), "16a", "30a", "40a")])
def test_every_requirement_of_the_guide_is_accounted_for(requirement: str) -> None:
    told = (DOCS / "guide-coverage.md").read_text("utf-8")
    assert re.search(rf"^\| {requirement} \|", told, re.MULTILINE), requirement


def test_the_locks_name_no_registry() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text("utf-8")
        assert "://" not in text, lock
        assert "--hash=sha256:" in text, lock


def test_every_dependency_says_why_it_is_here() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    wanted = re.findall(r'^    "([A-Za-z0-9_-]+)[\[>=",]', project.split("[project.scripts]")[0], re.MULTILINE)
    told = (DOCS / "dependencies.md").read_text("utf-8").lower()
    assert [package for package in wanted if f"| {package.lower()} |" not in told] == []


def test_links_in_the_documentation_lead_somewhere() -> None:
    tracked = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    pages = [ROOT / line for line in tracked.splitlines()] or [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
    broken = [
        f"{name(page)}: {target}"
        for page in pages
        if page.is_file()
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]
    assert broken == []
