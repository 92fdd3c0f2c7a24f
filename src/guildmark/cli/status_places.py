"""What `guildmark issue --status URL --list FILE` adds: each record gets its place in the list."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from guildmark.cli.status_ledger import StatusLedger
from guildmark.cli.writing import check_target
from guildmark.credentials.keys import SigningKey
from guildmark.credentials.record.addresses import is_web_address
from guildmark.credentials.status import StatusEntry
from guildmark.errors import Fault, GuildmarkError
from guildmark.words import say


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


@contextmanager
def places(
    url: str | None, file: str | None, key_file: str, key: SigningKey
) -> Iterator[Callable[[str], StatusEntry] | None]:
    """What gives a record its place, or None without a list. The list is published before any record names it."""
    if url is None or file is None:
        yield None
        return
    with StatusLedger.made_or_opened(file, url, key.controller, key_file, secrets.randbelow) as ledger:
        ledger.publish(key, datetime.now(UTC))
        yield lambda record_id: ledger.place(record_id, secrets.randbelow)
