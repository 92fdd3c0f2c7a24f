"""Who signs, and with which key."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.issuing import actions, selectors
from guildmark.web.issuing.forms import IssuerForm, NewIssuerForm, proposed, shown
from guildmark.web.issuing.identity import WEB, address_of, did_of, origin_of
from guildmark.web.issuing.lives import lives_of_keys
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say


@room(get=Right.COORDINATE, post=Right.COORDINATE)
def add(request: HttpRequest, access: Access) -> HttpResponse:
    """A new issuer, with its first key."""
    form = NewIssuerForm(request.POST or None, initial=proposed(access))
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            issuer = actions.create_issuer(
                access, given["slug"], form.document(), identity=given["identity"], origin=origin_of(request)
            )
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(
                request,
                said(say("The issuer is set up, and has its key. Its short name is “{slug}”.", slug=issuer.slug)),
            )
            return redirect("issuing:issuer", access.partnership.slug, issuer.public_id)
    status = 422 if request.method == "POST" else 200
    return render(request, "issuing/new_issuer.html", {"access": access, "form": form, "faults": faults}, status=status)


@room(post=Right.COORDINATE)
def show(request: HttpRequest, access: Access, issuer: str) -> HttpResponse:
    """What an issuer says of itself, and its keys."""
    found = selectors.issuer(access, issuer)
    form = IssuerForm(request.POST or None, initial=shown(found.document))
    faults: tuple[Fault, ...] = ()
    status = 200
    if request.method == "POST":
        status = 422
        given = request.POST.get("version", "0")
        if form.is_valid():
            try:
                actions.save_issuer(
                    access, issuer, form.document(found.document), version=int(given) if given.isdecimal() else 0
                )
            except GuildmarkError as error:
                faults = tuple(error.faults)
                if faults[0].code == "saving.meanwhile":
                    status = 409
                    form = IssuerForm(typed_anew(request, found.version))
            else:
                messages.success(request, said(say("The issuer is saved.")))
                return redirect("issuing:issuer", access.partnership.slug, issuer)
    key = selectors.current_key(found)
    context = {
        "access": access, "issuer": found, "form": form, "faults": faults, "key": key, "keys": lives_of_keys(found),
        "versions": found.did_versions.defer("document"),
        "did": did_of(found, key) if key else "", "address": address_of(found) if found.identity == WEB else "",
    }  # fmt: skip
    return render(request, "issuing/issuer.html", context, status=status)
