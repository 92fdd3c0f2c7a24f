"""Reading Step 2."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from guildmark.toolkit.awareness import OutreachSummary, outreach_summary
from guildmark.web.awareness.models import LoggedOccasion
from guildmark.web.partnerships.access import Access


def occasions(access: Access) -> QuerySet[LoggedOccasion]:
    """The occasions of the current cycle, the newest first."""
    return LoggedOccasion.objects.filter(cycle=access.cycle)


def occasion(access: Access, public_id: str) -> LoggedOccasion:
    """An occasion of the current cycle; Http404 for anybody else's."""
    found = occasions(access).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def summary(access: Access) -> OutreachSummary | None:
    """What the log comes to; None as long as nothing is logged."""
    log = [one.as_occasion for one in occasions(access)]
    return outreach_summary(log) if log else None
