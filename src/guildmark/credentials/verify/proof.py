"""proof: is the signature good under the key that it names, and was that key made for assertions?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch, UnresolvedError, assertion_key, jwk_key
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.linkeddata import Contexts, TooMuchWorkError, UnknownContextError
from guildmark.credentials.proofs import eddsa_jcs, eddsa_rdfc, vcjwt
from guildmark.credentials.proofs.data_integrity import proofs_of, verifies
from guildmark.credentials.verify.model import Check, Result
from guildmark.credentials.verify.validity import ENDS, STARTS, moment
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say

MOST_PROOFS = 4
_JWT_TYPES = frozenset({"jwt", "vc+jwt", "vc+ld+jwt", "vc-ld+jwt"})
_OTHER_ALGORITHMS = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "ES256K", "Ed25519"}
)
_ISSUE_PURPOSE = "assertionMethod"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one proof, and which key it names.

    `key_result` says what came of looking the key up: "pass" once it was found.
    """

    result: Result
    sentence: Sentence
    method: str | None = None
    key_result: Result = "fail"

    @property
    def key_found(self) -> bool:
        """Whether the key was found under its name."""
        return self.key_result == "pass"

    @property
    def controller(self) -> str | None:
        """Whose key it is, as its name says."""
        return self.method.partition("#")[0] if self.method else None


def check_proofs(
    document: JsonObject,
    token: vcjwt.Token | None,
    *,
    now: datetime,
    contexts: Contexts,
    fetch: Fetch | None,
    hash_data: bytes | None = None,
    purpose: str = _ISSUE_PURPOSE,
) -> tuple[Check, tuple[Outcome, ...]]:
    """The check `proof`, and what came of each proof. One good proof is enough, one bad proof too much.

    `hash_data` is what the one proof of an eddsa-rdfc-2022 record is over, where that is known already. `purpose` is
    what an embedded proof must have been made for: a presentation's is `authentication`.
    """
    if token is not None:
        outcomes: tuple[Outcome, ...] = (_token(document, token, fetch),)
    else:
        proofs = proofs_of(document)
        if not proofs:
            return Check("proof", "fail", say("The record is not signed: it carries no proof.")), ()
        if len(proofs) > MOST_PROOFS:
            sentence = say("The record carries more than {most} proofs; they were not checked.", most=MOST_PROOFS)
            return Check("proof", "not_checked", sentence), ()
        outcomes = tuple(
            _embedded(document, proof, now=now, contexts=contexts, fetch=fetch, hash_data=hash_data, purpose=purpose)
            for proof in proofs
        )
    order: tuple[Result, ...] = ("fail", "pass", "not_checked")
    decisive = min(outcomes, key=lambda outcome: order.index(outcome.result))
    return Check("proof", decisive.result, decisive.sentence), outcomes


def _embedded(
    document: JsonObject,
    proof: object,
    *,
    now: datetime,
    contexts: Contexts,
    fetch: Fetch | None,
    hash_data: bytes | None,
    purpose: str,
) -> Outcome:
    if not isinstance(proof, dict):
        return Outcome("fail", say("The proof is not an object."))
    method = proof.get("verificationMethod")
    if not isinstance(method, str):
        return Outcome("fail", say("The proof does not name the key that made it."))
    suite = proof.get("cryptosuite")
    if proof.get("type") != "DataIntegrityProof" or suite not in (eddsa_rdfc.CRYPTOSUITE, eddsa_jcs.CRYPTOSUITE):
        return _other_kind(str(suite or proof.get("type"))[:80], method, fetch)
    if "previousProof" in proof:
        return Outcome("not_checked", say("This version does not check chains of proofs yet."), method, "not_checked")
    if proof.get("proofPurpose") != purpose:
        found = str(proof.get("proofPurpose"))[:80]
        sentence = say("The proof was made for “{found}”, not to assert a record.", found=found)
        if purpose != _ISSUE_PURPOSE:
            sentence = say("The proof was made for “{found}”, not for “{purpose}”.", found=found, purpose=purpose)
        return Outcome("fail", sentence, method)
    if fault := _proof_times(proof, now):
        return Outcome("fail", fault, method)
    key = _look_up(method, fetch, purpose)
    if isinstance(key, Outcome):
        return key
    try:
        good = _is_good(document, proof, key, contexts, hash_data)
    except UnknownContextError:
        sentence = say(
            "The signature cannot be checked, since a context is not known and the words have no certain meaning."
        )
        return Outcome("not_checked", sentence, method, "pass")
    except TooMuchWorkError as error:
        return Outcome("not_checked", error.faults[0].sentence, method, "pass")
    except GuildmarkError as error:
        return Outcome("fail", error.faults[0].sentence, method, "pass")
    return _judged(good, method)


