"""context: is it known what every word of the record means?"""

from __future__ import annotations

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.linkeddata import Contexts, TooMuchWorkError, UnknownContextError, to_dataset
from guildmark.credentials.verify.model import Check
from guildmark.errors import GuildmarkError
from guildmark.words import Listing, say

SHOWN = 5


def check_context(document: JsonObject, contexts: Contexts) -> Check:
    """Whether every context is known and defines every word; what no context defines, no signature covers."""
    if "@context" not in document:
        return Check("context", "fail", say("The record has no context, so its words have no meaning."))
    try:
        to_dataset(document, contexts)
    except (UnknownContextError, TooMuchWorkError) as error:
        return Check("context", "not_checked", error.faults[0].sentence)
    except GuildmarkError as error:
        found = Listing.of(fault.sentence for fault in error.faults[:SHOWN])
        return Check("context", "fail", say("Not every word of the record has a meaning: {found}", found=found))
    return Check("context", "pass", say("Every context is known, and defines every word of the record."))
