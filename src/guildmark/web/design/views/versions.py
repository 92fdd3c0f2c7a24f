"""The history of a micro-credential: two versions compared in words, a version as a file, its approval."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import GuildmarkError
from guildmark.toolkit.design import compare
from guildmark.web.design import actions, selectors
from guildmark.web.design.models import DesignVersion
from guildmark.web.design.views.parts import state_of
from guildmark.web.design.views.showing import page
from guildmark.web.look.lists import ListColumn, download, list_as_file
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say

COLUMNS: tuple[ListColumn[DesignVersion], ...] = (
    ListColumn("version", say("Version"), lambda one: str(one.number)),
    ListColumn("state", say("State"), state_of),
    ListColumn("note", say("Note"), lambda one: one.note),
    ListColumn("saved_by", say("Saved by"), lambda one: one.person.shown_name),
    ListColumn("saved", say("Saved"), lambda one: one.at.date().isoformat()),
)


@room()
def history(request: HttpRequest, access: Access, design: str) -> HttpResponse:
    """Every version, and what changed between two of them."""
    micro_credential = selectors.micro_credential(access, design)
    everything = list(selectors.versions(micro_credential))
    if file := list_as_file(request, everything, COLUMNS, say("Versions")):
        return file
    by_number = {str(one.number): one for one in everything}
    newer = by_number.get(request.GET.get("newer", ""), everything[0])
    before = everything[min(everything.index(newer) + 1, len(everything) - 1)]
    older = by_number.get(request.GET.get("older", ""), before)
    if older.number > newer.number:
        older, newer = newer, older
    changes = compare(selectors.design_of(older), selectors.design_of(newer))
    context = {
        "access": access, "design": micro_credential, "older": older, "newer": newer, "changes": changes,
        "versions": [(one, state_of(one)) for one in everything],
    }  # fmt: skip
    return render(request, "design/versions.html", context)


@room()
def document(request: HttpRequest, access: Access, design: str, number: int) -> HttpResponse:
    """A version as the file that `guildmark check` and `guildmark issue` read."""
    one = selectors.version(access, design, number)
    return download(json.dumps(one.document, ensure_ascii=False, indent=2), f"design-v{number}.json")


@room(get=None, post=Right.COORDINATE)
def approve(request: HttpRequest, access: Access, design: str, number: int) -> HttpResponse:
    """The partnership stands by this version."""
    try:
        actions.approve(access, design, number, request.POST.get("note", ""))
    except GuildmarkError as error:
        return page(request, access, selectors.version(access, design, number), tuple(error.faults), 422)
    messages.success(request, said(say("Version {number} is approved: it can be piloted and issued.", number=number)))
    return redirect("design:version", access.partnership.slug, design, number)
