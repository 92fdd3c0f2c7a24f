"""holder: did the holder of a record that is bound to a key sign this very presentation? (RFC 9901, 7.3)"""

from __future__ import annotations

from datetime import UTC, datetime

from guildmark.credentials.keys import PublicKey
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.sdjwt import SdJwt
from guildmark.credentials.sdjwt.disclosures import HASHES, digest_of
from guildmark.credentials.verify.clocks import is_ahead, said
from guildmark.credentials.verify.model import Check
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say

TYPE = "kb+jwt"


def check_binding(
    found: SdJwt, *, now: datetime, audience: str | None = None, nonce: str | None = None
) -> Check | None:
    """The check `holder`; None for a record that is bound to nobody's key, and brings no signature of a holder.

    `audience` and `nonce` are what the verifier asked the holder to sign; without them nobody can tell whether
    the presentation was made for this verifier, and the sentence says for whom it was made.
    """
    confirmed, binding = found.token.payload.get("cnf"), found.binding
    if confirmed is None and binding is None:
        return None
    if binding is None:
        sentence = say("The record is bound to its holder's key, and nothing here shows who holds that.")
        return Check("holder", "not_checked", sentence)
    jwk = confirmed.get("jwk") if isinstance(confirmed, dict) else None
    if not isinstance(jwk, dict):
        return _failed(say("A holder signed the presentation, but the record names no holder's key."))
    try:
        key = PublicKey.from_jwk(jwk)
    except GuildmarkError as error:
        return _failed(error.faults[0].sentence)
    if binding.header.get("typ") != TYPE or "crit" in binding.header or not vcjwt.check(binding, key):
        return _failed(say("The holder's signature does not fit the key that the record names."))
    hashing = found.token.payload.get("_sd_alg", "sha-256")
    known = hashing if isinstance(hashing, str) and hashing in HASHES else "sha-256"
    if binding.payload.get("sd_hash") != digest_of(found.presented.decode("ascii"), known):
        return _failed(say("The holder signed another presentation than this one."))
    return _meant(binding, now, audience, nonce)


def _meant(binding: vcjwt.Token, now: datetime, audience: str | None, nonce: str | None) -> Check:
    made, meant = binding.payload.get("iat"), binding.payload.get("aud")
    if isinstance(made, bool) or not isinstance(made, int | float) or not 0 <= made < 253_402_300_800:
        return _failed(say("The holder's signature does not say when it was made."))
    at = datetime.fromtimestamp(made, UTC)
    if is_ahead(at, now):
        return _failed(say("The holder's signature is from the future: {time}.", time=said(at, now)))
    if not isinstance(meant, str) or not isinstance(binding.payload.get("nonce"), str):
        return _failed(say("The holder's signature does not say for whom it was made."))
    if (audience is not None and audience != meant) or (nonce is not None and nonce != binding.payload["nonce"]):
        return _failed(say("The holder showed the record to somebody else, {audience}.", audience=meant[:200]))
    return Check("holder", "pass", say("The holder signed this presentation for {audience}.", audience=meant[:200]))


def _failed(sentence: Sentence) -> Check:
    return Check("holder", "fail", sentence)
