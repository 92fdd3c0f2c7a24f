"""The journal of a partnership."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildmark.web.journal import selectors
from guildmark.web.journal.models import Entry
from guildmark.web.journal.verbs import every_verb
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.words import say

COLUMNS: tuple[ListColumn[Entry], ...] = (
    ListColumn("at", say("When"), lambda entry: entry.at.isoformat(timespec="seconds")),
    ListColumn("who", say("Who"), lambda entry: entry.person.shown_name if entry.person else ""),
    ListColumn("what", say("What"), lambda entry: every_verb().get(entry.verb, entry.verb)),
    ListColumn("thing", say("On"), lambda entry: entry.object_label),
)


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """What was done, the latest first, fifty a page."""
    entries = selectors.entries(access)
    if file := list_as_file(request, entries, COLUMNS, say("Journal")):
        return file
    page = Paginator(entries, 50).get_page(request.GET.get("page"))
    rows = [(entry, every_verb().get(entry.verb, entry.verb)) for entry in page]
    return render(request, "journal/index.html", {"access": access, "page": page, "rows": rows})
