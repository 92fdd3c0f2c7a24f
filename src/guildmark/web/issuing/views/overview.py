"""The room's first page in numbers, and what was issued in one go."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.web.design.selectors import approved_versions
from guildmark.web.issuing import actions, selectors
from guildmark.web.issuing.models import Issuance
from guildmark.web.issuing.views.records import listed
from guildmark.web.jobs.selectors import progress
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say, say_count

A_PAGE = 20
COLUMNS: tuple[ListColumn[Issuance], ...] = (
    ListColumn("day", say("Day"), lambda one: one.at.date().isoformat()),
    ListColumn("micro_credential", say("Micro-credential"), lambda one: one.design_version.micro_credential.name),
    ListColumn("version", say("Version"), lambda one: one.design_version.number),
    ListColumn("issuer", say("Issuer"), lambda one: one.issuer.document["name"]),
    ListColumn("issued", say("Records"), lambda one: getattr(one, "issued", 0)),
    ListColumn("claimed", say("Claimed"), lambda one: getattr(one, "claimed", 0)),
)


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """How many records there are, who signs, what was issued when; numbers only."""
    rows = selectors.issuances(access)
    if file := list_as_file(request, rows, COLUMNS, say("Issuing", context="room")):
        return file
    context = {
        "access": access, "numbers": selectors.numbers(selectors.records(access)),
        "issuers": selectors.issuers(access), "approved": approved_versions(access).exists(),
        "page": Paginator(rows, A_PAGE).get_page(request.GET.get("page")),
    }  # fmt: skip
    return render(request, "issuing/index.html", context)


@room(get=Right.EDIT)
def issuance(request: HttpRequest, access: Access, issuance: str) -> HttpResponse:
    """Progress while the job runs, then who has claimed and who has not."""
    found = selectors.issuance(access, issuance)
    listing, file = listed(request, access, issuance)
    if file:
        return file
    job = found.job
    context = listing | {
        "issuance": found, "job": job, "progress": progress(job) if job and job.state != "done" else None,
        "numbers": selectors.numbers(selectors.records(access).filter(issuance=found)),
    }  # fmt: skip
    return render(request, "issuing/issuance.html", context)


@room(get=None, post=Right.ISSUE)
def remind(request: HttpRequest, access: Access, issuance: str) -> HttpResponse:
    """Sends the mail again to all who have not claimed."""
    _, count = actions.remind(access, selectors.issuance(access, issuance))
    sentence = (
        say_count("{count} mail goes out again, with a new link.", "{count} mails go out again, with new links.", count)
        if count
        else say("There is nobody to write to: all have claimed, or have no address.")
    )
    messages.success(request, said(sentence))
    return redirect("issuing:issuance", access.partnership.slug, issuance)
