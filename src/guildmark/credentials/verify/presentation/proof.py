"""proof: is the signature of whoever presents good, under a key that may be used to sign in?"""

from __future__ import annotations

from datetime import datetime

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.verify.model import Check
from guildmark.credentials.verify.outcome import Outcome, judged, look_up, untried
from guildmark.credentials.verify.proof import check_proofs
from guildmark.credentials.verify.token_header import not_read, refusal
from guildmark.words import say

_PURPOSE = "authentication"
_TOKEN_TYPES = frozenset({"jwt", "vp+jwt", "vp+ld+jwt"})


def check_proof(
    document: JsonObject, token: vcjwt.Token | None, *, now: datetime, contexts: Contexts, fetch: Fetch | None
) -> tuple[Check, tuple[Outcome, ...]]:
    """The check `proof`, and what came of each proof of the presentation; `token` is what it came in."""
    if token is None:
        return check_proofs(document, None, now=now, contexts=contexts, fetch=fetch, purpose=_PURPOSE)
    outcome = _check_token(token, fetch)
    return Check("proof", outcome.result, outcome.sentence), (outcome,)


def _check_token(token: vcjwt.Token, fetch: Fetch | None) -> Outcome:
    method = token.header.get("kid")
    if not isinstance(method, str):
        return Outcome("fail", say("The token does not name the key that signed it."))
    issuer = token.payload.get("iss")
    method = f"{issuer}{method}" if method.startswith("#") else method
    key = look_up(method, fetch, _PURPOSE)
    if fault := refusal(token, _TOKEN_TYPES, may_be_untyped=True):
        return untried("fail", fault, key, method)
    if sentence := not_read(token):
        return untried("not_checked", sentence, key, method)
    return key if isinstance(key, Outcome) else judged(vcjwt.check(token, key), method)
