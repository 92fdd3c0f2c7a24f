"""validity: does the badge hold now?"""

from __future__ import annotations

from datetime import datetime

from guildmark.credentials.openbadges2 import Badge
from guildmark.credentials.openbadges2.shapes import time_of
from guildmark.credentials.verify.clocks import is_ahead, said
from guildmark.credentials.verify.model import Check
from guildmark.words import say


def check_validity(badge: Badge, now: datetime) -> Check:
    """Whether `now` lies between `issuedOn` and `expires`; a beginning may lie ahead as far as clocks differ."""
    told = badge.told
    start, end = time_of(told.get("issuedOn")), time_of(told.get("expires"))
    if (start is None and "issuedOn" in told) or (end is None and "expires" in told):
        sentence = say("The record names a time that is not one, so nobody can say whether it holds.")
        return Check("validity", "fail", sentence)
    if start and is_ahead(start, now):
        sentence = say("The record is not valid yet: it begins on {start}.", start=said(start, now))
        return Check("validity", "fail", sentence)
    if end and now >= end:
        sentence = say("The record has expired: it was valid until {end}.", end=said(end, now))
        return Check("validity", "fail", sentence)
    if end:
        return Check("validity", "pass", say("The record is valid until {end}.", end=end))
    return Check("validity", "pass", say("The record is valid, and has no end date."))
