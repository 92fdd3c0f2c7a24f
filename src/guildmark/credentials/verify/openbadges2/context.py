"""context: are the words of the badge those of Open Badges 2.0, and no other?"""

from __future__ import annotations

from guildmark.credentials import openbadges2
from guildmark.credentials.openbadges2 import Badge
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.openbadges2.schema import STANDARD
from guildmark.words import say


def check_context(badge: Badge) -> Check:
    """Whether the assertion that counts names the context of the standard alone."""
    if badge.told.get("@context") in (openbadges2.CONTEXT, [openbadges2.CONTEXT]):
        return Check("context", "pass", say("The words are those of {standard}.", standard=STANDARD))
    sentence = say("The badge brings further contexts, which could give its words another meaning.")
    return Check("context", "not_checked", sentence)
