"""schema: does the record have the shape that its standard asks for?"""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from guildmark.credentials.bounded import JsonObject, pointer_token
from guildmark.credentials.linkeddata import CREDENTIALS_V1
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.parse import BADGE_TYPES, types_of
from guildmark.credentials.verify.shapes import Badge
from guildmark.credentials.verify.vcdm import Credential, OldCredential
from guildmark.words import Listing, Sentence, say

SHOWN = 5


def check_schema(document: JsonObject) -> Check:
    """Whether the document is built as Open Badges 3.0, or VC Data Model 2.0 or 1.1, asks."""
    standard, shape = _standard(document)
    try:
        shape.model_validate(document)
    except ValidationError as error:
        found = Listing.of(places(error)[:SHOWN])
        sentence = say("The record is not built as {standard} asks: {found}.", standard=standard, found=found)
        return Check("schema", "fail", sentence)
    return Check("schema", "pass", say("The record is built as {standard} asks.", standard=standard))


def _standard(document: JsonObject) -> tuple[str, type[BaseModel]]:
    context = document.get("@context")
    first = context[0] if isinstance(context, list) and context else context
    if first == CREDENTIALS_V1:
        return "VC Data Model 1.1", OldCredential
    if BADGE_TYPES & set(types_of(document)):
        return "Open Badges 3.0", Badge
    return "VC Data Model 2.0", Credential


def places(error: ValidationError) -> list[Sentence]:
    """What is wrong at each place, said once."""
    errors = error.errors(include_url=False, include_context=False)
    return list({place: _sentence(place, one["type"]) for one in errors if (place := _pointer(one["loc"]))}.values())


def _sentence(place: str, kind: str) -> Sentence:
    match kind:
        case "missing":
            return say("{path} is missing", path=place)
        case "extra_forbidden":
            return say("{path} has no place there", path=place)
        case _:
            return say("{path} is not what belongs there", path=place)


def _pointer(location: tuple[int | str, ...]) -> str:
    # Names with a capital or a bracket are pydantic's, for the branch of a union that was tried.
    steps = [step for step in location if isinstance(step, int) or not (step[:1].isupper() or "[" in step)]
    return "".join(f"/{pointer_token(str(step))}" for step in steps) or "/"
