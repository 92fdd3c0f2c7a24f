"""Every command answers in one way: exit codes, JSON alone on stdout, all faults, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from guildmark.cli import matrix
from guildmark.cli.program import program
from tests.cli.conftest import EXAMPLES, Guildmark

COMMANDS = program.every_command(click.Context(program))
KEYS = {"code", "message", "file", "sheet", "row", "column", "path", "found", "accepted"}


def test_help_lists_the_commands_in_the_order_of_the_guide(guildmark: Guildmark) -> None:
    said = guildmark("--help")
    assert said.code == 0
    listed = [line.split()[0] for line in said.out.partition("Commands:")[2].splitlines() if line.startswith("  ")]
    shown = [name for name in listed if name in COMMANDS]
    assert shown[:4] == ["matrix", "context", "map", "check"]


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if name != "status"])
def test_every_command_helps(guildmark: Guildmark, name: str) -> None:
    said = guildmark(name, "--help")
    assert said.code == 0
    assert f"guildmark {name}" in said.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("matrx",), "usage.command.unknown"),
        (("matrix",), "usage.missing"),
        (("matrix", "x.csv", "--colour"), "usage.option.unknown"),
        (("matrix", "x.csv", "--language", "fr"), "usage.choice"),
        (("matrix", "x.csv", "y.csv"), "usage"),
        (("keygen", "-o"), "usage"),
        (("template", "poster", "-o", "x"), "usage.choice"),
    ],
)
def test_a_wrong_call_is_a_fault_in_the_shape_of_all_faults(
    guildmark: Guildmark, words: tuple[str, ...], code: str
) -> None:
    said = guildmark(*words, "--json") if words[-1] != "-o" else guildmark(words[0], "--json", "-o")
    assert said.codes == [code]
    assert all(set(fault) == KEYS for fault in said.json["errors"])
    assert said.err == ""


def test_a_wrong_call_without_json_speaks_on_standard_error(guildmark: Guildmark) -> None:
    said = guildmark("matrx")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean matrix?" in said.err


def test_json_stands_alone_on_standard_output(guildmark: Guildmark) -> None:
    said = guildmark("matrix", EXAMPLES / "matrix.csv", "--json")
    assert said.code == 0
    assert said.out.startswith("{")
    assert json.loads(said.out)["countries"]


def test_a_fault_of_our_own_is_a_sentence_not_a_traceback(
    guildmark: Guildmark, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object, **options: object) -> int:
        raise RuntimeError("a bug")

    monkeypatch.setattr(matrix.command, "callback", broken)
    said = guildmark("matrix", "x.csv", "--json")
    assert said.codes == ["command.unexpected"]
    assert "RuntimeError" in said.json["errors"][0]["message"]


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (KeyboardInterrupt(), "command.stopped"),
        (click.Abort(), "command.stopped"),
        (OSError(28, "full"), "command.system"),
    ],
)
def test_whatever_stops_a_run_has_its_sentence(
    guildmark: Guildmark, monkeypatch: pytest.MonkeyPatch, reason: BaseException, code: str
) -> None:
    def stopped(*arguments: object, **options: object) -> int:
        raise reason

    monkeypatch.setattr(matrix.command, "callback", stopped)
    assert guildmark("matrix", "x.csv", "--json").codes == [code]


def test_hostile_names_cannot_steer_the_terminal(guildmark: Guildmark) -> None:
    said = guildmark("matrix", "\x1b]0;title\x07\u202egnp.csv")
    assert said.code == 2
    assert "\x1b" not in said.err
    assert "\u202e" not in said.err


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LC_ALL": "cs_CZ.UTF-8", "LANG": "de_DE.UTF-8"}, "cs"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(guildmark: Guildmark, environment: dict[str, str], word: str) -> None:
    names = {"de": "Österreich", "cs": "Rakousko", "en": "Austria"}
    said = guildmark("matrix", EXAMPLES / "matrix.csv", "--json", **environment)
    assert said.json["countries"][0]["name"] == names[word]


def test_an_option_chooses_the_language_before_the_locale(guildmark: Guildmark) -> None:
    said = guildmark("matrix", EXAMPLES / "matrix.csv", "--json", "--language", "it", LANG="de_DE.UTF-8")
    assert said.json["countries"][1]["name"] == "Paesi Bassi"


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    call = "from guildmark.cli import main; main()"
    settings = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(
        [sys.executable, "-c", call, *map(str, words)], capture_output=True, env=settings, check=False
    )


def test_a_real_process_ends_with_the_exit_code() -> None:
    good = run("matrix", EXAMPLES / "matrix.csv", "--json")
    assert (good.returncode, good.stderr) == (0, b"")
    bad = run("matrix", "nowhere.csv", "--json")
    assert bad.returncode == 2
    assert json.loads(bad.stdout)["errors"][0]["code"] == "file.missing"


def test_a_terminal_without_our_letters_shows_question_marks_instead_of_stopping() -> None:
    said = run("map", EXAMPLES / "map.csv", PYTHONIOENCODING="ascii")
    assert said.returncode == 0
    said_in_json = run("map", EXAMPLES / "map.csv", "--json", PYTHONIOENCODING="ascii")
    assert "Ludmila Vrbová" in said_in_json.stdout.decode("utf-8")


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    call = "from guildmark.cli import main; main()"
    words = [sys.executable, "-c", call, "map", str(EXAMPLES / "map.csv"), "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
        assert process.wait() == 0
    assert complaint == b""


def test_the_bare_command_shows_what_it_can_do(guildmark: Guildmark) -> None:
    said = guildmark()
    assert (said.code, said.out) == (2, "")
    assert "matrix" in said.err


@pytest.mark.parametrize("name", ["matrix", "issue"])
def test_help_lists_options_and_no_arguments_among_them(guildmark: Guildmark, name: str) -> None:
    options = guildmark(name, "--help").out.partition("Options:")[2]
    listed = [line for line in options.splitlines() if line.startswith("  ") and line[2] != " "]
    assert listed
    assert all(line.strip().startswith("-") for line in listed)


@pytest.mark.parametrize("words", [("--language",), ("--", "--language", "de"), ("--language=",), ("--json",)])
def test_odd_arguments_are_no_reason_to_stumble(guildmark: Guildmark, words: tuple[str, ...]) -> None:
    assert guildmark(*words).code == 2
