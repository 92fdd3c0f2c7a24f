"""A record that follows another: after a correction, or before the old one ends."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.issuing import actions, selectors
from guildmark.web.issuing.forms import FOLLOWED, FollowForm
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say


@room(get=Right.ISSUE, post=Right.ISSUE)
def follow(request: HttpRequest, access: Access, record: str) -> HttpResponse:
    """The learner's data as the old record has them, to be put right; then another record is signed."""
    old = selectors.record(access, record)
    if old.erased_at is not None:
        raise Http404
    if old.replaced_by is not None:
        return redirect("issuing:record", access.partnership.slug, old.replaced_by.public_id)
    before = actions.learner_of(old)
    known = {key: getattr(before, key) for key in FOLLOWED if getattr(before, key) is not None}
    form = FollowForm(request.POST) if request.method == "POST" else FollowForm(initial=known)
    faults: tuple[Fault, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            renew = form.cleaned_data["kind"] == "renew"
            new = actions.follow(access, record, form.learner(before), renew=renew)
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(request, said(say("The new record is signed. Whoever checks the old one is told of it.")))
            return redirect("issuing:record", access.partnership.slug, new.public_id)
    context = {"access": access, "record": old, "form": form, "faults": faults}
    return render(request, "issuing/follow.html", context, status=422 if form.is_bound else 200)
