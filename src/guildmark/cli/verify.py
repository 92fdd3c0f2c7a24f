"""`guildmark verify`: is this record genuine, whole and in force?"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from guildmark.cli.command import guildmark_command, option
from guildmark.cli.limits import Limits, limits_here
from guildmark.cli.reading import naming, read_file, read_record
from guildmark.cli.verification import show_verification
from guildmark.cli.voice import Voice
from guildmark.credentials.verify import TrustList, Verification, read_trust, verify
from guildmark.words import say

if TYPE_CHECKING:
    from guildmark.fetching import HttpsClient


@guildmark_command("verify", about=say("Check that a record is genuine, from whatever file it comes in."))
@click.argument("file", metavar="FILE|-")
@option("--offline", is_flag=True, about=say("Fetch nothing; a did:web issuer cannot be checked then."))
@option("--trust", metavar="FILE", about=say("A list of the issuers that you trust."))
def command(voice: Voice, file: str, offline: bool, trust: str | None) -> int:
    """Says what was checked and what came of it; exit code 0 only for a valid record."""
    limits = limits_here()
    trusted = _trusted(trust, limits) if trust else None
    result = verified(file, read_record(file, limits), limits, trust=trusted, offline=offline)
    if voice.as_json:
        voice.answer(result.as_json(voice.language))
    else:
        show_verification(voice, result)
    return 0 if result.verdict == "valid" else 1


def verified(
    file: str, data: bytes, limits: Limits, *, trust: TrustList | None = None, offline: bool = False
) -> Verification:
    """Everything that can be found out about the record in `data`, now."""
    # All that one record asks for shares its time: it may name many addresses, and somebody waits.
    fetch = None if offline else client(limits).together()
    with naming(file):
        return verify(data, now=datetime.now(UTC), fetch=fetch, trust=trust, limits=limits.record)


def client(limits: Limits) -> HttpsClient:
    """The guarded client, within the limits of this run."""
    from guildmark.fetching import FetchLimits, HttpsClient

    return HttpsClient(FetchLimits(seconds=limits.fetch_seconds, redirects=limits.fetch_redirects))


def _trusted(path: str, limits: Limits) -> TrustList:
    with naming(path):
        return read_trust(read_file(path, limits))
