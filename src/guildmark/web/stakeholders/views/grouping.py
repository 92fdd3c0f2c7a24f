"""The partnership's own names of the five groups."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.stakeholders import actions, selectors
from guildmark.web.stakeholders.forms import GroupsForm
from guildmark.words import say


@room(post=Right.EDIT)
def groups(request: HttpRequest, access: Access) -> HttpResponse:
    """What each group is called here, and who belongs to it; blank leaves the guide's words."""
    stored: dict[str, str] = {}
    for one in selectors.group_words(access):
        stored |= {f"{one.group}_name": one.name, f"{one.group}_members": one.members}
    form = GroupsForm(request.POST or None, initial=stored)
    if request.method == "POST" and form.is_valid():
        actions.name_groups(access, form.words())
        messages.success(request, said(say("The groups are named. Map and register use these words.")))
        return redirect("stakeholders:groups", access.partnership.slug)
    context = {"access": access, "form": form, "groups": selectors.groups_of(access).values()}
    status = 422 if request.method == "POST" else 200
    return render(request, "stakeholders/groups.html", context, status=status)
