"""context: is the model the one that we know, and does it define every word?"""

from __future__ import annotations

from guildmark.credentials import elm
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.schema import SHOWN
from guildmark.words import Listing, say


def check_context(document: JsonObject) -> Check:
    """Whether the contexts are those of the European Learning Model, and it defines every word of the document."""
    if document.get("@context") != list(elm.CONTEXT):
        sentence = say("The record names other contexts than the European Learning Model, so its words are not known.")
        return Check("context", "not_checked", sentence)
    unknown = elm.unknown_words(document)
    if unknown:
        named = Listing.of(unknown[:SHOWN])
        return Check("context", "fail", say("Not every word of the record has a meaning: {found}", found=named))
    return Check("context", "pass", say("Every context is known, and defines every word of the record."))
