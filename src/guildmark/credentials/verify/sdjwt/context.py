"""context: is it known what the claims of this type mean?"""

from __future__ import annotations

from guildmark.credentials import sdjwt
from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.verify.model import Check
from guildmark.words import say


def check_context(claims: JsonObject) -> Check:
    """Whether the type (`vct`) is one whose claims are known."""
    if claims.get("vct") == sdjwt.VCT:
        return Check("context", "pass", say("The type of the record is known, and with it what its claims mean."))
    if not isinstance(claims.get("vct"), str):
        sentence = say("The record does not say of which type it is, so nobody can say what its claims mean.")
        return Check("context", "not_checked", sentence)
    sentence = say("The record is of the type {type}, whose claims are not known here.", type=claims["vct"][:200])
    return Check("context", "not_checked", sentence)
