"""The plan: for each learner, whether a record is to be issued, is there already, or differs from what is there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

import rfc8785

from guildmark.credentials.issuing.journal import Entry, Store
from guildmark.credentials.record import Issuer, Learner, design_digest
from guildmark.credentials.record.validity import valid_until
from guildmark.credentials.status import ACTIVE, Status
from guildmark.toolkit.design.model import Design

WITH_BIRTH_DATE = frozenset({"elm", "sd-jwt"})
"""The formats whose records tell the birth date."""
_Outcome = Literal["to_issue", "there", "differing", "not_in_force", "not_renewed"]
"""The parts of a `Plan`."""
_PLAIN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Batch:
    """What all records of one run share; `format` is the key of docs/cli.md ("ob3"), `suffix` ends the file names."""

    design: Design
    issuer: Issuer
    format: str = "ob3"
    suffix: str = ".json"


@dataclass(frozen=True, slots=True)
class Task:
    """A learner with the key and fingerprint of their record, and the journal's last entry for the key.

    `base`: where the record of that entry was announced and is not there, the entry of the last one that is. `renewed`:
    the record of `entry` is there, and another one is to follow it before it ends. `standing` is the status of the
    record that another one is to follow.
    """

    learner: Learner
    key: str
    fingerprint: str
    entry: Entry | None = None
    base: Entry | None = None
    renewed: bool = False
    standing: Status = ACTIVE


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does: `to_issue`; what it leaves: `there`; what it refuses: the others. In the learners' order.

    `differing`: the row no longer says what the record says; `not_in_force`: another record was to follow one that is
    suspended or revoked; `not_renewed`: the record ends too soon, and so would another one.
    """

    to_issue: tuple[Task, ...]
    there: tuple[Task, ...]
    differing: tuple[Task, ...]
    not_in_force: tuple[Task, ...] = ()
    not_renewed: tuple[Task, ...] = ()

    @property
    def every(self) -> tuple[Task, ...]:
        """Every learner of the run."""
        return self.to_issue + self.there + self.differing + self.not_in_force + self.not_renewed


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to happen to learners who have a record; `until` is when a new record would end."""

    replace_differing: bool
    renew_before: datetime | None
    until: datetime | None
    standing: Callable[[Entry], Status]

    def renews(self, entry: Entry) -> bool:
        """Whether the record ends before the day that was named."""
        return self.renew_before is not None and _ends_before(entry, self.renew_before)

    @property
    def lasts(self) -> bool:
        """Whether a new record would not end before that day itself: it would be renewed again and again."""
        return self.renew_before is None or self.until is None or self.until >= self.renew_before


def plan(
    batch: Batch,
    learners: Sequence[Learner],
    store: Store,
    *,
    replace_differing: bool = False,
    renew_before: datetime | None = None,
    valid_from: datetime | None = None,
    standing: Callable[[Entry], Status] = lambda entry: ACTIVE,
) -> Plan:
    """Compare the learners with what the store holds (docs/cli.md, `issue`).

    A record that the journal announced and that is not there is issued (again): under the announced id
    where the learner's row is as it was, under a new one where it differs. With `replace_differing`, a row that no
    longer says what its record says gets another record; with `renew_before` (an aware time), so does a row whose
    record ends before then, unless one that holds from `valid_from` would, too. `standing` says the status of a record
    that another one would follow, or that would be written again: what is not in force is neither written again nor
    renewed, and corrected only where the record was at fault (`Status.may_be_corrected`). A run that was killed between
    announcing and writing changes nothing of this: what counts is the record that is there. Raises what `standing`
    raises.
    """
    digest = design_digest(batch.design)
    latest: dict[str, Entry] = {}
    earlier: dict[str, list[Entry]] = {}
    for entry in store.entries():
        if entry.key in latest:
            earlier.setdefault(entry.key, []).append(latest[entry.key])
        latest[entry.key] = entry
    until = None if valid_from is None else valid_until(batch.design.validity, valid_from)
    asked = _Asked(replace_differing, renew_before, until, standing)
    found: dict[_Outcome, list[Task]] = {name: [] for name in get_args(_Outcome)}
    for learner in learners:
        task = _task(batch, digest, learner, latest)
        if task.entry is not None and task.key in earlier and not store.holds(task.entry.file):
            there = (one for one in reversed(earlier[task.key]) if store.holds(one.file))
            task = replace(task, base=next(there, None))
        outcome, task = _sorted(task, store, asked)
        found[outcome].append(task)
    return Plan(**{name: tuple(tasks) for name, tasks in found.items()})


def _sorted(task: Task, store: Store, asked: _Asked) -> tuple[_Outcome, Task]:
    """What becomes of a learner."""
    if task.base is not None:
        return _followed_before(task, task.base, store, asked)
    entry = task.entry
    if entry is None:
        return "to_issue", task
    there = store.holds(entry.file)
    if entry.fingerprint != task.fingerprint:
        if there and not asked.replace_differing:
            return "differing", task
        task = replace(task, standing=asked.standing(entry))
        return "to_issue" if task.standing.may_be_corrected else "not_in_force", task
    if not there:
        task = replace(task, standing=asked.standing(entry))
        return "to_issue" if task.standing.state == "active" else "not_in_force", task
    if not asked.renews(entry):
        return "there", task
    task = replace(task, renewed=True, standing=asked.standing(entry))
    if not task.standing.may_be_renewed:
        return "not_in_force", task
    return "to_issue" if asked.lasts else "not_renewed", task


def _followed_before(task: Task, base: Entry, store: Store, asked: _Asked) -> tuple[_Outcome, Task]:
    """What becomes of a learner whose record another one was to follow, in a run that ended before it was written."""
    as_before = replace(task, entry=base, base=None)
    if task.entry is None or task.entry.fingerprint != task.fingerprint:
        # Nobody wants the one that was announced any more.
        return _sorted(as_before, store, asked)
    if base.fingerprint != task.fingerprint:
        standing = asked.standing(base)
        if standing.may_be_corrected:
            return "to_issue", replace(task, standing=standing)
        return "not_in_force", replace(as_before, standing=standing)
    outcome, found = _sorted(as_before, store, asked)
    # A renewal goes on under the id that was announced.
    return (outcome, replace(task, standing=found.standing)) if outcome == "to_issue" else (outcome, found)


def _ends_before(entry: Entry, time: datetime) -> bool:
    return entry.ends is not None and datetime.fromisoformat(entry.ends) < time


def _task(batch: Batch, digest: str, learner: Learner, latest: dict[str, Entry]) -> Task:
    key = _digest([digest, batch.issuer.id, batch.format, learner.key])
    return Task(learner, key, fingerprint(learner, batch.format), latest.get(key))


def fingerprint(learner: Learner, kind: str = "ob3") -> str:
    """What a record of this format says of the learner, as a digest: never the language, seldom the birth date."""
    email = learner.email.lower() if learner.email else None
    said: list[str | int | float | None] = [
        learner.name,
        email,
        learner.identifier,
        learner.grade,
        learner.evidence_url,
    ]
    if kind in WITH_BIRTH_DATE and learner.birth_date is not None:
        said.append(learner.birth_date.isoformat())
    return _digest(said)


def _digest(values: list[str | int | float | None]) -> str:
    """The SHA-256 of the RFC 8785 form, which most values have in `json` already, and faster."""
    text = _PLAIN.encode(values).encode("utf-8") if all(map(_is_plain, values)) else rfc8785.dumps(values)
    return hashlib.sha256(text).hexdigest()


def _is_plain(value: str | int | float | None) -> bool:
    """Whether Python writes the value as ECMAScript does: numbers within reason, and floats that are not whole."""
    if isinstance(value, float):
        return 0.001 < abs(value) < 1e15 and not value.is_integer()
    return not isinstance(value, int) or abs(value) < 2**53
