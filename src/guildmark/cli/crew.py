"""Sharing long work over the processor's cores: processes that are told one part after the other.

A process is a copy of this one, made when the crew is: what was read and prepared before, it has. It ends when its pipe
does, so whatever ends this process ends the crew.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say

Part = TypeVar("Part")
Answer = TypeVar("Answer")
AHEAD = 2
"""How many parts a process is told ahead, so that it never waits for the next."""


@contextmanager
def gathering() -> Iterator[None]:
    """For reading much that stays: nothing of it is rubbish, so nobody looks through it for some."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def cores() -> int:
    """How many processes at once are of use here; 1 where the system cannot copy a process."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew(Generic[Part, Answer]):
    """Processes that all do the same with what they are given. Open it with `crew`."""

    def __init__(self, pipes: Sequence[Connection]) -> None:
        self._pipes = pipes

    def each(self, parts: Iterable[Part]) -> Iterator[tuple[Part, Answer]]:
        """Each part with its answer, in the order in which they are ready; raises what the work raised."""
        waiting = iter(parts)
        told: dict[Connection, list[Part]] = {pipe: [] for pipe in self._pipes}
        for _ in range(AHEAD):
            for pipe in self._pipes:
                _tell(pipe, waiting, told[pipe])
        while busy := [pipe for pipe, open_parts in told.items() if open_parts]:
            ready = wait(busy)
            for pipe in (one for one in busy if one in ready):
                part = told[pipe].pop(0)
                answer = _heard(pipe)
                _tell(pipe, waiting, told[pipe])
                yield part, answer


@contextmanager
def crew(work: Callable[[Part], Answer], processes: int) -> Iterator[Crew[Part, Answer]]:
    """So many processes that do `work`; parts and answers go through pipes, so they must be picklable."""
    context = multiprocessing.get_context("fork")
    # What is here already stays, and no process looks through it for rubbish, which would copy it page by page.
    gc.freeze()
    ours: list[Connection] = []
    started = []
    try:
        for _ in range(processes):
            mine, theirs = context.Pipe()
            ours.append(mine)
            process = context.Process(target=_serve, args=(theirs, list(ours), work), daemon=True)
            process.start()
            theirs.close()
            started.append(process)
        yield Crew(ours)
    finally:
        gc.unfreeze()
        for pipe in ours:
            pipe.close()
        for process in started:
            process.join()


def _tell(pipe: Connection, waiting: Iterator[Part], told: list[Part]) -> None:
    for part in waiting:
        told.append(part)
        try:
            pipe.send(part)
        except OSError as error:
            raise GuildmarkError(_ended()) from error
        return


def _heard(pipe: Connection) -> Any:
    try:
        good, answer = pipe.recv()
    except (EOFError, OSError) as error:
        raise GuildmarkError(_ended()) from error
    if not good:
        raise answer
    return answer


def _serve(pipe: Connection, others: Sequence[Connection], work: Callable[[Any], Any]) -> None:
    """The life of one process of the crew."""
    for other in others:
        # A copy of the other end would keep the pipes open when the first process is gone.
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            part = pipe.recv()
            try:
                answer = (True, work(part))
            except Exception as error:
                answer = (False, error)
            pipe.send(answer)
    except (EOFError, OSError):
        return


def _ended() -> Fault:
    sentence = say("A part of this program was ended from outside. Run the same command again: it goes on from there.")
    return Fault("process.ended", sentence)
