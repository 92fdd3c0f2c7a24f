"""Issuing and revoking many: the command line with files, the web's job with its database, both cores.

Whole processes, as a coordinator starts them. What counts are shares and ratios within one run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from benchmarks.clock import per_second
from benchmarks.ordinary import DESIGN, MOMENT, ordinary
from benchmarks.people import as_csv, people

LEARNERS = 20_000
FEW, MANY = 10_000, 100_000
REVOKED = (100, 10_000)
IN_MEMORY = Path("/dev/shm")
LIST = "https://academy.example/status/1"
MAIN = "from guildmark.cli.program import main; main()"


@dataclass(frozen=True)
class Line:
    """What was measured, what came out, and what was aimed at."""

    name: str
    found: str
    aim: str = ""


def bulk(learners: int = LEARNERS, many: int = MANY) -> list[Line]:
    """Everything, one after the other; progress goes to standard error."""
    lines: list[Line] = []
    with TemporaryDirectory(prefix="guildmark-bench-") as name:
        for part in (
            lambda folder: _files(folder, learners),
            lambda _folder: _files_in_memory(learners),
            lambda folder: _two_cores(learners),
            _revoke_by_ledger,
            lambda folder: _web(folder, many),
        ):
            for line in part(Path(name)):
                sys.stderr.write(f"{line.name}: {line.found}\n")
                lines.append(line)
    return lines


def bulk_table(lines: list[Line]) -> str:
    """The lines in Markdown."""
    rows = [f"| {line.name} | {line.found} | {line.aim} |" for line in lines]
    return "\n".join(["| | | target |", "|---|---:|---:|", *rows])


def _files(folder: Path, learners: int) -> list[Line]:
    """`guildmark issue` from CSV to files, whole process less that of ten learners."""
    (folder / "issuer.json").write_text(json.dumps({"name": "Vltava Academy of Stagecraft", "country": "CZ"}))
    _guildmark("keygen", "-o", str(folder / "key.pem"))
    raw = _raw()
    seconds = {}
    for count in (10, learners):
        (folder / f"{count}.csv").write_bytes(as_csv(people(count)))
        out = folder / f"out{count}"
        seconds[count] = _guildmark(
            "issue", str(DESIGN), "--learners", str(folder / f"{count}.csv"), "--issuer", str(folder / "issuer.json"),
            "--key", str(folder / "key.pem"), "--out", str(out),
        )  # fmt: skip
        if len(list(out.glob("*.json"))) != count:
            raise AssertionError("not every learner has a record")
    spent = seconds[learners] - seconds[10]
    rate = learners / spent
    alone = _only_written(out, folder / "again")
    return [
        Line("raw Ed25519 on one core, per second", f"{raw:,.0f}"),
        Line(f"`guildmark issue`, {learners:,} learners from CSV to files, seconds", f"{spent:.2f}"),
        Line("the same per second, as a share of raw", f"{rate / raw:.3f}", "≥ 0.25"),
        Line("as many files of that size written by one process, and nothing else, seconds", f"{alone:.2f}"),
    ]


def _files_in_memory(learners: int) -> list[Line]:
    """The same where a file costs no disk, on systems that have such a place: what issuing itself takes."""
    if not IN_MEMORY.is_dir():
        return []
    with TemporaryDirectory(prefix="guildmark-bench-", dir=IN_MEMORY) as name:
        share = next(line for line in _files(Path(name), learners) if line.aim)
    return [Line("the same with files in memory (/dev/shm)", share.found, share.aim)]


def _only_written(made: Path, folder: Path) -> float:
    """Seconds for writing as many files of that size: what the disk alone asks for."""
    folder.mkdir()
    names = [one.name for one in made.glob("*.json")]
    data = (made / names[0]).read_bytes()
    begun = time.perf_counter()
    for name in names:
        part = f"{folder}{os.sep}.{name}"
        with open(part, "wb", buffering=0) as stream:
            stream.write(data)
        os.replace(part, f"{folder}{os.sep}{name}")
    return time.perf_counter() - begun


def _raw() -> float:
    record = ordinary()
    return per_second(lambda: record.private.sign(bytes(64)))


def _guildmark(*arguments: str) -> float:
    """Seconds that the command took."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", MAIN, *arguments], check=True, stdout=subprocess.DEVNULL, env=_alone())
    return time.perf_counter() - begun


def _alone() -> dict[str, str]:
    return {**os.environ, "GUILDMARK_KEY_PASSPHRASE": "benchmark", "LANG": "C.UTF-8"}


class _Nowhere:
    """A store that keeps nothing: what is measured is making the records."""

    def entries(self) -> tuple[()]:
        return ()

    def note(self, *_entries: object) -> None:
        pass

    def holds(self, _file: str) -> bool:
        return False

    def keep(self, file: str, data: bytes) -> None:
        pass


