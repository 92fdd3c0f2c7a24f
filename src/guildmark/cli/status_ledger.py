"""The issuer's ledger of record statuses (`--list FILE`), and the signed list that is published beside it.

The ledger is one JSON object a line, and only grows: first the list's address, issuer, key and decoys, then each
record's place, then each change with its reason. A line without its end is what a killed run left, and counts as not
written. It tells whose place is whose: it is never published, and only its owner can read it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal

from guildmark.cli.signing_keys import in_device
from guildmark.cli.writing import PRIVATE, write_file
from guildmark.credentials.keys import Signer
from guildmark.credentials.status import (
    LENGTH,
    MOST_DECOYS,
    StatusEntry,
    capacity,
    decoys,
    free_index,
    get,
    list_is_full,
    signed_list,
)
from guildmark.credentials.status.indices import Choose
from guildmark.credentials.status.token_list import signed_token_list
from guildmark.credentials.verify import known_contexts
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import Sentence, say

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no flock; two runs at once are not kept apart there
    fcntl = None  # type: ignore[assignment] # the module is optional

FORMAT = 1
ListKind = Literal["bitstring", "token"]
"""What is published: a Bitstring Status List, or the Token Status List that SD-JWT VC asks for."""
_PUBLISHED: Mapping[str, str] = {"bitstring": ".published.json", "token": ".published.jwt"}


class StatusLedger:
    """Which record has which place in one list, and its status. Open it with `opened` or `made_or_opened`."""

    def __init__(self, path: Path, stream: BinaryIO, lines: list[dict[str, Any]]) -> None:
        self.path = path
        self._stream = stream
        # Ledgers from before there were two kinds do not say which they are.
        self._head = {"kind": "bitstring", **lines[0]}
        self._decoys = {int(index): int(code) for index, code in self._head["decoys"].items()}
        self._index: dict[str, int] = {}
        self._code: dict[str, int] = {}
        self._newer: dict[str, str] = {}
        for line in lines[1:]:
            self._take(line)
        self._taken = {*self._decoys, *self._index.values()}

    @classmethod
    @contextmanager
    def opened(cls, file: str) -> Iterator[StatusLedger]:
        """The ledger that is there, for this run alone; GuildmarkError where there is none, or it cannot be read."""
        path = Path(file)
        if not path.is_file():
            sentence = say(
                "There is no list {file}. “guildmark issue … --status URL --list {file}” makes it.", file=file
            )
            raise GuildmarkError(Fault("status.ledger.missing", sentence, Place(file=file)))
        with path.open("r+b") as stream:
            _lock(stream, path)
            yield cls(path, stream, _lines(stream, path))

    @classmethod
    @contextmanager
    def made_or_opened(
        cls, file: str, url: str, issuer: str, key: str, choose: Choose, *, kind: ListKind = "bitstring"
    ) -> Iterator[StatusLedger]:
        """The ledger of the list at `url`, made where it is not there.

        `key`: the path of the key file, which `guildmark status` will sign with. Raises GuildmarkError where the
        ledger is another list's.
        """
        path = Path(file)
        if not path.exists() or path.stat().st_size == 0:
            with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE), "r+b") as stream:
                _lock(stream, path)
                kept = key if in_device(key) else os.path.relpath(key, path.parent)
                head = {"ledger": FORMAT, "url": url, "issuer": issuer, "key": kept, "entries": LENGTH, "kind": kind}
                _append(stream, [{**head, "decoys": decoys(choose)}])
        with cls.opened(file) as ledger:
            for name, wanted in (("url", url), ("issuer", issuer), ("kind", kind)):
                if ledger._head[name] != wanted:
                    sentence = say(
                        "The list {file} is that of {found}, not of {wanted}.",
                        file=file,
                        found=ledger._head[name],
                        wanted=wanted,
                    )
                    raise GuildmarkError(
                        Fault("status.ledger.other", sentence, Place(file=file), ledger._head[name], (wanted,))
                    )
            yield ledger

    @property
    def issuer(self) -> str:
        """The DID of whom the list is."""
        return str(self._head["issuer"])

    @property
    def url(self) -> str:
        """The address at which the list is published."""
        return str(self._head["url"])

    @property
    def key(self) -> str:
        """The path of the key file with which the list is signed, or the address of the key in a device."""
        kept = str(self._head["key"])
        return kept if in_device(kept) else str(self.path.parent / kept)

    @property
    def published(self) -> Path:
        """The signed list, beside the ledger."""
        return self.path.with_name(self.path.stem + _PUBLISHED[self._head["kind"]])

    @property
    def to_publish(self) -> Sentence:
        """What is left to do once the list was signed with another content."""
        return say("publish {file} at {url}; until then nobody hears of it.", file=str(self.published), url=self.url)

    def holds(self, record_id: str) -> bool:
        """Whether the record has a place in this list."""
        return record_id in self._index

    def code(self, record_id: str) -> int:
        """The record's status."""
        return self._code.get(record_id, 0)

    def newer(self, record_id: str) -> str | None:
        """The record that followed this one, where the ledger says so."""
        return self._newer.get(record_id)

    def place(self, record_id: str, choose: Choose) -> StatusEntry:
        """The record's place: a new one where it has none, written down before anybody hears of it."""
        if record_id not in self._index:
            if len(self._taken) >= capacity(self._head["entries"]) + MOST_DECOYS:
                raise list_is_full()
            index = free_index(self._taken, choose, self._head["entries"])
            line = {"record": record_id, "index": index}
            _append(self._stream, [line])
            self._take(line)
            self._taken.add(index)
        return StatusEntry(self.url, self._index[record_id])

    def change(
        self, records: Iterable[str], code: int, reason: str | None, at: datetime, *, by: str | None = None
    ) -> None:
        """Set the status of these records, all of them known here; `by` is the record that follows them."""
        said: dict[str, object] = {"code": code, "reason": reason, "at": at.isoformat(timespec="seconds")}
        said |= {} if by is None else {"by": by}
        lines = [{"record": record, **said} for record in records]
        _append(self._stream, lines)
        for line in lines:
            self._take(line)

    def publish(self, key: Signer, at: datetime) -> Path:
        """Sign the list and write it, whole or not at all."""
        codes = {self._index[record]: code for record, code in self._code.items() if code}
        write_file(self.published, self._signed({**self._decoys, **codes}, key, at))
        return self.published

    def _signed(self, codes: Mapping[int, int], key: Signer, at: datetime) -> bytes:
        entries = self._head["entries"]
        # An award that was withdrawn, or is under review, is not pointed to by the record that it was renewed in.
        told = {old: new for old, new in self._newer.items() if get(self.code(old)).may_be_corrected}
        if self._head["kind"] == "token":
            return signed_token_list(self.url, self.issuer, codes, key, created=at, entries=entries, replacements=told)
        contexts = known_contexts()
        return signed_list(
            self.url, self.issuer, codes, key, created=at, contexts=contexts, entries=entries, replacements=told
        )

    def _take(self, line: Mapping[str, Any]) -> None:
        if "index" in line:
            self._index[line["record"]] = int(line["index"])
        else:
            self._code[line["record"]] = get(int(line["code"])).code
            if isinstance(line.get("by"), str):
                self._newer[line["record"]] = line["by"]


