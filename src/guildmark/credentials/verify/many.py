"""Many records over several processes: each has its own `Verifier`, and answers come in the order of the records."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from multiprocessing import get_context
from typing import Any, TypeVar

from guildmark.credentials.bounded import DEFAULT_LIMITS, Limits
from guildmark.credentials.dids import Fetch
from guildmark.credentials.verify.batch import Verifier
from guildmark.credentials.verify.model import Verification
from guildmark.credentials.verify.trust import TrustList
from guildmark.errors import Fault, GuildmarkError

S = TypeVar("S")
T = TypeVar("T")
Faults = tuple[Fault, ...]

RECORDS_AT_ONCE = 250
WAITING = 4
"""So many parts of a batch wait for each process: memory does not grow with the batch."""


def _itself(record: Any) -> bytes:
    return bytes(record)


def verify_many(
    records: Iterable[S],
    give: Callable[[Verification], T],
    *,
    load: Callable[[S], bytes] = _itself,
    processes: int = 1,
    now: datetime,
    fetch: Fetch | None = None,
    trust: TrustList | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[T | Faults]:
    """For each record what `give` makes of its verification, or the faults for which there is none.

    `load` makes the bytes of a record of what `records` holds; without it that is the bytes themselves. With more than
    one process `load`, `give` and `fetch` are functions that another process can import. What `records` holds and what
    `give` makes goes between processes: the less, the quicker, so name files and let `load` read them. What `load`
    raises, unless it is a GuildmarkError, ends the batch.
    """
    if processes < 1:
        raise ValueError("at least one process")
    work = _Work(load, give, now, fetch, trust, limits)
    if processes == 1:
        yield from map(work.begun(), records)
        return
    waiting: deque[Future[list[T | Faults]]] = deque()
    coming = iter(records)
    # A new interpreter shares no locks with this one, whatever threads it runs.
    with ProcessPoolExecutor(processes, get_context("spawn"), initializer=_begin, initargs=(work,)) as pool:
        while part := list(islice(coming, RECORDS_AT_ONCE)):
            waiting.append(pool.submit(_answers, part))
            if len(waiting) > WAITING * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


@dataclass(frozen=True, slots=True)
class _Work:
    """What every process does with each record."""

    load: Callable[[Any], bytes]
    give: Callable[[Verification], Any]
    now: datetime
    fetch: Fetch | None
    trust: TrustList | None
    limits: Limits

    def begun(self) -> Callable[[Any], Any]:
        """What answers for one record after the other; it learns from each."""
        verifier = Verifier(now=self.now, fetch=self.fetch, trust=self.trust, limits=self.limits)

        def answer(record: Any) -> Any:
            try:
                return self.give(verifier.verify(self.load(record)))
            except GuildmarkError as error:
                return tuple(error.faults)

        return answer


_mine: list[Callable[[Any], object]] = []
"""How this process answers, once it has begun to work for another."""


def _begin(work: _Work) -> None:
    _mine[:] = [work.begun()]


def _answers(part: list[Any]) -> list[Any]:
    return [_mine[0](record) for record in part]
