"""A learner's own records: the list, one of them, its files and its links."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.accounts.views import person_of
from guildmark.web.issuing.models import IssuedRecord
from guildmark.web.issuing.selectors import record_by_public_id, records_of
from guildmark.web.look.holding import signed_in
from guildmark.web.look.lists import ListColumn, download, list_as_file
from guildmark.web.look.words import language_now, said
from guildmark.web.wallet import actions, selectors
from guildmark.web.wallet.contents import Card, card, sections, towards
from guildmark.web.wallet.files import file_of
from guildmark.web.wallet.forms import ShareForm
from guildmark.web.wallet.linkedin import add_to_profile
from guildmark.web.wallet.standing import standing
from guildmark.words import Listing, say

A_PAGE = 10
MOST_STACKED = 200
"""So many of the latest records are looked through for what they stack towards."""
COLUMNS: tuple[ListColumn[Card], ...] = (
    ListColumn("title", say("Title"), lambda one: one.title),
    ListColumn("awarding_body", say("Awarding body"), lambda one: ", ".join(one.bodies)),
    ListColumn("issued", say("Issued on"), lambda one: one.on.isoformat()),
    ListColumn("state", say("State"), lambda one: one.record.state),
    ListColumn("record_id", say("Record"), lambda one: one.record.record_id),
)


@signed_in
@never_cache
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The records of whoever asks, and what they lead to."""
    language, rows = language_now(), records_of(person_of(request))
    if file := list_as_file(request, (card(one, language) for one in rows), COLUMNS, say("My records")):
        return file
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "cards": [card(one, language) for one in page],
        "towards": towards(rows[:MOST_STACKED], language) if page.number == 1 else [],
    }  # fmt: skip
    return render(request, "wallet/index.html", context)


@signed_in
@never_cache
@require_GET
def record(request: HttpRequest, record: str) -> HttpResponse:
    """One record: the document, whether it stands, who sees it, and how to take it along."""
    return _page(request, selectors.held(person_of(request), record), ShareForm())


@signed_in
@require_POST
def share(request: HttpRequest, record: str) -> HttpResponse:
    """A new link to a record."""
    person = person_of(request)
    found, form = selectors.held(person, record), ShareForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        actions.share(person, found, form.cleaned_data["label"])
    except GuildmarkError as error:
        return _page(request, found, form, tuple(error.faults), 409)
    messages.success(request, said(say("The link is made. Whoever has it sees the record until you withdraw it.")))
    return redirect(reverse("wallet:record", args=[record]) + "#links")


@signed_in
@require_POST
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Ends a link."""
    person = person_of(request)
    link = selectors.link(person, token)
    actions.withdraw(person, link)
    messages.success(request, said(say("The link is withdrawn. Whoever opens it is told to ask you.")))
    return redirect(reverse("wallet:record", args=[link.record.public_id]) + "#links")


@signed_in
@never_cache
@require_GET
def file(request: HttpRequest, record: str, ending: str) -> HttpResponse:
    """The record as JSON, PNG, SVG or PDF; the code on it leads to the newest open link."""
    found = _whole(selectors.held(person_of(request), record))
    link = selectors.links(found).first()
    url = request.build_absolute_uri(reverse("wallet:shared", args=[link.token])) if link else None
    return download(file_of(found, ending, language_now(), url), f"record.{ending}")


def _whole(found: IssuedRecord) -> IssuedRecord:
    return record_by_public_id(found.public_id) or found


def _page(
    request: HttpRequest, found: IssuedRecord, form: ShareForm, faults: tuple[Fault, ...] = (), status: int = 200
) -> HttpResponse:
    found = _whole(found)
    links = [
        (one, request.build_absolute_uri(reverse("wallet:shared", args=[one.token]))) for one in selectors.links(found)
    ]
    shown, own = standing(found), card(found, language_now())
    until = str(shown["record"].get("valid_until") or "")[:10] if shown else ""
    context = {
        "record": found, "card": own, "bodies": Listing.of(own.bodies), "links": links, "form": form, "faults": faults,
        "linkedin": add_to_profile(own, links[0][1] if links else None, date.fromisoformat(until) if until else None),
        "own": True,
        "sections": sections(shown["record"], language_now()) if shown else [],
    }  # fmt: skip
    return render(request, "wallet/record.html", shown | context, status=status)
