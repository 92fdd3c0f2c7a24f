"""validity: does the record hold now?"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from guildmark.credentials.bounded import JsonObject
from guildmark.credentials.proofs.vcjwt import Token
from guildmark.credentials.verify.clocks import is_ahead, said
from guildmark.credentials.verify.model import Check
from guildmark.words import say

_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")

_LONGEST = 64
"""Letters of a time; no computer counts smaller parts of a second than fit into these."""
_FIRST, _LAST = -62_135_596_800, 253_402_300_800
"""The seconds of the years 1 to 9999, which is what a time can be."""

STARTS = ("validFrom", "issuanceDate")
ENDS = ("validUntil", "expirationDate")
"""The members of VC Data Model 2.0, and those of 1.1."""


def moment(value: object) -> datetime | None:
    """The time that a text writes as RFC 3339, with its zone; None where it is not one."""
    return _read(value) if isinstance(value, str) and len(value) <= _LONGEST else None


@lru_cache(maxsize=1_024)
def _read(value: str) -> datetime | None:
    if not _RFC3339.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def check_validity(document: JsonObject, token: Token | None, now: datetime) -> Check:
    """Whether `now` lies between the record's beginning and its end; the strictest of what is said counts.

    A beginning, and the time at which a token says that it was signed, may lie ahead as far as clocks differ.
    """
    starts = [document[key] for key in STARTS if key in document]
    ends = [document[key] for key in ENDS if key in document]
    begins, until = [moment(value) for value in starts], [moment(value) for value in ends]
    claimed = {claim: _claimed(token, claim) for claim in ("nbf", "exp", "iat")}
    no_time = token is not None and any(time is None and claim in token.payload for claim, time in claimed.items())
    if no_time or None in begins or None in until:
        return Check(
            "validity", "fail", say("The record names a time that is not one, so nobody can say whether it holds.")
        )
    start = max([time for time in [*begins, claimed["nbf"]] if time], default=None)
    end = min([time for time in [*until, claimed["exp"]] if time], default=None)
    if start and end and end < start:
        sentence = say(
            "The record would end ({end}) before it begins ({start}).", start=said(start, end), end=said(end, start)
        )
        return Check("validity", "fail", sentence)
    if start and is_ahead(start, now):
        sentence = say("The record is not valid yet: it begins on {start}.", start=said(start, now))
        return Check("validity", "fail", sentence)
    if (signed := claimed["iat"]) and is_ahead(signed, now):
        sentence = say("The token says that it was signed in the future, on {time}.", time=said(signed, now))
        return Check("validity", "fail", sentence)
    if end and now >= end:
        return Check("validity", "fail", say("The record has expired: it was valid until {end}.", end=said(end, now)))
    if end:
        return Check("validity", "pass", say("The record is valid until {end}.", end=said(end, now)))
    return Check("validity", "pass", say("The record is valid, and has no end date."))


def _claimed(token: Token | None, claim: str) -> datetime | None:
    """The time of a claim (NumericDate, RFC 7519, 2); None where there is none, or it is no time."""
    value = token.payload.get(claim) if token else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not _FIRST <= value < _LAST:
        return None
    return datetime.fromtimestamp(value, UTC)
