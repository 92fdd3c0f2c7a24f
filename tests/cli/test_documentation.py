"""docs/cli.md tells of every command, option, column, variable and fault that there is."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from guildmark.cli.limits import VARIABLES, Limits
from guildmark.cli.program import program
from guildmark.spreadsheets import learners, matrix, stakeholders

COMMANDS = program.every_command(click.Context(program))
DOCS = Path(__file__).resolve().parents[2] / "docs"
TOLD = (DOCS / "cli.md").read_text("utf-8")
SOURCES = [
    path
    for room in ("cli", "spreadsheets")
    for path in (Path(__file__).resolve().parents[2] / "src" / "guildmark" / room).glob("*.py")
]


def section(name: str) -> str:
    """What the page says of one command."""
    return TOLD.partition(f"## `guildmark {name} ")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if not command.hidden])
def test_every_command_has_its_section_with_an_example(name: str) -> None:
    assert f"$ guildmark {name}" in section(name)


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        pytest.param(name, parameter, id=f"{name} {parameter.opts[0]}")
        for name, command in COMMANDS.items()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
    ],
)
def test_every_option_stands_in_the_heading_of_its_command(name: str, parameter: click.Option) -> None:
    heading = section(name).partition("\n")[0]
    shown_everywhere = parameter.opts[0] == "--json" and name in ("template", "schema", "serve", "status")
    assert shown_everywhere or any(option in heading for option in parameter.opts)


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("matrix", [column.name for column in matrix.COLUMNS]),
        ("map", [column.name for column in stakeholders.COLUMNS]),
        ("issue", [column.name for column in learners.columns(None)]),
    ],
)
def test_every_column_is_told(command: str, names: list[str]) -> None:
    shown = section(command)
    inner = re.compile(r"(influence|support)_[2-4]$")
    assert [name for name in names if f"`{name}`" not in shown and not inner.match(name)] == []


def test_every_limit_and_its_variable_is_told() -> None:
    for variable, name in VARIABLES.items():
        line = next(line for line in TOLD.splitlines() if f"`{variable}`" in line)
        assert str(getattr(Limits(), name)) in line


def test_every_code_of_these_rooms_stands_in_the_list_of_errors() -> None:
    told = (DOCS / "errors.md").read_text("utf-8")
    codes = {
        code for path in SOURCES for code in re.findall(r'(?:Fault|_refusal)\(\s*"([a-z_.]+)"', path.read_text("utf-8"))
    }
    assert len(codes) > 50
    assert sorted(code for code in codes if f"`{code}`" not in told) == []
