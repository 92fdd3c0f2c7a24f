"""What `guildmark issue` says when it is done, to people and to programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from guildmark.cli.check import show_check
from guildmark.cli.records_folder import INDEX
from guildmark.cli.status_ledger import StatusLedger
from guildmark.cli.voice import Voice
from guildmark.credentials.issuing import Issued, Plan, Task, differing, not_in_force
from guildmark.errors import Fault
from guildmark.toolkit.design import Check
from guildmark.words import Sentence, say, say_count


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to.

    `told` is the list that has to be published again; `renew_before` is as it was asked for, `ends` when a record of
    this run ends.
    """

    learners: str
    out: str
    planned: Plan
    done: Sequence[Issued]
    told: StatusLedger | None
    renew_before: str | None
    ends: datetime | None


def warn_of_revoked(voice: Voice, planned: Plan) -> None:
    """Name each learner who is about to get a record in the place of one that was revoked as an error."""
    voice.warn(
        say(
            "{learner} gets another record in the place of {record}, which is revoked.",
            learner=task.entry.learner,
            record=task.entry.record_id,
        )
        for task in planned.to_issue
        if task.entry is not None and task.standing.state == "revoked"
    )


def tell_design(voice: Voice, checked: Check, design: str) -> int:
    """Say what is wrong with a design that is not issued; the exit code."""
    if voice.as_json:
        nothing: dict[str, object] = {"issued": [], "there": [], "differing": [], "not_in_force": [], "not_renewed": []}
        voice.answer({**nothing, "check": checked.as_json(voice.language)})
    else:
        show_check(voice, checked, design)
    return 1


def tell(voice: Voice, outcome: Outcome) -> int:
    """Say what was issued and what was not; the exit code."""
    planned = outcome.planned
    differ = differing(planned.differing, outcome.learners)
    barred = not_in_force(planned.not_in_force, outcome.learners)
    if voice.as_json:
        _answer(voice, outcome, differ, barred)
    else:
        _show(voice, outcome, differ, barred)
    return 1 if differ or barred or planned.not_renewed else 0


def _answer(voice: Voice, outcome: Outcome, differ: Sequence[Fault], barred: Sequence[Fault]) -> None:
    planned, told = outcome.planned, outcome.told
    voice.answer(
        {
            "out": outcome.out,
            "index": INDEX,
            "issued": [_entry(one.learner.row, one.entry.file, one.entry.record_id) for one in outcome.done],
            "there": [_task(task) for task in planned.there],
            "differing": _with_messages(planned.differing, differ, voice.language),
            "not_in_force": _with_messages(planned.not_in_force, barred, voice.language),
            "not_renewed": [_task(task) for task in planned.not_renewed],
            "published": None if told is None else str(told.published),
            "url": None if told is None else told.url,
        }
    )


def _show(voice: Voice, outcome: Outcome, differ: Sequence[Fault], barred: Sequence[Fault]) -> None:
    planned, page = outcome.planned, voice.page()
    page.finding(
        say_count(
            "{count} record issued into {folder}.",
            "{count} records issued into {folder}.",
            len(outcome.done),
            folder=outcome.out,
        )
    )
    if planned.there:
        page.text(say_count("{count} was there already.", "{count} were there already.", len(planned.there)))
    if planned.not_renewed:
        page.text(_not_renewed(outcome))
    page.points(say("Not issued again, since the row differs"), (fault.sentence for fault in differ))
    page.points(say("Not issued again, since the record is suspended or revoked"), (one.sentence for one in barred))
    page.next(
        *(() if outcome.told is None else (outcome.told.to_publish,)),
        say("see {index} for who has which file.", index=str(Path(outcome.out) / INDEX)),
        say("make certificates with “guildmark render RECORD -o FILE.pdf”."),
    )


def _not_renewed(outcome: Outcome) -> Sentence:
    return say_count(
        "{count} record ends before {day} and was not renewed: a new one would, too, on {end}. Name an earlier day "
        "with --renew-before.",
        "{count} records end before {day} and were not renewed: new ones would, too, on {end}. Name an earlier day "
        "with --renew-before.",
        len(outcome.planned.not_renewed),
        day=outcome.renew_before or "–",
        end="–" if outcome.ends is None else outcome.ends.date().isoformat(),
    )


def _with_messages(tasks: Iterable[Task], faults: Iterable[Fault], language: str) -> list[dict[str, object]]:
    return [
        {**_task(task), "message": fault.sentence.text(language)} for task, fault in zip(tasks, faults, strict=True)
    ]


def _entry(row: int | None, file: str, record_id: str) -> dict[str, object]:
    return {"row": row, "file": file, "record_id": record_id}


def _task(task: Task) -> dict[str, object]:
    entry = task.entry
    return _entry(task.learner.row, entry.file if entry else "", entry.record_id if entry else "")
