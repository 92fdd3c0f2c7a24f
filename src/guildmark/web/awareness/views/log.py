"""The log of events and outreach: what it comes to, and its occasions."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.awareness import Stage, purpose
from guildmark.web.awareness import actions, selectors
from guildmark.web.awareness.forms import OccasionForm, stands
from guildmark.web.awareness.models import LoggedOccasion
from guildmark.web.awareness.words import KINDS, Kind
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import Listing, say

COLUMNS: tuple[ListColumn[LoggedOccasion], ...] = (
    ListColumn("title", say("Title"), lambda one: one.title),
    ListColumn("kind", say("Kind"), lambda one: one.kind),
    ListColumn("date", say("Date"), lambda one: one.day),
    ListColumn(
        "participants", say("Number of participants"), lambda one: "" if one.participants is None else one.participants
    ),
    ListColumn("who", say("Who took part"), lambda one: one.who),
    ListColumn("perspectives", say("Perspectives that were heard"), lambda one: ";".join(one.perspectives)),
    ListColumn("outcomes", say("What came of it"), lambda one: one.outcomes),
    ListColumn("follow_up", say("Who approaches whom next"), lambda one: one.follow_up),
)


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """The finding, the path in three steps, and the log."""
    log = list(selectors.occasions(access))
    if file := list_as_file(request, log, COLUMNS, say("Events and outreach")):
        return file
    outcomes = [(one, outcome) for one in log for outcome in one.came_of_it]
    context = {
        "access": access,
        "summary": selectors.summary(access),
        "outcomes": outcomes,
        "rows": [(one, KINDS[Kind(one.kind)], Listing.of(one.heard) if one.heard else None) for one in log],
        "discover": purpose(Stage.DISCOVER),
        "explore": purpose(Stage.EXPLORE),
        "inspired": purpose(Stage.GET_INSPIRED),
    }
    return render(request, "awareness/index.html", context)


@room(get=Right.EDIT, post=Right.EDIT)
def add(request: HttpRequest, access: Access) -> HttpResponse:
    """One more occasion."""
    form = OccasionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.log_occasion(access, form.entry())
        except GuildmarkError as error:
            return _form(request, access, form, faults=error.faults, status=422)
        messages.success(request, said(say("The occasion is logged.")))
        return redirect("awareness:index", access.partnership.slug)
    return _form(request, access, form, status=422 if request.method == "POST" else 200)


@room(get=Right.EDIT, post=Right.EDIT)
def edit(request: HttpRequest, access: Access, occasion: str) -> HttpResponse:
    """An occasion that is there."""
    found = selectors.occasion(access, occasion)
    if request.method != "POST":
        return _form(request, access, OccasionForm(initial=stands(found)), found)
    form = OccasionForm(request.POST)
    if not form.is_valid():
        return _form(request, access, form, found, status=422)
    given = request.POST.get("version", "")
    try:
        actions.change_occasion(access, occasion, form.entry(), version=int(given) if given.isdecimal() else 0)
    except GuildmarkError as error:
        conflict = any(fault.code == "saving.meanwhile" for fault in error.faults)
        again = OccasionForm(typed_anew(request, found.version)) if conflict else form
        return _form(request, access, again, found, faults=error.faults, status=409 if conflict else 422)
    messages.success(request, said(say("The occasion is saved.")))
    return redirect("awareness:index", access.partnership.slug)


@room(get=None, post=Right.EDIT)
def remove(request: HttpRequest, access: Access, occasion: str) -> HttpResponse:
    """Takes an occasion out."""
    actions.remove_occasion(access, occasion)
    messages.success(request, said(say("The occasion is taken out of the log.")))
    return redirect("awareness:index", access.partnership.slug)


def _form(
    request: HttpRequest,
    access: Access,
    form: OccasionForm,
    found: LoggedOccasion | None = None,
    *,
    faults: Sequence[Fault] = (),
    status: int = 200,
) -> HttpResponse:
    context = {"access": access, "form": form, "found": found, "faults": faults}
    return render(request, "awareness/occasion.html", context, status=status)