def _two_cores(learners: int) -> list[Line]:
    """Making the records in memory: one process, and two that share the work."""
    from guildmark.cli.crew import cores
    from guildmark.cli.formats import signing
    from guildmark.cli.issuing_together import Issuing
    from guildmark.credentials.issuing import Batch, plan
    from guildmark.credentials.record import Issuer
    from guildmark.spreadsheets.learners import read_learners

    if cores() < 2:
        return [Line("two processes on two cores, times one", "this machine has one core", "≥ 1.8")]
    record = ordinary()
    issuer = Issuer(name="Vltava Academy of Stagecraft", country="CZ").signing_with(record.key.did)
    batch = Batch(record.design, issuer)
    found = read_learners(as_csv(people(learners)), "learners.csv", record.design.grade)
    planned = plan(batch, found, _Nowhere())

    def seconds(processes: int) -> float:
        sign = signing("ob3", record.key, created=MOMENT)
        run = Issuing(
            batch, planned, _Nowhere(), sign, valid_from=MOMENT, new_uuid=uuid4, new_salt=lambda: os.urandom(16).hex()
        )
        with ExitStack() as opened:
            done = run.together(opened, processes)
            # Both begin when the first records, from which the others are prepared, are there.
            first = [next(done) for _ in range(64)]
            begun = time.perf_counter()
            if sum(1 for _ in chain(first, done)) != learners:
                raise AssertionError("not every learner has a record")
            return time.perf_counter() - begun

    best = {processes: min(seconds(processes) for _ in range(2)) for processes in (1, 2)}
    return [Line("two processes on two cores, times one (in memory)", f"{best[1] / best[2]:.2f}", "≥ 1.8")]


def _revoke_by_ledger(folder: Path) -> list[Line]:
    """`guildmark status`, from a ledger of 10,000 records."""
    import secrets

    from guildmark.cli.status_ledger import StatusLedger
    from guildmark.credentials.keys import load_pem

    key = load_pem((folder / "key.pem").read_bytes(), "benchmark")
    seconds, sizes = [], []
    records = [uuid4().urn for _ in range(max(REVOKED))]
    for count in REVOKED:
        file = str(folder / f"list{count}")
        with StatusLedger.made_or_opened(file, LIST, key.did, str(folder / "key.pem"), secrets.randbelow) as ledger:
            for record in records:
                ledger.place(record, secrets.randbelow)
            published = ledger.publish(key, datetime.now(UTC))
        chosen = records[:count]
        seconds.append(_guildmark("status", *chosen, "--set", "revoked", "--reason", "error", "--list", file))
        sizes.append(published.stat().st_size)
    return [_revoked("`guildmark status`", seconds, sizes)]


def _revoked(name: str, seconds: list[float], sizes: list[int]) -> Line:
    few, many = REVOKED
    return Line(
        f"{name}: revoking {many:,}, times revoking {few} (size of the published list)",
        f"{seconds[1] / seconds[0]:.1f} ({seconds[1]:.2f} s; {sizes[0]:,} and {sizes[1]:,} bytes)",
    )


def _web(folder: Path, many: int) -> list[Line]:
    """The web's job into SQLite: few, then many with a worker that is killed twice."""
    few = min(FEW, many // 10)
    costs, peaks, detail = {}, {}, {}
    lines = []
    for count, kills in ((few, 0), (many, 2)):
        var = folder / f"web{count}"
        started = json.loads(_web_part(var, "start", count))
        spent, peaks[count] = _worked(var, count, kills)
        found = json.loads(_web_part(var, "look"))
        if found != {"records": count, "learners": count, "waiting": 0}:
            raise AssertionError(f"{count} learners became {found}")
        costs[count] = (started["read"] + started["started"] + spent) / count * 1000
        detail[count] = f"{costs[count]:.2f} ms"
        sys.stderr.write(f"{count:,}: {started}, signed in {spent:.1f} s, {peaks[count]:.0f} MB\n")
        if count == many:
            answers = [json.loads(_web_part(var, "revoke", number)) for number in REVOKED]
            sizes = [answer["bytes"] for answer in answers]
            lines = [_revoked("the web's action", [answer["seconds"] for answer in answers], sizes)]
    return [
        Line(
            f"the web's job, a record of {many:,} learners, times one of {few:,}",
            f"{costs[many] / costs[few]:.2f} ({detail[few]}, {detail[many]})",
            "≤ 1.1",
        ),
        Line(
            f"the worker's peak memory with {many:,}, times that with {few:,}",
            f"{peaks[many] / peaks[few]:.2f} ({peaks[few]:.0f} MB, {peaks[many]:.0f} MB)",
            "1.0",
        ),
        Line(f"lost, and issued twice, of {many:,} with the worker killed twice", "0 and 0", "0 and 0"),
        *lines,
    ]


def _web_process(var: Path, *arguments: object) -> subprocess.Popen[str]:
    environment = {**_alone(), "GUILDMARK_VAR": str(var)}
    command = [sys.executable, "-m", "benchmarks.bulk_web", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def _web_part(var: Path, *arguments: object) -> str:
    process = _web_process(var, *arguments)
    said, _ = process.communicate()
    if process.returncode:
        raise RuntimeError(f"{arguments} failed")
    return said.splitlines()[-1]


def _worked(var: Path, count: int, kills: int) -> tuple[float, float]:
    """Seconds that workers worked, and the last one's peak in MB; `kills` of them are killed on the way."""
    spent, after = 0.0, count / 3000
    for kill in range(kills + 1):
        process = _web_process(var, "work")
        if process.stdout is None or "ready" not in process.stdout.readline():
            raise RuntimeError("the worker does not begin")
        begun = time.perf_counter()
        if kill < kills:
            try:
                process.wait(after)
            except subprocess.TimeoutExpired:
                process.kill()
            process.wait()
            said = ""
        else:
            said = process.communicate()[0]
        spent += time.perf_counter() - begun
        if said:
            return spent, float(json.loads(said.splitlines()[-1])["peak"])
    raise RuntimeError("the worker did not end")
