"""A folder as the store of a run: one file a record, `journal.jsonl` and `issued.csv`.

Each file is written under another name and renamed, each journal entry is one line; a line without its end is
what a killed run left, and counts as not written. Loss of power is not claimed.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path

from guildmark.credentials.issuing import Entry, Task
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import say

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no flock; two runs at once are not kept apart there
    fcntl = None  # type: ignore[assignment] # the module is optional

JOURNAL = "journal.jsonl"
INDEX = "issued.csv"
PART = ".part"
_FIELDS = tuple(field.name for field in fields(Entry))
_LATER = frozenset({"ends", "status_list"})
"""What journals of earlier versions do not say."""


class Folder:
    """Records and journal in one folder. Open it with `Folder.opened`."""

    def __init__(self, path: Path, journal: int) -> None:
        """`journal`: the file descriptor of the journal, open for appending."""
        self._path = path
        self._journal = path / JOURNAL
        self._stream = journal
        self._known: list[Entry] | None = None

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[Folder]:
        """The folder, made where it is not there, for this run alone.

        Raises GuildmarkError where another run is writing into it.
        """
        path.mkdir(parents=True, exist_ok=True)
        with (path / JOURNAL).open("ab") as journal:
            if fcntl is not None:
                try:
                    fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError as error:
                    raise GuildmarkError(_in_use(path)) from error
            folder = cls(path, journal.fileno())
            folder._tidy()
            yield folder

    def entries(self) -> Sequence[Entry]:
        """The journal, oldest entry first. Raises GuildmarkError for a line that is no entry."""
        if self._known is None:
            lines = self._journal.read_text("utf-8").splitlines()
            self._known = [self._entry(number, line) for number, line in enumerate(lines, start=1)]
        return self._known

    def note(self, *entries: Entry) -> None:
        """Add lines to the journal."""
        _write(self._stream, b"".join(_line(entry) for entry in entries))
        if self._known is not None:
            self._known += entries

    def holds(self, file: str) -> bool:
        """Whether the file is there."""
        return os.path.isfile(os.path.join(self._path, file))

    def read(self, file: str) -> bytes:
        """The bytes of a record that is there."""
        return (self._path / file).read_bytes()

    def keep(self, file: str, data: bytes) -> None:
        """Write the file whole, or not at all."""
        # Once a record: paths as objects would cost as much as the writing.
        part = f"{self._path}{os.sep}.{file}{PART}"
        stream = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
        try:
            _write(stream, data)
        finally:
            os.close(stream)
        os.replace(part, f"{self._path}{os.sep}{file}")

    def write_index(self, tasks: Sequence[Task]) -> None:
        """Write `issued.csv` (row, learner, file, record_id): every record that is there.

        `tasks`: the learners of this run, whose rows are given as they are now.
        """
        rows = {task.key: task.learner.row for task in tasks}
        with os.scandir(self._path) as found:
            there = {one.name for one in found if one.is_file()}
        latest = {entry.key: entry for entry in self.entries() if entry.file in there}
        listed = [
            entry if rows.get(key, entry.row) == entry.row else replace(entry, row=rows[key])
            for key, entry in latest.items()
        ]
        listed.sort(key=lambda entry: (entry.key not in rows, entry.row or 0))
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("row", "learner", "file", "record_id"))
        for entry in listed:
            writer.writerow((entry.row, _as_text(entry.learner), entry.file, entry.record_id))
        self.keep(INDEX, text.getvalue().encode("utf-8"))

    def _tidy(self) -> None:
        """Take away what a killed run left half done."""
        for part in self._path.glob(f".*{PART}"):
            part.unlink()
        written = self._journal.read_bytes()
        if written and not written.endswith(b"\n"):
            os.truncate(self._journal, written.rfind(b"\n") + 1)

    def _entry(self, number: int, line: str) -> Entry:
        try:
            found = json.loads(line)
            entry = Entry(**{name: found[name] for name in _FIELDS if name not in _LATER or name in found})
        except (ValueError, KeyError, TypeError) as error:
            sentence = say(
                "This line of the journal cannot be read. Put the journal back as it was, or use a new folder."
            )
            place = Place(file=str(self._journal), row=number)
            raise GuildmarkError(Fault("issuing.journal.unreadable", sentence, place, line[:200])) from error
        if Path(entry.file).name != entry.file:
            sentence = say("This line of the journal names a file outside the folder.")
            place = Place(file=str(self._journal), row=number)
            raise GuildmarkError(Fault("issuing.journal.outside", sentence, place, entry.file[:200]))
        return entry


def _line(entry: Entry) -> bytes:
    said = {name: getattr(entry, name) for name in _FIELDS}
    return json.dumps(said).encode("ascii") + b"\n"


def _write(stream: int, data: bytes) -> None:
    """Writes everything: a call may write less than it was given."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(stream, rest) :]


def _as_text(cell: str) -> str:
    """A cell that a spreadsheet program takes for text, even where it starts like a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _in_use(path: Path) -> Fault:
    sentence = say("Another run is issuing into {folder}. Wait until it has ended, then start again.", folder=str(path))
    return Fault("issuing.folder.in_use", sentence, Place(file=str(path)))
