"""What an issuing would do, learner by learner, before anything is signed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from guildmark.credentials.issuing import Batch, Plan, Task, check_learners, plan
from guildmark.credentials.record import Learner
from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.design import Check, check
from guildmark.toolkit.design.model import Design
from guildmark.web.design.models import DesignVersion
from guildmark.web.issuing.identity import issuer_file
from guildmark.web.issuing.models import Issuer, SigningKey
from guildmark.web.issuing.store import Table
from guildmark.words import Sentence, say


class Outcome(StrEnum):
    """What happens to a row."""

    NEW = "new"
    THERE = "there"
    DIFFERS = "differs"
    FAULT = "fault"


OUTCOMES: dict[Outcome, Sentence] = {
    Outcome.NEW: say("To issue"),
    Outcome.THERE: say("Has it already"),
    Outcome.DIFFERS: say("Differs from the record"),
    Outcome.FAULT: say("To mend"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A learner, what would happen, and why not."""

    learner: Learner
    outcome: Outcome
    faults: tuple[Fault, ...] = ()
    record_id: str = ""

    @property
    def word(self) -> Sentence:
        """The outcome in words."""
        return OUTCOMES[self.outcome]


@dataclass(frozen=True, slots=True)
class Preview:
    """Every line, in the order of the list; `digest` changes with whatever would be issued."""

    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]
    digest: str

    def count(self, outcome: Outcome) -> int:
        """How many lines come out like this."""
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def counts(self) -> tuple[tuple[Outcome, Sentence, int], ...]:
        """For pages: each outcome with its word and number."""
        return tuple((one, word, self.count(one)) for one, word in OUTCOMES.items())

    @property
    def to_issue(self) -> int:
        """How many records would be signed."""
        return 0 if self.faults else self.count(Outcome.NEW)


def read_checked(version: DesignVersion) -> Design:
    """The design of a version. Raises GuildmarkError where it lacks something: such a one is not issued."""
    checked: Check = check(version.document)
    if not checked.ok:
        raise GuildmarkError(
            Fault(
                "issuing.design",
                say("{design} has errors. Mend them, have the new version approved, then issue.", design=str(version)),
            )
        )
    return checked.design


def batches(version: DesignVersion, issuer: Issuer, key: SigningKey) -> tuple[Batch, Batch]:
    """The batch to issue, and the one by which records are told apart.

    A did:key issuer gets another id with each key. A learner who holds the record under the old key has it
    already: so the key of a record names the issuer, not the id under which it signed.
    """
    design, file = read_checked(version), issuer_file(issuer, key)
    return Batch(design, file), Batch(design, file.model_copy(update={"id": f"urn:guildmark:{issuer.public_id}"}))


def planned(known_by: Batch, learners: Sequence[Learner]) -> tuple[Plan, Table]:
    """What is to do, and the store on which that rests."""
    everything = plan(known_by, learners, Table([]))
    store = Table([task.key for task in everything.to_issue])
    return plan(known_by, learners, store), store


def preview(
    version: DesignVersion, issuer: Issuer, key: SigningKey, learners: Sequence[Learner], file: str | None = None
) -> Preview:
    """Looks at each learner. Faults of the list stand on their lines; the design's are raised."""
    _, known_by = batches(version, issuer, key)
    try:
        graded = check_learners(learners, known_by.design, file)
    except GuildmarkError as error:
        return _with_faults(learners, tuple(error.faults))
    found, _ = planned(known_by, graded)
    outcomes: dict[str, tuple[Outcome, str]] = {}
    for outcome, tasks in (
        (Outcome.NEW, found.to_issue), (Outcome.THERE, found.there), (Outcome.DIFFERS, found.differing),
    ):  # fmt: skip
        for task in tasks:
            outcomes[task.learner.key or ""] = (outcome, task.entry.record_id if task.entry else "")
    lines = tuple(Line(one, outcomes[one.key or ""][0], (), outcomes[one.key or ""][1]) for one in graded)
    return Preview(lines, (), digest_of(version, issuer, found.to_issue))


def digest_of(version: DesignVersion, issuer: Issuer, tasks: Iterable[Task]) -> str:
    """Names exactly these records: whoever asks for them twice gets one job."""
    named = [version.pk, issuer.pk, sorted([task.key, task.fingerprint] for task in tasks)]
    return hashlib.sha256(json.dumps(named).encode("ascii")).hexdigest()


def as_json(learner: Learner) -> dict[str, Any]:
    """A learner for the table of those who wait."""
    kept = {name: value for name, value in asdict(learner).items() if value is not None}
    return kept | ({"birth_date": learner.birth_date.isoformat()} if learner.birth_date else {})


def from_json(kept: dict[str, Any]) -> Learner:
    """The learner again."""
    born = kept.get("birth_date")
    return Learner(**(kept | ({"birth_date": date.fromisoformat(born)} if born else {})))


def _with_faults(learners: Sequence[Learner], faults: tuple[Fault, ...]) -> Preview:
    by_row: dict[int | None, list[Fault]] = {}
    for one in faults:
        by_row.setdefault(one.place.row, []).append(one)
    lines = []
    for learner in learners:
        own = tuple(by_row.get(learner.row, ())) if learner.row is not None else ()
        lines.append(Line(learner, Outcome.FAULT if own else Outcome.NEW, own))
    return Preview(tuple(lines), faults, "")
