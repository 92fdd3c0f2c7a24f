"""A person's own pages: name, addresses, data, erasure."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.accounts import actions, selectors
from guildmark.web.accounts.forms import EraseForm, NameForm
from guildmark.web.accounts.models import Person
from guildmark.web.look.holding import signed_in
from guildmark.web.look.words import said
from guildmark.words import say


def person_of(request: HttpRequest) -> Person:
    """Who is signed in; only for views that require it."""
    if not isinstance(request.user, Person):
        raise TypeError("nobody is signed in")
    return request.user


@signed_in
@require_http_methods(["GET", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """The account at a glance, and the name to change."""
    person = person_of(request)
    form = NameForm(request.POST or None, initial={"name": person.name})
    if request.method == "POST" and form.is_valid():
        actions.rename(person, form.cleaned_data["name"])
        messages.success(request, said(say("Your name is saved.")))
        return redirect("accounts:me")
    return render(request, "accounts/me.html", {"form": form, "addresses": selectors.addresses_of(person)})


@signed_in
@require_GET
def data(request: HttpRequest) -> HttpResponse:
    """Everything that is kept on the person who asks, as JSON."""
    answer = JsonResponse(
        selectors.own_data(person_of(request)), json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    answer["Content-Disposition"] = 'attachment; filename="my-guildmark-data.json"'
    return answer


@signed_in
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Erases the account, after the password."""
    form = EraseForm(request.POST or None)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.erase(person_of(request), form.cleaned_data["password"])
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            logout(request)
            messages.success(request, said(say("Your account and everything that tells who you are is erased.")))
            return redirect("look:home")
    return render(request, "accounts/erase.html", {"form": form, "faults": faults}, status=400 if faults else 200)
