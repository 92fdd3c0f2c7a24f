"""A credential or presentation that stands whole in a data: URL (VC Data Model 2.0, 4.13.2 and 4.13.3)."""

from __future__ import annotations

import re

from pydantic import ValidationError

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.verify.vcdm import Envelope
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import say

CREDENTIAL = "EnvelopedVerifiableCredential"
PRESENTATION = "EnvelopedVerifiablePresentation"

_TOKEN = re.compile(r"data:application/(?:vc|vp|vc-ld|vp-ld|vc\+ld|vp\+ld)?\+?jwt,([A-Za-z0-9_.-]+)")


def envelope(token: str, kind: str = CREDENTIAL) -> JsonObject:
    """The object that carries a token where an object must stand."""
    media_type = "vc+jwt" if kind == CREDENTIAL else "vp+jwt"
    return {
        "@context": "https://www.w3.org/ns/credentials/v2",
        "id": f"data:application/{media_type},{token}",
        "type": kind,
    }


def token_in(document: JsonObject, kind: str = CREDENTIAL) -> str:
    """The token in an envelope of this kind; raises GuildmarkError `envelope.*`.

    An envelope holds nothing else, since nothing else in it would be signed.
    """
    try:
        Envelope.model_validate(document)
    except ValidationError as error:
        raise GuildmarkError(
            Fault("envelope.invalid", say("The envelope of the credential is not built as VC Data Model 2.0 asks."))
        ) from error
    if document["type"] not in (kind, [kind]):
        sentence = say("The envelope does not say that it holds what belongs there.")
        raise GuildmarkError(Fault("envelope.invalid", sentence, Place(path="/type"), accepted=(kind,)))
    found = _TOKEN.fullmatch(document["id"])
    if found is None:
        sentence = say("The envelope does not hold a JWT in a data: address, the only kind that is read.")
        raise GuildmarkError(Fault("envelope.unsupported", sentence, Place(path="/id")))
    return found[1]
