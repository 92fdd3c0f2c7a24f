"""issuer: is the key that signed the issuer's own?"""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.outcome import Outcome
from guildmark.words import say


def issuer_id(document: JsonObject) -> str | None:
    """The issuer's identifier, which stands alone or in an object."""
    issuer = document.get("issuer")
    found = issuer.get("id") if isinstance(issuer, dict) else issuer
    return found if isinstance(found, str) else None


def check_issuer(document: JsonObject, outcomes: Sequence[Outcome]) -> Check:
    """Whether a proof's key belongs to the issuer that the record names.

    Anyone can sign a record again with a key of their own; that is not the issuer's record any more.
    """
    issuer = issuer_id(document)
    if issuer is None:
        return Check("issuer", "fail", say("The record does not name its issuer by an identifier."))
    named = [outcome for outcome in outcomes if outcome.method is not None]
    if not named:
        unread = next((one.key_sentence for one in outcomes if one.key_sentence and one.key_result != "fail"), None)
        sentence = unread or say("No key is named, so nothing shows that {issuer} signed.", issuer=issuer)
        return Check("issuer", "not_checked", sentence)
    own = [outcome for outcome in named if outcome.controller == issuer]
    passed = [outcome for outcome in named if outcome.result == "pass"]
    # Where some proof is good, it must be the issuer's: one that nobody could check vouches for nothing.
    if any(outcome.key_found for outcome in own if outcome in passed):
        return Check("issuer", "pass", say("The key belongs to the issuer, {issuer}.", issuer=issuer))
    if not passed and any(outcome.key_found for outcome in own):
        sentence = say(
            "The proof names the key of the issuer, {issuer}; only a good signature is theirs.", issuer=issuer
        )
        return Check("issuer", "pass", sentence)
    if own and passed:
        return Check(
            "issuer", "not_checked", say("The proof of {issuer} could not be checked, only another’s.", issuer=issuer)
        )
    if own:
        return Check("issuer", own[0].key_result, own[0].key_sentence or own[0].sentence)
    if any(not str(outcome.controller).startswith("did:") for outcome in named):
        sentence = say(
            "The key {key} is not looked up by this version, so nothing shows whose it is.", key=named[0].method
        )
        return Check("issuer", "not_checked", sentence)
    sentence = say(
        "The record names {issuer} as its issuer, but it was signed by {signer}: not the issuer's key.",
        issuer=issuer,
        signer=named[0].controller,
    )
    return Check("issuer", "fail", sentence)
