"""What makes the signed bytes of a record on the web: Open Badges 3.0 with an eddsa-rdfc-2022 proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from guildmark.credentials.keys import Signer
from guildmark.credentials.prepared import Rdfc, RecordSigner
from guildmark.credentials.record import Record
from guildmark.credentials.status import StatusEntry
from guildmark.credentials.verify import known_contexts


def record_signer(signer: Signer, *, created: datetime) -> RecordSigner:
    """What signs records with this key; what those of a design and issuer share is prepared once."""
    return RecordSigner(signer, created=created, suite=Rdfc(known_contexts()))


def signing(signer: RecordSigner, *, entry: Callable[[Record], StatusEntry]) -> Callable[[Record], bytes]:
    """The function that signs the records of one chunk; `entry` gives each its place in a status list."""

    def sign(record: Record) -> bytes:
        return signer.sign(replace(record, status=entry(record)))

    return sign
