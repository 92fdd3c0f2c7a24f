"""The claim link of a record: the wallet makes it, and is asked here so that neither room loads the other first."""

from __future__ import annotations

from guildmark.web.issuing.models import IssuedRecord


def offer(record: IssuedRecord, *, mailed: bool = False) -> str:
    """A new claim link's token; it is told once and nowhere kept in clear.

    `mailed` where nobody but the reader of the record's mailbox sees it: then claiming shows that the address is theirs.
    """
    from guildmark.web.wallet import actions  # wallet reads issuing's selectors while it loads

    return actions.offer(record, mailed=mailed)
