"""`guildmark status`: revoke records, suspend them, or bring suspended ones back."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import click

from guildmark.cli.command import guildmark_command, option
from guildmark.cli.signing_keys import opened_key
from guildmark.cli.status_ledger import StatusLedger
from guildmark.cli.voice import Voice
from guildmark.credentials.keys import Signer
from guildmark.credentials.record.addresses import is_address
from guildmark.credentials.status import STATES, Status, get, status_for
from guildmark.credentials.status.statuses import REPLACED
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import say, say_count

MOST_TYPED = 20_000_000
"""Characters that are read from standard input: some 400,000 ids."""


@guildmark_command("status", about=say("Revoke or suspend records, or bring suspended ones back."))
@click.argument("records", metavar="RECORD_ID…", nargs=-1, required=True)
@option("--set", "state", type=click.Choice(STATES), required=True, about=say("What the records are from now on."))
@option(
    "--reason",
    metavar="TEXT",
    about=say("Why: error, replaced or withdrawn; review or requested. Any other text stays in your list."),
)
@option("--by", metavar="RECORD_ID", about=say("The record that replaces this one; whoever has the old one is told."))
@option("--list", "file", metavar="FILE", required=True, about=say("The list that “guildmark issue” made."))
@option("--key", metavar="KEYFILE", about=say("The signing key, where it is no longer where it was at the issue."))
def command(
    voice: Voice,
    *,
    records: tuple[str, ...],
    state: str,
    reason: str | None,
    by: str | None,
    file: str,
    key: str | None,
) -> int:
    """Changes all of the records or none, and writes the list to publish."""
    wanted = status_for(state, reason)  # type: ignore[arg-type] # click has checked it
    now = datetime.now(UTC).replace(microsecond=0)
    listed = tuple(dict.fromkeys(_named(records)))
    if by is not None and (len(listed) != 1 or wanted.reason != REPLACED or by in listed or not is_address(by)):
        sentence = say("--by names the one record that replaces the one before it: --set revoked --reason replaced.")
        raise GuildmarkError(Fault("status.by", sentence, found=by))
    with StatusLedger.opened(file) as ledger:
        faults = list(_faults(ledger, listed, wanted, reason, file))
        if faults:
            raise GuildmarkError(faults)
        with key_of_list(ledger, key) as signing_key:
            changed = [
                record for record in listed if ledger.code(record) != wanted.code or (by and ledger.newer(record) != by)
            ]
            ledger.change(changed, wanted.code, reason, now, by=by)
            ledger.publish(signing_key, now)
    _tell(voice, wanted, changed, ledger)
    return 0


def _named(records: Sequence[str]) -> Iterator[str]:
    """The ids; `-` stands for those on standard input, one a line."""
    for record in records:
        if record != "-":
            yield record
            continue
        text = sys.stdin.read(MOST_TYPED)
        yield from (line.strip() for line in text.splitlines() if line.strip())


@contextmanager
def key_of_list(ledger: StatusLedger, path: str | None) -> Iterator[Signer]:
    """The key that signs the list, under the name of its issuer; GuildmarkError where it is another's."""
    path = path or ledger.key
    with opened_key(path) as key:
        if ledger.issuer.startswith("did:key:") and ledger.issuer != key.did:
            sentence = say("This is not the key of the list's issuer, {issuer}.", issuer=ledger.issuer)
            place = Place(file=path)
            raise GuildmarkError(Fault("status.key.other", sentence, place, key.did, (ledger.issuer,)))
        yield key.under(ledger.issuer)


def _faults(
    ledger: StatusLedger, records: Sequence[str], wanted: Status, reason: str | None, file: str
) -> Iterator[Fault]:
    if wanted.state != "active" and not (reason or "").strip():
        yield Fault("status.reason.missing", say("Say why: --reason TEXT."), found=wanted.state)
    for record in records:
        if not ledger.holds(record):
            sentence = say("The record {record} has no place in this list.", record=record)
            yield Fault("status.record.unknown", sentence, Place(file=file), found=record)
        elif get(ledger.code(record)).state == "revoked" and wanted.state != "revoked":
            sentence = say("The record {record} is revoked, which is for good. Issue it anew instead.", record=record)
            yield Fault("status.record.revoked", sentence, Place(file=file), found=record)


def _tell(voice: Voice, status: Status, changed: Sequence[str], ledger: StatusLedger) -> None:
    if voice.as_json:
        told = {"state": status.state, "reason": status.reason, "changed": list(changed)}
        voice.answer({**told, "published": str(ledger.published), "url": ledger.url})
        return
    page = voice.page()
    count = len(changed)
    match status.state:
        case "revoked":
            page.finding(say_count("{count} record is revoked.", "{count} records are revoked.", count))
        case "suspended":
            page.finding(say_count("{count} record is suspended.", "{count} records are suspended.", count))
        case _:
            page.finding(say_count("{count} record is in force again.", "{count} records are in force again.", count))
    page.next(ledger.to_publish)
