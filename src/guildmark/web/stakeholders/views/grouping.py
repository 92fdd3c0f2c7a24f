"""The partnership's own names of the five groups."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.look.saving import typed_anew
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
    faults: tuple[Fault, ...] = ()
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.name_groups(access, form.words(), version=request.POST.get("version"))
        except GuildmarkError as error:
            faults, status = tuple(error.faults), 409
            form = GroupsForm(typed_anew(request, selectors.mark_of_groups(access)))
        else:
            messages.success(request, said(say("The groups are named. Map and register use these words.")))
            return redirect("stakeholders:groups", access.partnership.slug)
    context = {
        "access": access, "form": form, "faults": faults, "groups": selectors.groups_of(access).values(),
        "version": selectors.mark_of_groups(access) if status == 409 else request.POST.get("version")
        or selectors.mark_of_groups(access),
    }  # fmt: skip
    return render(request, "stakeholders/groups.html", context, status=status)
