"""How often a second something can be done, on one core."""

from __future__ import annotations

import os
import time
from collections.abc import Callable


def on_one_core() -> None:
    """Keep this process, and those it starts, on one core where the system allows it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def per_second(work: Callable[[], object], seconds: float = 1.5, rounds: int = 3) -> float:
    """The best of a few rounds: what disturbs a measurement only ever slows it."""
    work()
    best = 0.0
    for _ in range(rounds):
        done, start = 0, time.perf_counter()
        while (spent := time.perf_counter() - start) < seconds / rounds:
            work()
            done += 1
        best = max(best, done / spent)
    return best
