"""status of an SD-JWT VC: its value in a Token Status List (draft-ietf-oauth-status-list, 8.3).

As with the Bitstring Status List: a list that answers and is wrong fails the record, one that does not answer is
not checked.
"""

from __future__ import annotations

from datetime import datetime

from guildmark.credentials.bounded import DEFAULT_LIMITS, JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.proofs import vcjwt
from guildmark.credentials.status import replacements
from guildmark.credentials.status.token_list import TYPE, decode
from guildmark.credentials.verify.issuer import check_issuer
from guildmark.credentials.verify.issuer_keys import issuer_key
from guildmark.credentials.verify.looked_up import ListedTokens, StatusLists
from guildmark.credentials.verify.model import Check, Result
from guildmark.credentials.verify.outcome import Outcome, judged
from guildmark.credentials.verify.validity import check_validity
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say


class _SettledError(Exception):
    """Nothing more can be found out; says what came of it."""

    def __init__(self, result: Result, sentence: Sentence) -> None:
        self.result, self.sentence = result, sentence


def check_token_status(
    claims: JsonObject, *, now: datetime, fetch: Fetch | None, lists: StatusLists | None = None
) -> Check:
    """The check `status`; `lists` keeps what was looked up, for the other records of a batch."""
    if "status" not in claims:
        return Check("status", "pass", say("The record carries no status, so it cannot be revoked."))
    try:
        url, index = _place(claims["status"])
        issuer = claims.get("iss")
        kept = {} if lists is None else lists.tokens
        key = (url, issuer if isinstance(issuer, str) else None)
        listed = kept.get(key) or _listed(url, issuer, now, fetch)
        kept[key] = listed
        entries, newer = listed.entries, replacements.find(listed.replacements, claims.get("jti"))
        if index >= len(entries):
            raise _SettledError("fail", say("The status list has no place {index}: it ends before.", index=index))
    except _SettledError as outcome:
        return Check("status", outcome.result, outcome.sentence)
    match entries[index]:
        case 0 if newer is not None:
            return Check(
                "status", "pass", say("The record stands; the issuer has renewed it as {record}.", record=newer)
            )
        case 0:
            return Check("status", "pass", say("The issuer has neither revoked nor suspended the record."))
        case 1 if newer is not None:
            return Check(
                "status", "fail", say("The issuer has revoked the record: {record} replaces it.", record=newer)
            )
        case 1:
            return Check("status", "fail", say("The issuer has revoked the record."))
        case 2:
            return Check("status", "fail", say("The issuer has suspended the record; it may come back into force."))
        case value:
            sentence = say("The issuer has set a status whose meaning is not known: {value}.", value=value)
            return Check("status", "not_checked", sentence)


def _place(status: object) -> tuple[str, int]:
    listed = status.get("status_list") if isinstance(status, dict) else None
    if listed is None and isinstance(status, dict):
        kind = ", ".join(status)[:80] or "?"
        raise _SettledError(
            "not_checked", say("This version does not look up a status of the kind “{kind}”.", kind=kind)
        )
    url, index = (listed.get("uri"), listed.get("idx")) if isinstance(listed, dict) else (None, None)
    if not isinstance(url, str) or isinstance(index, bool) or not isinstance(index, int) or index < 0:
        raise _SettledError("fail", say("The status of the record does not say where in which list it stands."))
    return url, index


def _listed(url: str, issuer: object, now: datetime, fetch: Fetch | None) -> ListedTokens:
    if fetch is None:
        sentence = say(
            "Whether the record was revoked stands at {address}, which was not fetched: offline.", address=url
        )
        raise _SettledError("not_checked", sentence)
    try:
        data = fetch(url)
    except GuildmarkError as error:
        sentence = say("The status list did not answer: {reason}", reason=error.faults[0].sentence)
        raise _SettledError("not_checked", sentence) from error
    try:
        token = vcjwt.read(data, limits=DEFAULT_LIMITS)
    except GuildmarkError as error:
        raise _SettledError("fail", say("What stands at {address} is no status list.", address=url)) from error
    if token.header.get("typ") != TYPE or "crit" in token.header:
        raise _SettledError("fail", say("What stands at {address} is no status list.", address=url))
    if token.payload.get("sub") != url:
        raise _SettledError("fail", say("What stands at {address} is another status list.", address=url))
    _check_issuers_own(token, issuer, fetch)
    validity = check_validity({}, token, now)
    if validity.result != "pass":
        sentence = say("The status list is not in force, so it was not relied on: {reason}", reason=validity.sentence)
        raise _SettledError("not_checked", sentence)
    try:
        told = replacements.decode(token.payload.get(replacements.CLAIM))
        return ListedTokens(decode(token.payload.get("status_list")), told)
    except GuildmarkError as error:
        raise _SettledError("fail", error.faults[0].sentence) from error


def _check_issuers_own(token: vcjwt.Token, issuer: object, fetch: Fetch | None) -> None:
    """Refuse a list that the record's own issuer has not signed."""
    key, method = issuer_key(token, token.payload.get("iss", issuer), fetch)
    outcome = key if isinstance(key, Outcome) else judged(vcjwt.check(token, key), method)
    for check in (Check("proof", outcome.result, outcome.sentence), check_issuer({"issuer": issuer}, (outcome,))):
        if check.result != "pass":
            raise _SettledError(
                check.result, say("The status list cannot be relied on: {reason}", reason=check.sentence)
            )