def _is_good(
    document: JsonObject, proof: JsonObject, key: PublicKey, contexts: Contexts, hash_data: bytes | None
) -> bool:
    if hash_data is not None:
        return verifies(proof, key, hash_data)
    if proof["cryptosuite"] == eddsa_jcs.CRYPTOSUITE:
        return eddsa_jcs.check(document, proof, key)
    return eddsa_rdfc.check(document, proof, key, contexts=contexts)


def _token(document: JsonObject, token: vcjwt.Token, fetch: Fetch | None) -> Outcome:
    algorithm, header_type = token.header.get("alg"), token.header.get("typ", "JWT")
    if algorithm in _OTHER_ALGORITHMS:
        sentence = say("This version does not check signatures of the kind “{kind}” yet.", kind=algorithm)
        return Outcome("not_checked", sentence, _kid(token), "not_checked")
    if algorithm != vcjwt.ALGORITHM or "crit" in token.header or str(header_type).lower() not in _JWT_TYPES:
        sentence = say(
            "The token's header asks for “{found}”, which no record may be signed with.", found=str(algorithm)[:40]
        )
        return Outcome("fail", sentence)
    if fault := _contradiction(document, token):
        return Outcome("fail", fault, _kid(token))
    key = _key_of_token(token, fetch)
    if isinstance(key, Outcome):
        return key
    return _judged(vcjwt.check(token, key), _kid(token) or f"{key.did}#{key.multikey}")


def _key_of_token(token: vcjwt.Token, fetch: Fetch | None) -> PublicKey | Outcome:
    if method := _kid(token):
        return _look_up(method, fetch)
    jwk = token.header.get("jwk")
    if not isinstance(jwk, dict) or jwk.get("crv") != "Ed25519" or not isinstance(jwk.get("x"), str):
        return Outcome("fail", say("The token does not name the key that signed it."))
    try:
        return jwk_key(jwk["x"])
    except GuildmarkError as error:
        return Outcome("fail", error.faults[0].sentence)


def _kid(token: vcjwt.Token) -> str | None:
    """The DID URL of the key; a header may shorten it to its fragment, or to the DID of a did:key."""
    kid, issuer = token.header.get("kid"), token.payload.get("iss")
    if not isinstance(kid, str):
        return None
    return f"{issuer}{kid}" if kid.startswith("#") and isinstance(issuer, str) else kid


def _look_up(method: str, fetch: Fetch | None, purpose: str = _ISSUE_PURPOSE) -> PublicKey | Outcome:
    """The key under this name, or why there is none."""
    try:
        return assertion_key(method, fetch, purpose)
    except UnresolvedError as error:
        return Outcome("not_checked", error.faults[0].sentence, method, "not_checked")
    except GuildmarkError as error:
        return Outcome("fail", error.faults[0].sentence, method)


def _other_kind(kind: str, method: str, fetch: Fetch | None) -> Outcome:
    key = _look_up(method, fetch)
    if isinstance(key, Outcome):
        return key
    sentence = say("This version does not check proofs of the kind “{kind}” yet.", kind=kind)
    return Outcome("not_checked", sentence, method, "pass")


def _judged(good: bool, method: str) -> Outcome:
    if good:
        return Outcome("pass", say("The signature is good: nothing was changed since it was made."), method, "pass")
    sentence = say("The signature does not fit: the record was changed after it was signed, or the key is another.")
    return Outcome("fail", sentence, method, "pass")


def _proof_times(proof: Mapping[str, Any], now: datetime) -> Sentence | None:
    times = {name: moment(proof[name]) for name in ("created", "expires") if name in proof}
    if None in times.values():
        return say("The proof names a time that is not one.")
    expires = times.get("expires")
    if expires and now >= expires:
        return say("The proof has expired: it was good until {end}.", end=expires)
    return None


def _contradiction(document: JsonObject, token: vcjwt.Token) -> Sentence | None:
    """Where a token's claims say something else than the record in it."""
    issuer, subject = document.get("issuer"), document.get("credentialSubject")
    said: Sequence[tuple[str, object]] = (
        ("iss", issuer.get("id") if isinstance(issuer, dict) else issuer),
        ("sub", subject.get("id") if isinstance(subject, dict) else None),
        ("jti", document.get("id")),
        ("nbf", _seconds(document, STARTS)),
        ("exp", _seconds(document, ENDS)),
    )
    for claim, value in said:
        claimed = token.payload.get(claim)
        if claimed is not None and value is not None and claimed != value:
            return say("The token and the record in it contradict each other ({claim}).", claim=claim)
    return None


def _seconds(document: JsonObject, members: Sequence[str]) -> int | None:
    times = [moment(document.get(member)) for member in members]
    return next((int(time.timestamp()) for time in times if time), None)
