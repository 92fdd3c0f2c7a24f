"""Words of Step 2's lists."""

from __future__ import annotations

from enum import StrEnum

from guildmark.words import Sentence, say


class Kind(StrEnum):
    """What an occasion is."""

    EVENT = "event"
    OUTREACH = "outreach"

    @property
    def word(self) -> Sentence:
        """The kind for people."""
        return KINDS[self]


KINDS = {Kind.EVENT: say("Event of our own"), Kind.OUTREACH: say("Outreach elsewhere")}
