"""A new key, and one that got into wrong hands."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.issuing import actions, selectors
from guildmark.web.issuing.forms import CompromisedForm
from guildmark.web.issuing.identity import WEB
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say


@room(get=None, post=Right.COORDINATE)
def rotate(request: HttpRequest, access: Access, issuer: str) -> HttpResponse:
    """A new key from now on."""
    actions.rotate_key(access, issuer, old=request.POST.get("old", ""))
    messages.success(request, said(say("A new key signs from now on. What the old one signed stays good.")))
    return redirect("issuing:issuer", access.partnership.slug, issuer)


@room(get=Right.COORDINATE, post=Right.COORDINATE)
def compromised(request: HttpRequest, access: Access, issuer: str, key: str) -> HttpResponse:
    """What it means that somebody else has a key; then what was typed, to check; then it is done, for good."""
    found = selectors.issuer(access, issuer)
    stolen = selectors.key(found, key)
    if stolen.compromised_at is not None:
        return redirect("issuing:issuer", access.partnership.slug, issuer)
    form = CompromisedForm(request.POST or None)
    faults: tuple[Fault, ...] = ()
    good = form.is_bound and form.is_valid()
    if good and "confirmed" in request.POST:
        try:
            actions.compromise_key(access, issuer, key, **form.cleaned_data)
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(request, said(say("The key is marked as compromised, and the journal says why.")))
            return redirect("issuing:issuer", access.partnership.slug, issuer)
    context = {
        "access": access, "issuer": found, "key": stolen, "form": form, "faults": faults,
        "web": found.identity == WEB, "checking": good and not faults and "change" not in request.POST,
        "count": selectors.records(access).filter(selectors.signed_with(key)).count(),
    }  # fmt: skip
    wrong = form.is_bound and (not good or bool(faults))
    return render(request, "issuing/compromised.html", context, status=422 if wrong else 200)
