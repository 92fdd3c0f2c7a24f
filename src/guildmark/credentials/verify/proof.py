"""proof: is the signature good under the key that it names, and was that key made for assertions?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.linkeddata import Contexts, TooMuchWorkError, UnknownContextError
from guildmark.credentials.proofs import eddsa_jcs, eddsa_rdfc, vcjwt
from guildmark.credentials.proofs.data_integrity import proofs_of, verifies
from guildmark.credentials.verify.model import Check, Result
from guildmark.credentials.verify.outcome import ISSUE_PURPOSE, Outcome, judged, look_up
from guildmark.credentials.verify.token import check_token
from guildmark.credentials.verify.validity import moment
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say

MOST_PROOFS = 4


def check_proofs(
    document: JsonObject,
    token: vcjwt.Token | None,
    *,
    now: datetime,
    contexts: Contexts,
    fetch: Fetch | None,
    hash_data: bytes | None = None,
    purpose: str = ISSUE_PURPOSE,
) -> tuple[Check, tuple[Outcome, ...]]:
    """The check `proof`, and what came of each proof. One good proof is enough, one bad proof too much.

    `hash_data` is what the one proof of an eddsa-rdfc-2022 record is over, where that is known already. `purpose` is
    what an embedded proof must have been made for: a presentation's is `authentication`.
    """
    if token is not None:
        outcomes: tuple[Outcome, ...] = (check_token(document, token, fetch),)
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
        if purpose != ISSUE_PURPOSE:
            sentence = say("The proof was made for “{found}”, not for “{purpose}”.", found=found, purpose=purpose)
        return Outcome("fail", sentence, method)
    if fault := _proof_times(proof, now):
        return Outcome("fail", fault, method)
    key = look_up(method, fetch, purpose)
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
    return judged(good, method)


def _is_good(
    document: JsonObject, proof: JsonObject, key: PublicKey, contexts: Contexts, hash_data: bytes | None
) -> bool:
    if hash_data is not None:
        return verifies(proof, key, hash_data)
    if proof["cryptosuite"] == eddsa_jcs.CRYPTOSUITE:
        return eddsa_jcs.check(document, proof, key)
    return eddsa_rdfc.check(document, proof, key, contexts=contexts)


def _other_kind(kind: str, method: str, fetch: Fetch | None) -> Outcome:
    key = look_up(method, fetch)
    if isinstance(key, Outcome):
        return key
    sentence = say("This version does not check proofs of the kind “{kind}” yet.", kind=kind)
    return Outcome("not_checked", sentence, method, "pass")


def _proof_times(proof: Mapping[str, Any], now: datetime) -> Sentence | None:
    times = {name: moment(proof[name]) for name in ("created", "expires") if name in proof}
    if None in times.values():
        return say("The proof names a time that is not one.")
    expires = times.get("expires")
    if expires and now >= expires:
        return say("The proof has expired: it was good until {end}.", end=expires)
    return None
