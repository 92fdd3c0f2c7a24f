"""The list of micro-credentials, beginning one, two side by side, what the standard asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.documents.elements import element_rows
from guildmark.toolkit.design import Check
from guildmark.toolkit.design.selfassessment import principle_prompts
from guildmark.vocabulary import elements
from guildmark.web.design import actions, selectors
from guildmark.web.design.forms import BeginForm
from guildmark.web.design.models import DesignVersion, MicroCredential
from guildmark.web.design.views.parts import is_published, shares, sixteen, state_of
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import Listing, Sentence, say

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A micro-credential in the list."""

    micro_credential: MicroCredential
    version: DesignVersion
    check: Check
    state: Sentence
    sixteen: list[dict[str, object]]
    shares: dict[str, int]
    approved: int | None


COLUMNS: tuple[ListColumn[Line], ...] = (
    ListColumn("title", say("Title"), lambda one: one.micro_credential.name),
    ListColumn("version", say("Version"), lambda one: str(one.version.number)),
    ListColumn("state", say("State"), lambda one: one.state),
    ListColumn("approved_version", say("Approved version"), lambda one: str(one.approved or "")),
    ListColumn("mandatory", say("Mandatory elements"), lambda one: f"{one.shares['must']}/{one.shares['must_all']}"),
    ListColumn("optional", say("Optional elements"), lambda one: f"{one.shares['may']}/{one.shares['may_all']}"),
    ListColumn("errors", say("Errors"), lambda one: str(sum(f.severity == "error" for f in one.check.findings))),
    ListColumn("saved", say("Saved"), lambda one: one.version.at.date().isoformat()),
)


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """Every micro-credential of the cycle, with how complete it is."""
    return _index(request, access, BeginForm())


@room(get=None, post=Right.EDIT)
def begin(request: HttpRequest, access: Access) -> HttpResponse:
    """A new micro-credential, with what the partnership knows already."""
    form = BeginForm(request.POST)
    if not form.is_valid():
        return _index(request, access, form, status=422)
    made = actions.create(access, form.cleaned_data["name"])
    messages.success(request, said(say("Version 1 is saved. Fill in one subject after the other.")))
    return redirect("design:show", access.partnership.slug, made.public_id)


@room()
def beside(request: HttpRequest, access: Access) -> HttpResponse:
    """Two micro-credentials side by side, element by element (R17)."""
    everything = list(selectors.micro_credentials(access)[:200])
    wanted = [request.GET.get("a", ""), request.GET.get("b", "")]
    chosen = [next((one for one in everything if one.public_id == key), None) for key in wanted]
    if not any(chosen) and len(everything) > 1:
        chosen = list(everything[:2])
    versions = lines([one for one in chosen if one])
    table: Sequence[Any] = []
    if len(versions) == 2:
        rows = [element_rows(selectors.design_of(one.version).as_written(), language_now()) for one in versions]
        table = [(a, b, bool(a.lines) and a.lines == b.lines) for a, b in zip(*(one[:16] for one in rows), strict=True)]
    context = {
        "access": access, "everything": everything, "chosen": chosen, "lines": versions, "table": table,
        "both": Listing.of(one.micro_credential.name for one in versions),
    }  # fmt: skip
    return render(request, "design/beside.html", context)


@room()
def standard(request: HttpRequest, access: Access) -> HttpResponse:
    """The 16 elements and the ten principles, to which findings lead."""
    context = {"access": access, "elements": elements.all_elements(), "principles": principle_prompts()}
    return render(request, "design/standard.html", context)


def lines(micro_credentials: Sequence[MicroCredential]) -> list[Line]:
    """The rows of the list, with the newest version of each."""
    keys = {one.pk: selectors.version_keys(one) for one in micro_credentials}
    versions = DesignVersion.objects.select_related("approval", "publication", "person").in_bulk(
        [key for both in keys.values() for key in both if key]
    )
    made = []
    for one in micro_credentials:
        newest_key, approved_key = keys[one.pk]
        version, approved = versions[newest_key], versions.get(approved_key or 0)
        check = selectors.checked(version.document)
        state = state_of(version, published=is_published(approved))
        made.append(
            Line(one, version, check, state, sixteen(check), shares(check), approved.number if approved else None)
        )
    return made


def _index(request: HttpRequest, access: Access, form: BeginForm, status: int = 200) -> HttpResponse:
    everything = selectors.micro_credentials(access)
    if request.GET.get("format") in {"csv", "xlsx"}:
        file = list_as_file(request, lines(list(everything)), COLUMNS, say("Micro-credentials"))
        return file or HttpResponse(status=400)
    page = Paginator(everything, A_PAGE).get_page(request.GET.get("page"))
    shown = lines(list(page))
    ready = sum(one.approved is not None for one in shown)
    context = {"access": access, "form": form, "page": page, "lines": shown, "ready": ready}
    return render(request, "design/index.html", context, status=status)
