"""schema: do the documents of the badge that could be had have the shapes of Open Badges 2.0?"""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from guildmark.credentials import openbadges2
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.openbadges2 import Badge
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.schema import SHOWN, places
from guildmark.words import Listing, Sentence, say

STANDARD = "Open Badges 2.0"


def check_schema(badge: Badge) -> Check:
    """Whether assertion, class and profile are built as Open Badges 2.0 asks; one that is not there is not judged."""
    parts: list[tuple[JsonObject | None, type[BaseModel]]] = [
        (badge.told, openbadges2.Assertion),
        (badge.badge_class.document, openbadges2.BadgeClass),
        (badge.issuer.document, openbadges2.Profile),
    ]
    found: list[Sentence] = []
    for document, shape in parts:
        # A badge that was taken away says no more than that.
        if document is None or (document is badge.told and document.get("revoked") is True):
            continue
        try:
            shape.model_validate(document)
        except ValidationError as error:
            found += places(error)
    if found:
        listing = Listing.of(found[:SHOWN])
        sentence = say("The record is not built as {standard} asks: {found}.", standard=STANDARD, found=listing)
        return Check("schema", "fail", sentence)
    return Check("schema", "pass", say("The record is built as {standard} asks.", standard=STANDARD))
