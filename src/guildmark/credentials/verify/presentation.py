"""A presentation judged: who presents, to whom, in answer to what, and every credential in it.

Source: VC Data Model 2.0, 4.13; VC Data Integrity 1.0, 4.4 (`challenge`, `domain`); VC-JOSE-COSE, 3.1.2.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from guildmark.credentials.bounded import DEFAULT_LIMITS, JsonObject, Limits
from guildmark.credentials.dids import Fetch
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.proofs.data_integrity import proofs_of
from guildmark.credentials.verify import enveloped
from guildmark.credentials.verify.context import check_context
from guildmark.credentials.verify.issuer import issuer_id
from guildmark.credentials.verify.model import Check, Verdict, Verification
from guildmark.credentials.verify.outcome import Outcome, judged, look_up, untried
from guildmark.credentials.verify.parse import types_of
from guildmark.credentials.verify.proof import check_proofs
from guildmark.credentials.verify.schema import SHOWN, check_schema, places
from guildmark.credentials.verify.single import known_contexts, verify
from guildmark.credentials.verify.token_header import not_read, refusal
from guildmark.credentials.verify.validity import check_validity
from guildmark.credentials.verify.vcdm import Presentation
from guildmark.errors import GuildmarkError
from guildmark.words import Listing, say

MOST_CREDENTIALS = 32
_PURPOSE = "authentication"
_STANDARD = "VC Data Model 2.0"
_CLAIMS = frozenset({"iss", "aud", "nonce", "iat", "nbf", "exp", "jti", "sub", "cnf"})
_TOKEN_TYPES = frozenset({"jwt", "vp+jwt", "vp+ld+jwt"})


@dataclass(frozen=True, slots=True)
class Presented:
    """Everything that was found out about one presentation.

    `checks` are those of the presentation itself (schema, context, proof, holder, challenge, domain); `credentials`
    has a verification of each credential that is signed by itself.
    """

    checks: tuple[Check, ...]
    credentials: tuple[Verification, ...]

    @property
    def verdict(self) -> Verdict:
        """valid: every check passed, and every credential is valid; invalid: something failed."""
        verdicts = {credential.verdict for credential in self.credentials}
        results = {check.result for check in self.checks}
        if "fail" in results or "invalid" in verdicts:
            return "invalid"
        return "valid" if results <= {"pass"} and verdicts <= {"valid"} else "undetermined"


def verify_presentation(
    document: JsonObject,
    *,
    now: datetime,
    challenge: str | None = None,
    domain: str | None = None,
    fetch: Fetch | None = None,
    limits: Limits = DEFAULT_LIMITS,
    contexts: Contexts | None = None,
) -> Presented:
    """Everything that can be found out about a presentation, embedded or enveloped.

    `challenge` and `domain` are what its holder was asked for; None asks for nothing. Raises GuildmarkError where
    there is none to be read.
    """
    known = contexts or known_contexts()
    token = None
    if enveloped.PRESENTATION in types_of(document):
        token = vcjwt.read(enveloped.token_in(document, enveloped.PRESENTATION).encode("ascii"), limits=limits)
        document = _presented_in(token)
    schema = _check_schema(document)
    if schema.result != "pass":
        return Presented((schema,), ())
    if token is None:
        proof, outcomes = check_proofs(document, None, now=now, contexts=known, fetch=fetch, purpose=_PURPOSE)
        answers = [
            (item.get("challenge"), item.get("domain")) for item in proofs_of(document) if isinstance(item, dict)
        ]
    else:
        outcomes = (_check_token(token, fetch),)
        proof = Check("proof", outcomes[0].result, outcomes[0].sentence)
        answers = [(token.payload.get("nonce"), token.payload.get("aud"))]

    def judge(credential: JsonObject) -> Verification:
        data = json.dumps(credential, ensure_ascii=False).encode("utf-8")
        try:
            return verify(data, now=now, fetch=fetch, limits=limits, contexts=known)
        except GuildmarkError as error:
            return Verification("", (Check("parse", "fail", error.faults[0].sentence),))

    holder, inside = _holder(document), list(_credentials(document))
    if len(inside) > MOST_CREDENTIALS:
        sentence = say(
            "The presentation holds more than {most} credentials; it was not checked.", most=MOST_CREDENTIALS
        )
        return Presented((schema, Check("proof", "not_checked", sentence)), ())
    checks = (
        schema,
        check_context(document, known, in_token=token is not None),
        proof,
        _check_holder(holder, outcomes, [one for one in inside if not _is_secured(one)]),
        *_check_answers(challenge, domain, answers),
        *([check_validity({}, token, now)] if token else []),
    )
    return Presented(checks, tuple(judge(credential) for credential in inside if _is_secured(credential)))


def _presented_in(token: vcjwt.Token) -> JsonObject:
    """The presentation in a token: its payload, or the `vp` claim of VC Data Model 1.1."""
    claimed = token.payload.get("vp")
    if isinstance(claimed, dict):
        holder = token.payload.get("iss")
        return {"holder": holder, **claimed} if holder is not None else claimed
    return {key: value for key, value in token.payload.items() if key not in _CLAIMS}


def _check_schema(document: JsonObject) -> Check:
    try:
        Presentation.model_validate(document)
    except ValidationError as error:
        found = Listing.of(places(error)[:SHOWN])
        sentence = say("The presentation is not built as {standard} asks: {found}.", standard=_STANDARD, found=found)
        return Check("schema", "fail", sentence)
    return Check("schema", "pass", say("The presentation is built as {standard} asks.", standard=_STANDARD))


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


def _holder(document: JsonObject) -> str | None:
    holder = document.get("holder")
    found = holder.get("id") if isinstance(holder, dict) else holder
    return found if isinstance(found, str) else None


def _credentials(document: JsonObject) -> Iterator[JsonObject]:
    """Every credential in a presentation; in linked data, a list within a list is the same as one list."""
    waiting: list[Any] = [document.get("verifiableCredential", [])]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item + waiting
        else:
            yield item


def _is_secured(credential: JsonObject) -> bool:
    return "proof" in credential or enveloped.CREDENTIAL in types_of(credential)


def _check_holder(holder: str | None, outcomes: Sequence[Outcome], bare: Sequence[JsonObject]) -> Check:
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


def _check_answers(
    challenge: str | None, domain: str | None, answers: Sequence[tuple[object, object]]
) -> Iterator[Check]:
    asked = ((challenge, [given for given, _ in answers]), (domain, [given for _, given in answers]))
    for wanted, given in asked:
        if wanted is None:
            continue
        fits = bool(given) and all(wanted in (one if isinstance(one, list) else [one]) for one in given)
        if not fits:
            sentence = say("The presentation was not made for what was asked: “{wanted}”.", wanted=wanted[:200])
            yield Check("answer", "fail", sentence)
            return
    if challenge is not None or domain is not None:
        yield Check("answer", "pass", say("The presentation was made for what was asked."))
