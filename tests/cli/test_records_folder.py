"""The folder: an index for people and scripts, one run at a time, and a journal that must be whole."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from guildmark.cli.records_folder import INDEX, JOURNAL, Folder
from guildmark.errors import GuildmarkError
from tests.credentials.issuing.runs import CLASS, DORA, EMIL, run


def index(path: Path) -> list[dict[str, str]]:
    with (path / INDEX).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def issued(path: Path, *learners: object) -> None:
    with Folder.opened(path) as folder:
        planned, _ = run(folder, learners)  # type: ignore[arg-type]  # the cast of `runs`
        folder.write_index([*planned.there, *planned.to_issue])


def test_the_index_names_row_learner_file_and_record(tmp_path: Path) -> None:
    issued(tmp_path / "new" / "folder", *CLASS)
    rows = index(tmp_path / "new" / "folder")
    assert [(row["row"], row["learner"]) for row in rows] == [
        ("2", "dora@example.org"),
        ("3", "S-2"),
        ("4", "fatima@example.org"),
    ]
    assert all((tmp_path / "new" / "folder" / row["file"]).is_file() for row in rows)
    assert all(row["record_id"].startswith("urn:uuid:") for row in rows)


def test_the_index_keeps_earlier_learners_and_follows_the_rows_of_this_run(tmp_path: Path) -> None:
    issued(tmp_path, DORA, EMIL)
    issued(tmp_path, replace(EMIL, row=2), replace(DORA, row=3, email="other@example.org", identifier="S-9"))
    assert [(row["row"], row["learner"]) for row in index(tmp_path)] == [
        ("2", "S-2"),
        ("3", "S-9"),
        ("2", "dora@example.org"),
    ]


def test_a_learner_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    issued(tmp_path, replace(EMIL, identifier="=1+1"))
    assert index(tmp_path)[0]["learner"] == "'=1+1"


def test_two_runs_at_once_are_kept_apart(tmp_path: Path) -> None:
    with Folder.opened(tmp_path), pytest.raises(GuildmarkError) as caught, Folder.opened(tmp_path):
        pass
    assert caught.value.faults[0].code == "issuing.folder.in_use"


@pytest.mark.parametrize("line", ["not json", "[]", '{"key": "k"}', "null"])
def test_a_journal_that_somebody_changed_is_refused_with_the_line(line: str, tmp_path: Path) -> None:
    issued(tmp_path, *CLASS)
    with (tmp_path / JOURNAL).open("a") as journal:
        journal.write(f"{line}\n")
    with pytest.raises(GuildmarkError) as caught:
        issued(tmp_path, *CLASS)
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.row) == ("issuing.journal.unreadable", 4)


def test_a_journal_cannot_point_out_of_its_folder(tmp_path: Path) -> None:
    issued(tmp_path, DORA)
    journal = (tmp_path / JOURNAL).read_text()
    file = index(tmp_path)[0]["file"]
    (tmp_path / JOURNAL).write_text(journal.replace(file, "../../outside.json"))
    with pytest.raises(GuildmarkError) as caught:
        issued(tmp_path, DORA)
    assert caught.value.faults[0].code == "issuing.journal.outside"
