"""status: has the record been revoked or suspended?

Bitstring Status List 1.0, 3.2. A list that answers and is wrong (not signed by the issuer, another purpose, too short,
no such place) fails the record: otherwise whoever can spoil the list could bring back what was revoked. A list
that does not answer is not checked: what was issued outlives its issuer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guildmark.credentials.bounded import DEFAULT_LIMITS, JsonObject
from guildmark.credentials.dids import Fetch
from guildmark.credentials.linkeddata import Contexts
from guildmark.credentials.status import by_message, decode, replacements, statuses
from guildmark.credentials.verify.issuer import check_issuer, issuer_id
from guildmark.credentials.verify.looked_up import Listed, StatusLists
from guildmark.credentials.verify.model import Check, Result
from guildmark.credentials.verify.parse import parse, types_of
from guildmark.credentials.verify.proof import check_proofs
from guildmark.credentials.verify.validity import check_validity
from guildmark.errors import GuildmarkError
from guildmark.words import Sentence, say

MOST_ENTRIES = 4
MOST_BITS = 8
_REFUSING = ("revocation", "suspension")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")


class _SettledError(Exception):
    """Nothing more can be found out about one entry; says what came of it."""

    def __init__(self, result: Result, sentence: Sentence) -> None:
        self.result, self.sentence = result, sentence


@dataclass(frozen=True, slots=True)
class _Given:
    """What a check is given to work with."""

    now: datetime
    fetch: Fetch | None
    contexts: Contexts
    lists: StatusLists


@dataclass(frozen=True, slots=True)
class _Entry:
    """A status entry, read; `messages` has every value or none."""

    url: str
    index: int
    purpose: str
    size: int
    messages: dict[int, str]


def check_status(
    document: JsonObject,
    *,
    now: datetime,
    fetch: Fetch | None,
    contexts: Contexts,
    lists: StatusLists | None = None,
) -> Check:
    """Whether the record still stands; one without a status stands for ever.

    `lists` keeps what was looked up, for the other records of a batch that is checked at the same `now`.
    """
    status = document.get("credentialStatus")
    if status in (None, []):
        return Check("status", "pass", say("The record carries no status, so it cannot be revoked."))
    entries = status if isinstance(status, list) else [status]
    if len(entries) > MOST_ENTRIES:
        sentence = say("The record names more than {most} status entries; they were not checked.", most=MOST_ENTRIES)
        return Check("status", "not_checked", sentence)
    given = _Given(now, fetch, contexts, StatusLists() if lists is None else lists)
    checks = [_check(entry, document, given) for entry in entries]
    order: tuple[Result, ...] = ("fail", "not_checked", "pass")
    return min(checks, key=lambda check: order.index(check.result))


def malformed_status(document: JsonObject) -> Sentence | None:
    """Why an entry of the record's status can never be looked up; None where nothing is wrong with any."""
    status = document.get("credentialStatus")
    for entry in status if isinstance(status, list) else [] if status is None else [status]:
        try:
            _read(entry)
        except _SettledError as outcome:
            if outcome.result == "fail":
                return outcome.sentence
    return None


def _check(raw: object, document: JsonObject, given: _Given) -> Check:
    try:
        entry = _read(raw)
        value, newer = _look_up(entry, document, given)
        result, sentence = _judged(entry, value, newer)
    except _SettledError as outcome:
        result, sentence = outcome.result, outcome.sentence
    return Check("status", result, sentence)


def _read(raw: object) -> _Entry:
    if not isinstance(raw, dict):
        raise _SettledError("fail", say("The status of the record is not an object."))
    types = types_of(raw)
    if "BitstringStatusListEntry" not in types:
        kind = ", ".join(types)[:80] or "?"
        raise _SettledError(
            "not_checked", say("This version does not look up a status of the kind “{kind}”.", kind=kind)
        )
    url, index, purpose = (raw.get(key) for key in ("statusListCredential", "statusListIndex", "statusPurpose"))
    size = raw.get("statusSize", 1)
    if not isinstance(url, str) or not isinstance(index, str) or not _NUMBER.fullmatch(index):
        raise _SettledError("fail", say("The status of the record does not say where in which list it stands."))
    if not isinstance(purpose, str) or isinstance(size, bool) or not isinstance(size, int) or size < 1:
        raise _SettledError("fail", say("The status of the record does not say what it means."))
    if size > MOST_BITS:
        sentence = say("The status takes more than {most} bits; it was not looked up.", most=MOST_BITS)
        raise _SettledError("not_checked", sentence)
    messages = _messages(raw.get("statusMessage"), size)
    return _Entry(url, int(index), purpose, size, messages)


def _messages(raw: object, size: int) -> dict[int, str]:
    """The meaning of each value; all are needed where there is more than set and not set."""
    listed = raw if isinstance(raw, list) else [] if raw is None else [raw]
    found: dict[int, str] = {}
    for item in listed:
        code, message = (item.get("status"), item.get("message")) if isinstance(item, dict) else (None, None)
        if isinstance(code, str) and isinstance(message, str) and re.fullmatch(r"0x[0-9a-fA-F]{1,2}", code):
            found[int(code, 16)] = message
    complete = set(found) == set(range(1 << size)) and len(listed) == 1 << size
    if not complete and (listed or size > 1):
        raise _SettledError("fail", say("The status of the record does not say what each of its values means."))
    return found


