"""What a second process brings: the same batch by one and by two, less what it takes to start them."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from operator import attrgetter

from benchmarks.ordinary import MOMENT, ordinary
from guildmark.credentials.prepared import PreparedSigner, Rdfc
from guildmark.credentials.proofs import eddsa_rdfc
from guildmark.credentials.verify import verify_many

FEW, MANY = 400, 24_000
ROUNDS = 3


def process_ratios() -> dict[str, float]:
    """How many times as much two processes do as one, on as many cores as there are."""
    kept = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    try:
        return {"issue eddsa-rdfc-2022": _ratio(_issue), "verify eddsa-rdfc-2022": _ratio(_verify)}
    finally:
        os.sched_setaffinity(0, kept)


def _ratio(work: Callable[[int, int], None]) -> float:
    return _seconds(work, 1) / _seconds(work, 2)


def _seconds(work: Callable[[int, int], None], processes: int) -> float:
    """For many records less for few, the best of some rounds."""
    return min(_timed(work, MANY, processes) - _timed(work, FEW, processes) for _ in range(ROUNDS))


def _timed(work: Callable[[int, int], None], count: int, processes: int) -> float:
    start = time.perf_counter()
    work(count, processes)
    return time.perf_counter() - start


def _verify(count: int, processes: int) -> None:
    """As with files: what goes to another process is which record to read, and each process reads its own."""
    answers = verify_many(range(count), attrgetter("verdict"), load=_read, processes=processes, now=MOMENT)
    if set(answers) != {"valid"}:
        raise AssertionError("our own records are not valid")


@cache
def _written() -> bytes:
    record = ordinary()
    signed = eddsa_rdfc.sign(record.document, record.key, created=MOMENT, contexts=record.contexts)
    return json.dumps(signed, ensure_ascii=False).encode("utf-8")


def _read(_number: int) -> bytes:
    return bytes(bytearray(_written()))


def _issue(count: int, processes: int) -> None:
    if processes == 1:
        _signed(count)
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        list(pool.map(_signed, [count // processes] * processes))


def _signed(count: int) -> None:
    record = ordinary()
    signer = PreparedSigner(record.key, created=MOMENT, suite=Rdfc(record.contexts), serialise=_in_one_line)
    for _ in range(count):
        signer.sign(record.shared)


def _in_one_line(document: dict[str, object]) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8")


def processes_table(ratios: dict[str, float]) -> str:
    """The ratios in Markdown."""
    lines = ["| | two processes, times one |", "|---|---:|"]
    return "\n".join([*lines, *(f"| {name} | {ratio:.2f} |" for name, ratio in ratios.items())])
