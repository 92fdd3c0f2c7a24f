"""holder: has the one who presents signed, and is every credential signed by somebody?"""

from __future__ import annotations

from collections.abc import Sequence

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.verify.issuer import issuer_id
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.outcome import Outcome
from guildmark.credentials.verify.schema import check_schema
from guildmark.words import say


def check_holder(holder: str | None, outcomes: Sequence[Outcome], bare: Sequence[JsonObject]) -> Check:
    """Whether who presents has signed; a credential without a proof of its own may only be the holder's word."""
    signers = {outcome.controller for outcome in outcomes if outcome.result == "pass"}
    if holder is not None and signers and holder not in signers:
        signer = min(str(one) for one in signers)
        sentence = say(
            "The presentation names {holder} as its holder, but {signer} signed it.", holder=holder, signer=signer
        )
        return Check("holder", "fail", sentence)
    for credential in bare:
        if holder is None or issuer_id(credential) != holder:
            return Check("holder", "fail", say("A credential in the presentation is signed by nobody."))
        schema = check_schema(credential)
        if schema.result != "pass":
            return Check("holder", schema.result, schema.sentence)
    return Check("holder", "pass", say("Who presents has signed."))
