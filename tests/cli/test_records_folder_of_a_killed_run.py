"""A folder whose run was killed at any moment ends, run again, with one whole record for each learner."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guildmark.cli.records_folder import INDEX, JOURNAL, Folder
from guildmark.credentials import openbadges
from guildmark.credentials.issuing import Entry
from tests.credentials.issuing.runs import CLASS, Fragile, Killed, names, run

CHANGES = 2 * len(CLASS)


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("change", range(1, CHANGES + 1))
def test_between_two_changes(change: int, before: bool, tmp_path: Path) -> None:
    with pytest.raises(Killed), Folder.opened(tmp_path) as folder:
        run(Fragile(folder, change, before=before))
    with Folder.opened(tmp_path) as folder:
        planned, _ = run(folder)
        folder.write_index([*planned.there, *planned.to_issue])
    assert_whole(tmp_path)


@pytest.mark.parametrize("written", [0, 1, 40])
def test_within_a_line_of_the_journal(written: int, tmp_path: Path) -> None:
    with pytest.raises(Killed), Folder.opened(tmp_path) as folder:
        run(Fragile(folder, 3, before=False))
    journal = (tmp_path / JOURNAL).read_bytes()
    first = journal.index(b"\n") + 1
    (tmp_path / JOURNAL).write_bytes(journal[: first + written])
    with Folder.opened(tmp_path) as folder:
        planned, _ = run(folder)
        folder.write_index([*planned.there, *planned.to_issue])
    assert_whole(tmp_path)


def test_within_a_record(tmp_path: Path) -> None:
    with pytest.raises(Killed), Folder.opened(tmp_path) as folder:
        run(Fragile(folder, 2, before=True))
    (tmp_path / ".half.json.part").write_text('{"half":')
    with Folder.opened(tmp_path) as folder:
        planned, _ = run(folder)
        folder.write_index([*planned.there, *planned.to_issue])
    assert_whole(tmp_path)


def assert_whole(path: Path) -> None:
    """One journal line and one whole record a learner, an index that says so, and nothing else."""
    journal = [Entry(**json.loads(line)) for line in (path / JOURNAL).read_text().splitlines()]
    files = {entry.file for entry in journal}
    assert len(journal) == len(files) == len(CLASS)
    assert {found.name for found in path.iterdir()} == files | {JOURNAL, INDEX}
    records = {name: (path / name).read_bytes() for name in files}
    assert names(records.values()) == ["Dora", "Emil", "Fatima"]
    ids = {name: openbadges.read(json.loads(record))["id"] for name, record in records.items()}
    assert ids == {entry.file: entry.record_id for entry in journal}
    index = (path / INDEX).read_text().splitlines()
    assert index[0] == "row,learner,file,record_id"
    assert [line.split(",")[0] for line in index[1:]] == ["2", "3", "4"]
