"""What `guildmark issue --status URL --list FILE` adds: each record gets its place in the list."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from guildmark.cli.reading import naming
from guildmark.cli.records_folder import Folder
from guildmark.cli.status_ledger import ListKind, StatusLedger
from guildmark.cli.writing import check_target
from guildmark.credentials.bounded import DEFAULT_LIMITS
from guildmark.credentials.issuing import Entry, Superseded
from guildmark.credentials.keys import Signer
from guildmark.credentials.record.addresses import is_web_address
from guildmark.credentials.status import ACTIVE, Status, StatusEntry, get, status_for
from guildmark.credentials.status.statuses import REPLACED
from guildmark.credentials.verify.parse import Parsed, parse
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import say

RENEWED = "renewed"
"""The reason that the ledger notes where a record is followed by another before it ends; the record stands."""


def check_status_options(url: str | None, file: str | None) -> None:
    """Raises GuildmarkError unless both are given or none, the address is one that verifiers fetch, the file can be."""
    if (url is None) != (file is None):
        sentence = say("--status and --list belong together: the list's address, and the file that you keep.")
        raise GuildmarkError(Fault("status.options", sentence, found=url or file))
    if url is None or file is None:
        return
    if not url.startswith("https://") or not is_web_address(url) or "#" in url:
        sentence = say("“{found}” is no address of a status list. It starts with https:// and has no #.", found=url)
        raise GuildmarkError(Fault("status.url", sentence, found=url))
    check_target(file)


def list_kind(record_format: str) -> ListKind:
    """Which kind of list the records of a format name."""
    return "token" if record_format == "sd-jwt" else "bitstring"


class Places:
    """The list of a run, published: each record gets its place, and what another record followed is told."""

    def __init__(self, ledger: StatusLedger, key: Signer) -> None:
        self._ledger = ledger
        self._key = key

    def place(self, record_id: str) -> StatusEntry:
        """The record's place, the same one when it is asked for again."""
        return self._ledger.place(record_id, secrets.randbelow)

    def tell(self, followed: Mapping[str, Superseded], at: datetime) -> StatusLedger | None:
        """Say of each old record which one followed it: a corrected one is revoked, a renewed one stands.

        The ledger, where that was news, so that the list has to be published again.
        """
        code = status_for("revoked", REPLACED).code
        # What was said by hand, of a record from elsewhere, is left as it is.
        told = {None, *(one.by for one in followed.values())}
        new = {
            old: one
            for old, one in followed.items()
            if self._ledger.holds(old) and (newer := self._ledger.newer(old)) != one.by and newer in told
        }
        for old, one in new.items():
            active = get(self._ledger.code(old)).state == "active"
            wanted = code if one.corrected and active else self._ledger.code(old)
            self._ledger.change([old], wanted, REPLACED if one.corrected else RENEWED, at, by=one.by)
        if not new:
            return None
        self._ledger.publish(self._key, at)
        return self._ledger


class ListOfRun:
    """The list of a run before anything is written: what is known of the records that are there."""

    def __init__(self, key: Signer, make: Callable[[], StatusLedger] | None, ledger: StatusLedger | None) -> None:
        """`make` opens a ledger that is made first; None for a run without a list. `ledger`: one that is there."""
        self._key = key
        self._make = make
        self._ledger = ledger
        self._elsewhere: list[Fault] = []

    def standing(self, entry: Entry, folder: Folder) -> Status:
        """The status of a record that another one is to follow.

        Where it stands in a list that the run does not know, it would stay as it is for ever: `begin` refuses then.
        """
        if self._ledger is not None and self._ledger.holds(entry.record_id):
            return get(self._ledger.code(entry.record_id))
        address = entry.status_list
        if address is None and folder.holds(entry.file):
            with naming(entry.file):
                address = list_named_in(parse(folder.read(entry.file), DEFAULT_LIMITS))
        if address is not None:
            self._elsewhere.append(_other_list(entry, address))
        return ACTIVE

    def begin(self) -> Places | None:
        """The list, published before any record names it; None for a run without one.

        Raises GuildmarkError `issue.status.other` with a fault for each record whose list is another one.
        """
        if self._elsewhere:
            raise GuildmarkError(self._elsewhere)
        if self._make is None:
            return None
        ledger = self._ledger or self._make()
        ledger.publish(self._key, datetime.now(UTC))
        return Places(ledger, self._key)


@contextmanager
def list_of_run(
    url: str | None, file: str | None, key_file: str, key: Signer, *, kind: ListKind = "bitstring"
) -> Iterator[ListOfRun]:
    """The list of a run; a ledger that is there is this run's alone, one that is not is made when the run begins."""
    if url is None or file is None:
        yield ListOfRun(key, None, None)
        return
    with ExitStack() as opened:

        def make() -> StatusLedger:
            return opened.enter_context(
                StatusLedger.made_or_opened(file, url, key.controller, key_file, secrets.randbelow, kind=kind)
            )

        yield ListOfRun(key, make, make() if Path(file).exists() else None)


def list_named_in(record: Parsed) -> str | None:
    """The address of the list in which a record of ours has its place; None where it has none."""
    if record.sd_jwt is not None:
        status = record.document.get("status")
        place = status.get("status_list") if isinstance(status, dict) else None
        address = place.get("uri") if isinstance(place, dict) else None
    else:
        status = record.document.get("credentialStatus")
        address = status.get("statusListCredential") if isinstance(status, dict) else None
    return address if isinstance(address, str) else None


def _other_list(entry: Entry, address: str) -> Fault:
    sentence = say(
        "The record {record} has its place in the status list {url}, which would never tell that another one followed. "
        "Name that list: --status {url} --list FILE.",
        record=entry.record_id,
        url=address,
    )
    return Fault("issue.status.other", sentence, Place(file=entry.file), found=address)
