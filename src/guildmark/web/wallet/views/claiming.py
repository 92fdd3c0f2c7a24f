"""The page of a claim link: what waits, and taking it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.accounts.models import Person
from guildmark.web.look.words import language_now, said
from guildmark.web.wallet import actions, selectors
from guildmark.web.wallet.contents import card
from guildmark.words import say


@never_cache
@require_http_methods(["GET", "POST"])
def claim(request: HttpRequest, token: str) -> HttpResponse:
    """Shows title and awarding body, and lets the person sign in and take it; nothing of the learner is told."""
    person = request.user if isinstance(request.user, Person) else None
    if request.method == "POST":
        if person is None:
            return redirect_to_login(request.get_full_path())
        try:
            record = actions.claim(person, token)
        except GuildmarkError as error:
            return _refused(request, error.faults[0])
        messages.success(request, said(say("The record is yours.")))
        return redirect("wallet:record", record.public_id)
    found = selectors.claim_by(token)
    if found is None:
        return _refused(request, actions.unknown())
    if person is not None and found.record.holder_id == person.pk:
        return redirect("wallet:record", found.record.public_id)
    if fault := actions.closed(found):
        return _refused(request, fault)
    back = urlencode({"next": request.get_full_path()})
    context = {
        "card": card(found.record, language_now()), "token": token,
        "signup": f"{reverse('account_signup')}?{back}", "login": f"{reverse('account_login')}?{back}",
    }  # fmt: skip
    return _private(render(request, "wallet/claim.html", context))


def _refused(request: HttpRequest, fault: Fault) -> HttpResponse:
    other = fault.code == "claim.other_address"
    context = {"fault": fault, "other_address": other, "expired": fault.code == "claim.expired"}
    return _private(render(request, "wallet/claim_refused.html", context, status=403 if other else 410))


def _private(answer: HttpResponse) -> HttpResponse:
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "same-origin"
    return answer
