"""schema: do the claims have the shape that SD-JWT VC asks for, and those of our own type that of the record?"""

from __future__ import annotations

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.sdjwt.shape import faults
from guildmark.credentials.verify.model import Check
from guildmark.words import Listing, say

SHOWN = 5


def check_schema(claims: JsonObject) -> Check:
    """Whether the claims are built as SD-JWT VC asks."""
    wrong = faults(claims)
    if wrong:
        found = Listing.of(say("{path} is not what belongs there", path=f"/{name}") for name in wrong[:SHOWN])
        sentence = say("The record is not built as {standard} asks: {found}.", standard="SD-JWT VC", found=found)
        return Check("schema", "fail", sentence)
    return Check("schema", "pass", say("The record is built as {standard} asks.", standard="SD-JWT VC"))
