"""proof: did the issuer sign this token?"""

from __future__ import annotations

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.sdjwt.compact import TYPES
from guildmark.credentials.verify.issuer_keys import issuer_key
from guildmark.credentials.verify.outcome import Outcome, judged, untried
from guildmark.credentials.verify.token_header import not_read, refusal


def check_signature(token: vcjwt.Token, claims: JsonObject, fetch: Fetch | None) -> Outcome:
    """What came of the issuer's signature."""
    key, method = issuer_key(token, claims.get("iss"), fetch)
    if fault := refusal(token, TYPES):
        return untried("fail", fault, key, method)
    if sentence := not_read(token):
        return untried("not_checked", sentence, key, method)
    return key if isinstance(key, Outcome) else judged(vcjwt.check(token, key), method)
