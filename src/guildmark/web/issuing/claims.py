"""The claim link of a record: the wallet makes it, and is asked here so that neither room loads the other first."""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.web.issuing.models import IssuedRecord


def offer(record: IssuedRecord, *, mailed: bool = False) -> str:
    """A new claim link's token; it is told once and nowhere kept in clear.

    `mailed` where nobody but the reader of the record's mailbox sees it: claiming then shows whose address it is.
    """
    from guildmark.web.wallet import actions  # wallet reads issuing's selectors while it loads

    return actions.offer(record, mailed=mailed)


def offer_new(records: Sequence[IssuedRecord]) -> list[str]:
    """The tokens of the first claim links of records that were just signed, in their order; their mails tell them."""
    from guildmark.web.wallet import actions  # as above

    return actions.offer_new(records)
