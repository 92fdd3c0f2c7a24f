"""The proofs inside a record: one or several, side by side or in a chain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.keys import PublicKey
from guildmark.credentials.linkeddata import Contexts, TooMuchWorkError, UnknownContextError
from guildmark.credentials.proofs.data_integrity import verifies
from guildmark.credentials.proofs.suites import SHA256_KNOWN, CheckProof, check_of, kind_of
from guildmark.credentials.verify.chain import links_of, rested
from guildmark.credentials.verify.clocks import is_ahead, said
from guildmark.credentials.verify.outcome import ISSUE_PURPOSE, Outcome, judged, look_up
from guildmark.credentials.verify.validity import moment
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say


@dataclass(frozen=True, slots=True)
class _Given:
    """What each proof of a document is checked with."""

    document: JsonObject
    now: datetime
    contexts: Contexts
    fetch: Fetch | None
    purpose: str
    hash_data: bytes | None


def check_embedded(
    document: JsonObject,
    proofs: Sequence[object],
    *,
    now: datetime,
    contexts: Contexts,
    fetch: Fetch | None,
    purpose: str = ISSUE_PURPOSE,
    hash_data: bytes | None = None,
) -> tuple[Outcome, ...]:
    """What came of each proof; `hash_data` is what the only one is over, where that is known already."""
    given = _Given(document, now, contexts, fetch, purpose, hash_data)
    links = links_of(proofs)
    outcomes = []
    for proof, before in zip(proofs, links, strict=True):
        previous = [proofs[link] for link in before] if isinstance(before, tuple) else before
        outcomes.append(_checked(proof, previous, given))
    return rested(outcomes, links)


def _checked(proof: object, previous: list[object] | Sentence, given: _Given) -> Outcome:
    if not isinstance(proof, dict):
        return Outcome("fail", say("The proof is not an object."))
    method = proof.get("verificationMethod")
    if not isinstance(method, str):
        return Outcome("fail", say("The proof does not name the key that made it."))
    if not isinstance(previous, list):
        return Outcome("fail", previous, method)
    check = check_of(proof)
    if check is None:
        return _other_kind(kind_of(proof)[:80], method, given)
    if fault := _purpose(proof, given.purpose) or _times(proof, given.now):
        return Outcome("fail", fault, method)
    key = look_up(method, given.fetch, given.purpose)
    if isinstance(key, Outcome):
        return key
    before = [other for other in previous if isinstance(other, dict)]
    try:
        return judged(_is_good(check, proof, key, before, given), method)
    except UnknownContextError:
        sentence = say(
            "The signature cannot be checked, since a context is not known and the words have no certain meaning."
        )
        return Outcome("not_checked", sentence, method, "pass")
    except TooMuchWorkError as error:
        return Outcome("not_checked", error.faults[0].sentence, method, "pass")
    except GuildmarkError as error:
        return Outcome("fail", error.faults[0].sentence, method, "pass")


def _is_good(check: CheckProof, proof: JsonObject, key: PublicKey, before: list[JsonObject], given: _Given) -> bool:
    # What is known already was hashed with SHA-256; other kinds and keys hash something else.
    if given.hash_data is not None and key.type in SHA256_KNOWN.get(kind_of(proof), ()):
        return verifies(proof, key, given.hash_data, (key.type,))
    return check(given.document, proof, key, given.contexts, before)


def _other_kind(kind: str, method: str, given: _Given) -> Outcome:
    key = look_up(method, given.fetch, given.purpose)
    if isinstance(key, Outcome):
        return key
    sentence = say("This version does not check proofs of the kind “{kind}” yet.", kind=kind)
    if not kind:
        sentence = say("The proof does not say of which kind it is, so it cannot be checked.")
    return Outcome("not_checked", sentence, method, "pass")


def _purpose(proof: Mapping[str, Any], purpose: str) -> Sentence | None:
    if proof.get("proofPurpose") == purpose:
        return None
    if proof.get("proofPurpose") is None:
        return say("The proof does not say what it was made for.")
    found = str(proof["proofPurpose"])[:80]
    if purpose == ISSUE_PURPOSE:
        return say("The proof was made for “{found}”, not to assert a record.", found=found)
    return say("The proof was made for “{found}”, not for “{purpose}”.", found=found, purpose=purpose)


def _times(proof: Mapping[str, Any], now: datetime) -> Sentence | None:
    times = {name: moment(proof[name]) for name in ("created", "expires") if name in proof}
    if None in times.values():
        return say("The proof names a time that is not one.")
    created, expires = times.get("created"), times.get("expires")
    if created and is_ahead(created, now):
        return say("The proof says that it was made in the future, on {start}.", start=said(created, now))
    if expires and now >= expires:
        return say("The proof has expired: it was good until {end}.", end=said(expires, now))
    return None
