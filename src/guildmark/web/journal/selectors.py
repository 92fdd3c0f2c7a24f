"""Reading the journal."""

from __future__ import annotations

from django.db.models import QuerySet

from guildmark.web.journal.models import Entry
from guildmark.web.partnerships.access import Access


def entries(access: Access) -> QuerySet[Entry]:
    """What was done in the partnership, the latest first."""
    return Entry.objects.filter(partnership=access.partnership).select_related("person").order_by("-id")
