"""A run of issuing in a small world: a design with grades, an issuer, learners, and stores that can fail."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from guildmark.credentials import openbadges
from guildmark.credentials.issuing import Batch, Entry, Issued, Plan, Store, issue, plan
from guildmark.credentials.record import Issuer, Learner, Record
from guildmark.toolkit.design.model import Design
from tests.credentials.designs import DID, NOON, numbered_uuids

DESIGN = Design.model_validate(
    {
        "title": "Light for small stages",
        "learner_identification": {"required": ["name", "email"]},
        "grade": {"scale": ["distinction", "merit", "pass"]},
    }
)
BATCH = Batch(DESIGN, Issuer(name="Vltava Academy of Stagecraft", country="CZ", id=DID))
DORA = Learner("Dora", "Dora@example.org", grade="merit", row=2)
EMIL = Learner("Emil", "emil@example.org", "S-2", row=3)
FATIMA = Learner("Fatima", "fatima@example.org", evidence_url="https://p.example.org/f", row=4)
CLASS = (DORA, EMIL, FATIMA)

_uuids = numbered_uuids()
_salts = (f"salt-{number}" for number in count())


class Killed(BaseException):
    """The run is killed here."""


class Shelf:
    """A store in memory."""

    def __init__(self) -> None:
        self.journal: list[Entry] = []
        self.records: dict[str, bytes] = {}

    def entries(self) -> Iterable[Entry]:
        return list(self.journal)

    def note(self, *entries: Entry) -> None:
        self.journal += entries

    def holds(self, file: str) -> bool:
        return file in self.records

    def keep(self, file: str, data: bytes) -> None:
        self.records[file] = data


class Fragile:
    """A store whose run is killed before or after its nth change."""

    def __init__(self, store: Store, steps: int, *, before: bool) -> None:
        self._store = store
        self._left = steps
        self._before = before

    def entries(self) -> Iterable[Entry]:
        return self._store.entries()

    def holds(self, file: str) -> bool:
        return self._store.holds(file)

    def note(self, *entries: Entry) -> None:
        with_death = self._step()
        if not (with_death and self._before):
            self._store.note(*entries)
        if with_death:
            raise Killed

    def keep(self, file: str, data: bytes) -> None:
        with_death = self._step()
        if not (with_death and self._before):
            self._store.keep(file, data)
        if with_death:
            raise Killed

    def _step(self) -> bool:
        self._left -= 1
        return self._left == 0


def sign(record: Record) -> bytes:
    """The document, as if it were signed."""
    return json.dumps(openbadges.write(record)).encode()


def run(store: Store, learners: Sequence[Learner] = CLASS, batch: Batch = BATCH) -> tuple[Plan, list[Issued]]:
    """Plan and issue everything."""
    planned = plan(batch, learners, store)
    return planned, list(steps(store, planned, batch))


def steps(store: Store, planned: Plan, batch: Batch = BATCH) -> Iterator[Issued]:
    return issue(
        batch,
        planned,
        store,
        sign,
        valid_from=NOON,
        new_uuid=lambda: next(_uuids),
        new_salt=lambda: next(_salts),
    )


def names(records: Iterable[bytes]) -> list[str]:
    """The learners' names in a set of records."""
    read = [openbadges.read(json.loads(record)) for record in records]
    return sorted(record["learner_identification"]["name"] for record in read)
