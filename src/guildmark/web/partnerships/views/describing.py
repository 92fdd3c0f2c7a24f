"""Opening a partnership, and what it says of itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.accounts.views import person_of
from guildmark.web.look.holding import signed_in
from guildmark.web.look.words import said
from guildmark.web.partnerships import actions
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.partnerships.forms import PartnershipForm
from guildmark.web.partnerships.selectors import mark_of_description
from guildmark.words import say


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Opens a partnership; whoever opens it coordinates it."""
    form = PartnershipForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        access = actions.create_partnership(person_of(request), **form.cleaned_data)
        messages.success(
            request, said(say("{name} is open. Start with the skills need.", name=access.partnership.name))
        )
        return redirect("partnerships:need", access.partnership.slug)
    return render(request, "partnerships/about.html", {"form": form})


@room(get=Right.COORDINATE, post=Right.COORDINATE)
def about(request: HttpRequest, access: Access) -> HttpResponse:
    """What the partnership says of itself."""
    own = access.partnership
    initial = {
        "name": own.name, "summary": own.summary, "lsp": own.lsp, "regions": ", ".join(own.regions),
        "sectors": own.sectors,
    }  # fmt: skip
    form = PartnershipForm(request.POST or None, initial=initial)
    version = request.POST.get("version") or mark_of_description(own)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.describe(access, **form.cleaned_data, version=request.POST.get("version"))
        except GuildmarkError as error:
            faults = tuple(error.faults)
            own.refresh_from_db()
            version = mark_of_description(own)
        else:
            messages.success(request, said(say("The description is saved.")))
            return redirect("partnerships:journey", own.slug)
    context = {"access": access, "form": form, "version": version, "faults": faults}
    return render(request, "partnerships/about.html", context, status=409 if faults else 422 if form.errors else 200)


@room(get=None, post=Right.COORDINATE)
def cycles(request: HttpRequest, access: Access) -> HttpResponse:
    """Opens the next cycle."""
    cycle = actions.open_cycle(access)
    messages.success(request, said(say("Cycle {number} is open.", number=cycle.number)))
    return redirect("partnerships:journey", access.partnership.slug)