def _append(stream: BinaryIO, lines: Iterable[Mapping[str, Any]]) -> None:
    stream.seek(0, os.SEEK_END)
    stream.write(b"".join(json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n" for line in lines))
    stream.flush()


def _lines(stream: BinaryIO, path: Path) -> list[dict[str, Any]]:
    """The lines of a ledger; one that was not finished is taken away."""
    data = stream.read()
    whole = data[: data.rfind(b"\n") + 1]
    stream.truncate(len(whole))
    lines: list[dict[str, Any]] = []
    for number, text in enumerate(whole.splitlines(), start=1):
        try:
            lines.append(_line(json.loads(text), first=not lines))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GuildmarkError(_unreadable(path, number)) from error
    if not lines:
        raise GuildmarkError(_unreadable(path, 1))
    return lines


def _line(line: dict[str, Any], *, first: bool) -> dict[str, Any]:
    """The line, if it is one of a ledger; raises ValueError, KeyError or TypeError."""
    if first:
        if line["ledger"] != FORMAT or not all(isinstance(line[name], str) for name in ("url", "issuer", "key")):
            raise ValueError("no ledger of this kind")
        StatusEntry(line["url"], int(line["entries"]))
        if line.get("kind", "bitstring") not in _PUBLISHED:
            raise ValueError("no kind of list that is known")
        dict(line["decoys"])
    elif not isinstance(line["record"], str) or not ("index" in line or get(int(line["code"]))):
        raise ValueError("no line of a ledger")
    return line


def _unreadable(path: Path, number: int) -> Fault:
    sentence = say("This is not the ledger of a status list, or this line of it was damaged. Put it back as it was.")
    return Fault("status.ledger.unreadable", sentence, Place(file=str(path), row=number))


def _lock(stream: BinaryIO, path: Path) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        sentence = say("Another run is writing into {file}. Wait until it has ended, then start again.", file=str(path))
        raise GuildmarkError(Fault("status.ledger.in_use", sentence, Place(file=str(path)))) from error
