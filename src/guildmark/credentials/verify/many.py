"""Many records over several processes: each has its own `Verifier`, and answers come in the order of the records."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
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

T = TypeVar("T")
Faults = tuple[Fault, ...]

RECORDS_AT_ONCE = 250
WAITING = 4
"""So many parts of a batch wait for each process: memory does not grow with the batch."""


def verify_many(
    records: Iterable[bytes],
    give: Callable[[Verification], T],
    *,
    processes: int = 1,
    now: datetime,
    fetch: Fetch | None = None,
    trust: TrustList | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[T | Faults]:
    """For each record what `give` makes of its verification, or the faults for which there is none.

    With more than one process `give` and `fetch` are functions that another process can import, and what `give`
    makes goes back between processes: the less, the quicker.
    """
    if processes < 1:
        raise ValueError("at least one process")
    if processes == 1:
        verifier = Verifier(now=now, fetch=fetch, trust=trust, limits=limits)
        for data in records:
            yield _answer(verifier, give, data)
        return
    waiting: deque[Future[list[T | Faults]]] = deque()
    coming = iter(records)
    # A new interpreter shares no locks with this one, whatever threads it runs.
    with ProcessPoolExecutor(
        processes, get_context("spawn"), initializer=_begin, initargs=(give, now, fetch, trust, limits)
    ) as pool:
        while part := list(islice(coming, RECORDS_AT_ONCE)):
            waiting.append(pool.submit(_answers, part))
            if len(waiting) > WAITING * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _answer(verifier: Verifier, give: Callable[[Verification], T], data: bytes) -> T | Faults:
    try:
        return give(verifier.verify(data))
    except GuildmarkError as error:
        return tuple(error.faults)


_mine: list[Callable[[bytes], object]] = []
"""How this process answers, once it has begun to work for another."""


def _begin(
    give: Callable[[Verification], T], now: datetime, fetch: Fetch | None, trust: TrustList | None, limits: Limits
) -> None:
    verifier = Verifier(now=now, fetch=fetch, trust=trust, limits=limits)
    _mine[:] = [lambda data: _answer(verifier, give, data)]


def _answers(part: list[bytes]) -> list[Any]:
    return [_mine[0](data) for data in part]
