"""A web that answers as it pleases: what stands at each address is changed, missing, or another's."""

from __future__ import annotations

from collections.abc import Mapping

from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say
from tools.fuzz.changing import chance, changed_bytes
from tools.fuzz.pages import pages
from tools.fuzz.signing import changed_meaning

FAULTS = ("fetch.unreachable", "fetch.timeout", "fetch.status", "fetch.gone", "fetch.too_large")


class Web:
    """One of many webs, by its number: each address answers with the same, however often it is asked.

    Number 0 is the web as everybody meant it.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self._answers: dict[str, bytes | None] = {}

    def fetch(self, address: str) -> bytes:
        """What stands there; raises GuildmarkError as the guarded fetcher does."""
        if address not in self._answers:
            self._answers[address] = self._answer(address)
        answer = self._answers[address]
        if answer is None:
            code = chance(self.number, address, "fault").choice(FAULTS)
            raise GuildmarkError(Fault(code, say("{url} could not be reached.", url=address)))
        return answer

    def _answer(self, address: str) -> bytes | None:
        known: Mapping[str, bytes] = pages()
        if self.number == 0:
            return known.get(address)
        choose = chance(self.number, address)
        page = known.get(address)
        draw = choose.random()
        if page is None:
            # Whoever sends a reader to an address of their own can let anything stand there.
            return choose.choice(list(known.values())) if draw < 0.5 else None
        if draw < 0.6:
            return page
        if draw < 0.88:
            return changed_meaning(page, choose)
        if draw < 0.95:
            return changed_bytes(page, choose, choose.choice(list(known.values())))
        return None
