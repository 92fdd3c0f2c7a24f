"""What makes the signed bytes of a record on the web: Open Badges 3.0 with an eddsa-rdfc-2022 proof."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from guildmark.credentials import openbadges
from guildmark.credentials.keys import Signer
from guildmark.credentials.proofs import eddsa_rdfc
from guildmark.credentials.record import Record
from guildmark.credentials.status import StatusEntry
from guildmark.credentials.verify import known_contexts


def signing(signer: Signer, *, created: datetime, entry: Callable[[Record], StatusEntry]) -> Callable[[Record], bytes]:
    """The function that signs one record after the other; `entry` gives each its place in a status list."""

    def sign(record: Record) -> bytes:
        record = replace(record, status=entry(record))
        document = eddsa_rdfc.sign(openbadges.write(record), signer, created=created, contexts=known_contexts())
        return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"

    return sign
