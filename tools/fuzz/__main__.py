"""Run the fuzzer: `python -m tools.fuzz FOLDER [--seconds N] [--seed S]`.

What breaks is kept in FOLDER, the input beside where it broke; `--again FILE` tries such an input once more. Where
atheris is installed (nothing here needs it), it guides the changes by the code that they reach; otherwise, or with
`--own`, a run of one seed tries the same inputs each time, as far as it gets.
"""

from __future__ import annotations

import contextlib
import importlib.util
import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tools.fuzz.running import Broken, Report, Run

PATIENCE = 20
"""Seconds for one input; whatever takes longer has broken something."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--seconds", type=click.IntRange(min=1), default=60, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--own", is_flag=True, help="Do without atheris, even where it is installed.")
@click.option("--again", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="An input that was kept.")
def main(folder: Path, seconds: int, seed: int, own: bool, again: Path | None) -> None:
    """Try to break the verifier, and keep in FOLDER what does."""
    folder.mkdir(parents=True, exist_ok=True)
    if again is not None:
        _again(again.read_bytes())
    elif not own and importlib.util.find_spec("atheris"):
        from tools.fuzz import guided

        guided.run(folder, seconds, seed)
    else:
        _run(folder, seconds, seed)


def _again(kept: bytes) -> None:
    from tools.fuzz.running import Input
    from tools.fuzz.trying import Batches
    from tools.fuzz.web import Web

    one = Input.read(kept)
    click.echo(Batches(Web(one.web)).tried(one.kind, one.data).answer)


def _run(folder: Path, seconds: int, seed: int) -> None:
    from tools.fuzz.running import Run

    signal.signal(signal.SIGALRM, _too_long)
    run = Run(seed)
    end = time.monotonic() + seconds
    with contextlib.suppress(KeyboardInterrupt):
        while time.monotonic() < end:
            broken = _step(run)
            if broken is not None:
                _keep(folder, len(run.report.broken), broken)
    _print(run.report, seed)
    sys.exit(bool(run.report.broken))


def _step(run: Run) -> Broken | None:
    signal.alarm(PATIENCE)
    try:
        return run.step()
    finally:
        signal.alarm(0)


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"no answer within {PATIENCE} seconds")


def _keep(folder: Path, number: int, broken: Broken) -> None:
    kept = folder / f"broken-{number}"
    kept.write_bytes(bytes(broken.input))
    kept.with_suffix(".txt").write_text(broken.trace, "utf-8")
    click.echo(f"{kept}: {broken.trace.splitlines()[-1][:200]}")


def _print(report: Report, seed: int) -> None:
    answers = ("valid", "invalid", "undetermined", "refused", "broken")
    click.echo("".join(f"{word:>14}" for word in ("kind", "inputs", *answers, "by template")))
    for kind, counted in sorted(report.answers.items()):
        numbers = (counted.total(), *(counted[answer] for answer in answers), report.recognised[kind])
        click.echo(f"{kind:>14}" + "".join(f"{number:>14}" for number in numbers))
    click.echo(
        f"Seed {seed}: {report.inputs} inputs, {report.recognised.total()} answered from templates, "
        f"{len(report.broken)} broke something."
    )


if __name__ == "__main__":
    main()
