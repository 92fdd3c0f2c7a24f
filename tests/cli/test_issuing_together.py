"""Several processes issue one list: everybody has one record, whatever ends on the way."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from uuid import uuid4

import pytest

from guildmark.cli.crew import crew
from guildmark.cli.issuing_together import FIRST, PART, Issuing
from guildmark.cli.records_folder import JOURNAL, Folder
from guildmark.credentials.issuing import Plan, plan
from guildmark.credentials.record import Record
from guildmark.errors import GuildmarkError
from tests.credentials.designs import NOON
from tests.credentials.issuing.runs import BATCH, EMIL, names, sign

MANY = FIRST + 3 * PART + 7
SCHOOL = [replace(EMIL, name=f"Learner {n}", email=f"l{n}@example.org", identifier=None, row=n) for n in range(MANY)]


def planned_run(folder: Folder, signing: Callable[[Record], bytes] = sign) -> tuple[Plan, Issuing]:
    planned = plan(BATCH, SCHOOL, folder)
    return planned, Issuing(BATCH, planned, folder, signing, NOON, uuid4, lambda: "salt")


def whole(path: Path) -> bool:
    records = [file.read_bytes() for file in path.glob("*.json")]
    return names(records) == sorted(str(one.name) for one in SCHOOL)


def test_each_learner_has_one_record_and_one_line_of_the_journal(tmp_path: Path) -> None:
    with ExitStack() as opened, Folder.opened(tmp_path) as folder:
        _, run = planned_run(folder)
        done = list(run.together(opened, 2))
    assert sorted(one.learner.row or 0 for one in done) == list(range(MANY))
    assert whole(tmp_path)
    assert len((tmp_path / JOURNAL).read_bytes().splitlines()) == MANY
    with Folder.opened(tmp_path) as folder:
        assert len(planned_run(folder)[0].there) == MANY


def test_a_process_that_is_killed_loses_nobody_and_doubles_nobody(tmp_path: Path) -> None:
    first = os.getpid()

    def deadly(record: Record) -> bytes:
        if os.getpid() != first and record.learner.row == FIRST + PART + 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return sign(record)

    with ExitStack() as opened, Folder.opened(tmp_path) as folder, pytest.raises(GuildmarkError) as caught:
        list(planned_run(folder, deadly)[1].together(opened, 2))
    assert caught.value.faults[0].code == "process.ended"
    with ExitStack() as opened, Folder.opened(tmp_path) as folder:
        planned, run = planned_run(folder)
        assert planned.to_issue
        list(run.together(opened, 2))
    assert whole(tmp_path)


def test_when_the_first_process_is_killed_the_others_end_and_the_next_run_completes(tmp_path: Path) -> None:
    told, held = os.pipe()
    if (child := os.fork()) == 0:
        try:
            with ExitStack() as opened, Folder.opened(tmp_path) as folder:
                for _ in islice(planned_run(folder)[1].together(opened, 2), FIRST + 1):
                    pass
                os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    os.close(held)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    # The pipe says that it is closed when the last process that had it is gone.
    assert select.select([told], [], [], 60)[0]
    assert os.read(told, 1) == b""
    os.close(told)
    with ExitStack() as opened, Folder.opened(tmp_path) as folder:
        _, run = planned_run(folder)
        list(run.together(opened, 2))
    assert whole(tmp_path)
    assert not list(tmp_path.glob(".*"))


def test_a_run_that_is_given_up_can_be_taken_up_again(tmp_path: Path) -> None:
    with ExitStack() as opened, Folder.opened(tmp_path) as folder:
        list(islice(planned_run(folder)[1].together(opened, 2), FIRST + 1))
    with ExitStack() as opened, Folder.opened(tmp_path) as folder:
        list(planned_run(folder)[1].together(opened, 2))
    assert whole(tmp_path)


def test_few_records_are_issued_by_one_process_in_the_order_of_the_rows(tmp_path: Path) -> None:
    with ExitStack() as opened, Folder.opened(tmp_path) as folder:
        done = list(planned_run(folder)[1].together(opened))
    assert [one.learner.row for one in done] == list(range(MANY))


def test_what_the_work_of_a_process_raises_is_raised_here() -> None:
    def work(part: int) -> int:
        return 10 // part

    with crew(work, 2) as helpers:
        assert sorted(answer for _, answer in helpers.each([1, 2, 5])) == [2, 5, 10]
    with crew(work, 2) as helpers, pytest.raises(ZeroDivisionError):
        list(helpers.each([1, 0, 5]))
