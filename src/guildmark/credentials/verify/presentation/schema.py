"""schema: does the presentation have the shape that VC Data Model 2.0 or 1.1 asks for?"""

from __future__ import annotations

from pydantic import ValidationError

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.schema import SHOWN, places
from guildmark.credentials.verify.vcdm import Presentation
from guildmark.words import Listing, say

_STANDARD = "VC Data Model 2.0"


def check_schema(document: JsonObject) -> Check:
    """Whether the presentation is built as its standard asks."""
    try:
        Presentation.model_validate(document)
    except ValidationError as error:
        found = Listing.of(places(error)[:SHOWN])
        sentence = say("The presentation is not built as {standard} asks: {found}.", standard=_STANDARD, found=found)
        return Check("schema", "fail", sentence)
    return Check("schema", "pass", say("The presentation is built as {standard} asks.", standard=_STANDARD))
