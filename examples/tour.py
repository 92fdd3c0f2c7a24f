"""The guide's main job on the files of this folder: `make tour` calls it.

It types the commands that a person would type and shows them, so that each can be repeated by hand.
What is there already stays: records are issued once, and a key is never overwritten.
"""

from __future__ import annotations

import io
import shlex
import sys
from contextlib import redirect_stdout
from pathlib import Path

from guildmark.cli.program import program

EXAMPLES = Path(__file__).resolve().parent
COUNTRIES = ("at", "nl", "it", "cz")


class Tour:
    """A walk through the commands, into one folder."""

    def __init__(self, out: Path) -> None:
        self.out = out
        out.mkdir(parents=True, exist_ok=True)

    def chapter(self, title: str) -> None:
        """Say what comes now."""
        sys.stdout.write(f"\n\033[1m{title}\033[0m\n" if sys.stdout.isatty() else f"\n{title}\n")
        sys.stdout.flush()

    def guildmark(self, *words: str | Path, quiet: bool = False, shown: bool = True) -> None:
        """Run one command; a command that fails ends the tour with its own message."""
        said = [str(word) for word in words]
        if shown:
            here = f"{Path.cwd()}/"
            sys.stdout.write(f"  $ guildmark {shlex.join(word.removeprefix(here) for word in said)}\n")
            sys.stdout.flush()
        with redirect_stdout(io.StringIO() if quiet else sys.stdout):
            code = program.main(said, standalone_mode=False)
        if code:
            raise SystemExit(code)


def main(out: Path) -> None:
    """Walk from the country matrix to verified records."""
    tour = Tour(out)

    tour.chapter("Step 1. How ready are the countries?")
    for country in COUNTRIES:
        tour.guildmark("context", EXAMPLES / f"answers-{country}.json", quiet=True)
    for kind in ("svg", "png", "pdf", "xlsx"):
        tour.guildmark("matrix", EXAMPLES / "matrix.csv", "-o", out / f"matrix.{kind}", quiet=kind != "svg")

    tour.chapter("Step 3. Who knows what, and who can decide?")
    for kind in ("svg", "png", "pdf", "xlsx"):
        tour.guildmark("map", EXAMPLES / "map.csv", "-o", out / f"map.{kind}", quiet=True)

    tour.chapter("Step 4. Is the micro-credential complete?")
    tour.guildmark("check", EXAMPLES / "design.json")

    tour.chapter("Issue it to 25 learners")
    key = out / "key.pem"
    if not key.exists():
        tour.guildmark("keygen", "-o", key)
    files = ("--learners", EXAMPLES / "learners.csv", "--issuer", EXAMPLES / "issuer.json", "--key", key)
    tour.guildmark("issue", EXAMPLES / "design.json", *files, "--out", out / "records")

    tour.chapter("Certificates and badges")
    records = sorted((out / "records").glob("*.json"))
    for folder, kind in (("certificates", "pdf"), ("badges", "png")):
        (out / folder).mkdir(exist_ok=True)
        for number, record in enumerate(records):
            made = out / folder / f"{record.stem}.{kind}"
            if not made.exists():
                tour.guildmark("render", record, "-o", made, quiet=True, shown=number == 0)

    tour.chapter("Is it genuine? Each record is verified, from the file alone")
    for number, record in enumerate(records):
        tour.guildmark("verify", record, "--offline", quiet=number > 0, shown=number == 0)
    tour.guildmark("verify", out / "badges" / f"{records[0].stem}.png", "--offline", quiet=True)

    tour.chapter(f"{len(records)} records are signed and verified. Open")
    shown = (
        "matrix.svg",
        "map.svg",
        f"certificates/{records[0].stem}.pdf",
        f"badges/{records[0].stem}.png",
        "records/issued.csv",
    )
    for name in shown:
        sys.stdout.write(f"  {out / name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "var/demo"))
