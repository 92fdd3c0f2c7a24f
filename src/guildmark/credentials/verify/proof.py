"""proof: is the signature good under the key that it names, and was that key made for assertions?"""

from __future__ import annotations

from datetime import datetime

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.proofs.data_integrity import proofs_of
from guildmark.credentials.verify.embedded import check_embedded
from guildmark.credentials.verify.model import Check, Result
from guildmark.credentials.verify.outcome import ISSUE_PURPOSE, Outcome
from guildmark.credentials.verify.token import IsSigned, check_token
from guildmark.words import say

MOST_PROOFS = 8


def check_proofs(
    document: JsonObject,
    token: vcjwt.Token | None,
    *,
    now: datetime,
    contexts: Contexts,
    fetch: Fetch | None,
    hash_data: bytes | None = None,
    is_signed: IsSigned = vcjwt.check,
    purpose: str = ISSUE_PURPOSE,
) -> tuple[Check, tuple[Outcome, ...]]:
    """The check `proof`, and what came of each proof. One good proof is enough, one bad proof too much.

    `hash_data` is what the one proof of a record is over, where that is known already; `is_signed` checks the
    signature of a token. `purpose` is what an embedded proof must have been made for: a presentation's is
    `authentication`.
    """
    if token is not None:
        outcomes: tuple[Outcome, ...] = (check_token(document, token, fetch, is_signed),)
    else:
        proofs = proofs_of(document)
        if not proofs:
            return Check("proof", "fail", say("The record is not signed: it carries no proof.")), ()
        if len(proofs) > MOST_PROOFS:
            sentence = say("The record carries more than {most} proofs; they were not checked.", most=MOST_PROOFS)
            return Check("proof", "not_checked", sentence), ()
        outcomes = check_embedded(
            document, proofs, now=now, contexts=contexts, fetch=fetch, purpose=purpose, hash_data=hash_data
        )
    order: tuple[Result, ...] = ("fail", "pass", "not_checked")
    decisive = min(outcomes, key=lambda outcome: order.index(outcome.result))
    return Check("proof", decisive.result, decisive.sentence), outcomes
