"""The claim link of a record: the wallet makes it, and is asked here so that neither room loads the other first."""

from __future__ import annotations

from guildmark.web.issuing.models import IssuedRecord


def offer(record: IssuedRecord) -> str:
    """A new claim link's token; it is told once and nowhere kept in clear."""
    from guildmark.web.wallet import actions  # wallet reads issuing's selectors while it loads

    return actions.offer(record)
