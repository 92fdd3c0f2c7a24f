"""Dora has claimed what was issued to her, and shows the first of it."""

from __future__ import annotations

from collections.abc import Mapping

from guildmark.web.accounts.models import Person
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.wallet import actions


def load(people: Mapping[str, Person]) -> None:
    """Claims by links of her own, as she would; nothing where nothing was issued to her."""
    dora = people["dora"]
    waiting = IssuedRecord.objects.filter(learner_email__iexact=dora.email, claimed_at=None, erased_at=None)
    claimed = [actions.claim(dora, actions.offer(one)) for one in waiting]
    if claimed:
        actions.share(dora, claimed[0], "Application at the theatre (invented)")
