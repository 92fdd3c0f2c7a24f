"""What `guildmark issue --status URL --list FILE` adds: each record gets its place in the list."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from guildmark.cli.status_ledger import ListKind, StatusLedger
from guildmark.cli.writing import check_target
from guildmark.credentials.issuing import Superseded
from guildmark.credentials.keys import Signer
from guildmark.credentials.record.addresses import is_web_address
from guildmark.credentials.status import StatusEntry, get, status_for
from guildmark.credentials.status.statuses import REPLACED
from guildmark.errors import Fault, GuildmarkError
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
    """The list of a run: each record gets its place, and what another record followed is told."""

    def __init__(self, ledger: StatusLedger, key: Signer) -> None:
        self._ledger = ledger
        self._key = key

    def place(self, record_id: str) -> StatusEntry:
        """The record's place, the same one when it is asked for again."""
        return self._ledger.place(record_id, secrets.randbelow)

    def tell(self, followed: Mapping[str, Superseded], at: datetime) -> None:
        """Say of each old record which one followed it: a corrected one is revoked, a renewed one stands."""
        code = status_for("revoked", REPLACED).code
        new = {
            old: one for old, one in followed.items() if self._ledger.holds(old) and self._ledger.newer(old) != one.by
        }
        for old, one in new.items():
            revoked = get(self._ledger.code(old)).state == "revoked"
            wanted = code if one.corrected and not revoked else self._ledger.code(old)
            self._ledger.change([old], wanted, REPLACED if one.corrected else RENEWED, at, by=one.by)
        if new:
            self._ledger.publish(self._key, at)


@contextmanager
def places(
    url: str | None, file: str | None, key_file: str, key: Signer, *, kind: ListKind = "bitstring"
) -> Iterator[Places | None]:
    """The list of a run, or None without one. It is published before any record names it."""
    if url is None or file is None:
        yield None
        return
    with StatusLedger.made_or_opened(file, url, key.controller, key_file, secrets.randbelow, kind=kind) as ledger:
        ledger.publish(key, datetime.now(UTC))
        yield Places(ledger, key)
