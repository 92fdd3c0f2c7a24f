"""Issuing with all cores: this process keeps the journal, others make the records that it announced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from uuid import UUID

from guildmark.cli.crew import Crew, cores, crew
from guildmark.credentials.issuing import Announced, Batch, Issued, Plan, Store, announce, issue, record_of
from guildmark.credentials.record import Record
from guildmark.credentials.status import StatusEntry

FIRST = 64
"""Issued before the work is shared: what these have in common is prepared once, and a fault of all shows at once."""
PART = 50
WORTH = 500
"""So many records for each process; below, a process costs more than it saves."""

_Part = tuple[int, list[tuple[str, str, StatusEntry | None]]]
"""Where in the plan a part begins; of each record the id, the file and the place in a status list."""


@dataclass(frozen=True, slots=True)
class Issuing:
    """One run: what `issue` takes."""

    batch: Batch
    plan: Plan
    store: Store
    sign: Callable[[Record], bytes]
    valid_from: datetime
    new_uuid: Callable[[], UUID]
    new_salt: Callable[[], str]
    status_of: Callable[[str], StatusEntry] | None = None

    def alone(self, first: int = 0, last: int | None = None) -> Iterator[Issued]:
        """Issue these records of the plan one after the other."""
        return issue(
            self.batch,
            replace(self.plan, to_issue=self.plan.to_issue[first:last]),
            self.store,
            self.sign,
            valid_from=self.valid_from,
            new_uuid=self.new_uuid,
            new_salt=self.new_salt,
            status_of=self.status_of,
        )

    def together(self, opened: ExitStack, processes: int | None = None) -> Iterator[Issued]:
        """Issue everything with several processes where that is of use; they end with `opened`.

        The order is another one than the plan's. `processes`: as many as there are cores, unless it is said.
        """
        number = min(cores(), len(self.plan.to_issue) // WORTH) if processes is None else processes
        if number < 2:
            return self.alone()
        # Now, and not when the caller asks for the first: a progress bar has a thread, which is not copied.
        first = list(self.alone(last=FIRST))
        return chain(first, self._shared(opened.enter_context(crew(self._make, number))))

    def _shared(self, helpers: Crew[_Part, None]) -> Iterator[Issued]:
        open_parts: dict[int, list[Announced]] = {}
        for (first, _), _ in helpers.each(self._announced(open_parts)):
            done = open_parts.pop(first)
            tasks = self.plan.to_issue[first : first + len(done)]
            yield from (Issued(task.learner, one.entry) for task, one in zip(tasks, done, strict=True))

    def _announced(self, open_parts: dict[int, list[Announced]]) -> Iterator[_Part]:
        """One part after the other, when it stands in the journal; in `open_parts` too."""
        tasks = self.plan.to_issue
        for first in range(FIRST, len(tasks), PART):
            open_parts[first] = announce(
                self.batch,
                tasks[first : first + PART],
                self.store,
                valid_from=self.valid_from,
                new_uuid=self.new_uuid,
                status_of=self.status_of,
            )
            yield first, [(one.entry.record_id, one.entry.file, one.status) for one in open_parts[first]]

    def _make(self, part: _Part) -> None:
        """Make and keep the records of one part."""
        first, announced = part
        for at, (record_id, file, status) in enumerate(announced, start=first):
            record = record_of(
                self.batch,
                self.plan.to_issue[at],
                record_id,
                status,
                valid_from=self.valid_from,
                new_uuid=self.new_uuid,
                new_salt=self.new_salt,
            )
            self.store.keep(file, self.sign(record))