def _look_up(entry: _Entry, document: JsonObject, given: _Given) -> tuple[int, str | None]:
    """The value of the record's place, and the id of the record that replaced it, where the list tells one."""
    key = (entry.url, issuer_id(document), entry.purpose, entry.size)
    found = given.lists.bitstrings.get(key)
    if found is None:
        found = given.lists.bitstrings[key] = _fetched(entry, document, given)
    if entry.index >= len(found.bits):
        sentence = say("The status list has no place {index}: it ends before.", index=entry.index)
        raise _SettledError("fail", sentence)
    return found.bits[entry.index], replacements.find(found.replacements, document.get("id"))


def _fetched(entry: _Entry, document: JsonObject, given: _Given) -> Listed:
    if given.fetch is None:
        sentence = say(
            "Whether the record was revoked stands at {address}, which was not fetched: offline.", address=entry.url
        )
        raise _SettledError("not_checked", sentence)
    try:
        data = given.fetch(entry.url)
    except GuildmarkError as error:
        sentence = say("The status list did not answer: {reason}", reason=error.faults[0].sentence)
        raise _SettledError("not_checked", sentence) from error
    subject = _subject(_listed(data, entry, document, given), entry)
    try:
        bits = decode(subject.get("encodedList"), entry.size)
        return Listed(bits, replacements.decode(subject.get(replacements.TERM)))
    except GuildmarkError as error:
        raise _SettledError("fail", error.faults[0].sentence) from error


def _listed(data: bytes, entry: _Entry, document: JsonObject, given: _Given) -> JsonObject:
    """The list in `data`, once it is known to be the issuer's own and in force."""
    try:
        parsed = parse(data, DEFAULT_LIMITS)
    except GuildmarkError as error:
        raise _SettledError("fail", say("What stands at {address} is no status list.", address=entry.url)) from error
    found = parsed.document
    if "BitstringStatusListCredential" not in types_of(found):
        raise _SettledError("fail", say("What stands at {address} is no status list.", address=entry.url))
    if issuer_id(found) != issuer_id(document):
        sentence = say("The status list is not the issuer's: it is signed for {other}.", other=issuer_id(found) or "?")
        raise _SettledError("fail", sentence)
    proof, outcomes = check_proofs(found, parsed.token, now=given.now, contexts=given.contexts, fetch=given.fetch)
    issuer = check_issuer(found, outcomes)
    for check in (proof, issuer):
        if check.result != "pass":
            raise _SettledError(
                check.result, say("The status list cannot be relied on: {reason}", reason=check.sentence)
            )
    if "id" in found and found["id"] != entry.url:
        raise _SettledError("fail", say("What stands at {address} is another status list.", address=entry.url))
    validity = check_validity(found, parsed.token, given.now)
    if validity.result != "pass":
        sentence = say("The status list is not in force, so it was not relied on: {reason}", reason=validity.sentence)
        raise _SettledError("not_checked", sentence)
    return found


def _subject(found: JsonObject, entry: _Entry) -> dict[str, Any]:
    subject = found.get("credentialSubject")
    if not isinstance(subject, dict) or "BitstringStatusList" not in types_of(subject):
        raise _SettledError("fail", say("What stands at {address} is no status list.", address=entry.url))
    purposes = subject.get("statusPurpose")
    if entry.purpose not in (purposes if isinstance(purposes, list) else [purposes]):
        sentence = say("The status list is kept for another purpose than “{purpose}”.", purpose=entry.purpose[:80])
        raise _SettledError("fail", sentence)
    return subject


def _followed(message: str, newer: str) -> Sentence | None:
    """That a record was revoked and which one followed it; None where the reason does not let one follow."""
    known = by_message(message)
    match known.reason if known else None:
        case statuses.REPLACED:
            return say("The issuer has revoked the record: {record} replaces it.", record=newer)
        case statuses.ERROR:
            return say("The issuer has revoked the record: it was issued in error. {record} follows it.", record=newer)
    return None


def _judged(entry: _Entry, value: int, newer: str | None) -> tuple[Result, Sentence]:
    message = entry.messages.get(value, "")
    if value == 0 and newer is not None:
        return "pass", say("The record stands; the issuer has renewed it as {record}.", record=newer)
    if value == 0:
        return "pass", say("The issuer has neither revoked nor suspended the record.")
    if newer is not None and (followed := _followed(message, newer)) is not None:
        return "fail", followed
    if entry.purpose in _REFUSING and (known := by_message(message)) and known.state != "active":
        return "fail", known.sentence
    match entry.purpose:
        case "revocation" if not message:
            return "fail", say("The issuer has revoked the record.")
        case "suspension" if not message:
            return "fail", say("The issuer has suspended the record; it may come back into force.")
        case "revocation" | "suspension":
            return "fail", say("The issuer no longer stands by the record: “{message}”.", message=message[:200])
        case "refresh":
            return "pass", say("The record stands; the issuer has a newer one.")
        case "message":
            return "pass", say(
                "The record stands; the issuer says of it: “{message}”.", message=message[:200] or hex(value)
            )
    return "not_checked", say(
        "The issuer has set a status whose purpose is not known: “{purpose}”.", purpose=entry.purpose[:80]
    )
