"""One micro-credential on its way: its dossier, the routes, the evidence, the reviews."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate

from guildmark.drawing.theme import PAGE
from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.recognition import Route, get_piece
from guildmark.toolkit.recognition import dossier as dossier_of
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.recognition import actions, selectors
from guildmark.web.recognition.forms import RouteForm
from guildmark.web.recognition.kinds import KINDS
from guildmark.web.recognition.standing import Standing, standing
from guildmark.web.recognition.views.overview import elements
from guildmark.web.recognition.views.pictures import drawn_reviews, moments, reviews_said
from guildmark.web.recognition.views.shelves import COLUMNS, line, shelves_of
from guildmark.web.recognition.words import OPENNESS, ROUTES, SECTIONS
from guildmark.words import Listing, Sentence, say

ROUTE_COLUMNS: tuple[ListColumn[Route], ...] = (
    ListColumn("route", say("Route"), lambda one: one.key),
    ListColumn("country", say("Country"), lambda one: one.country),
    ListColumn("openness", say("Openness"), lambda one: one.openness),
    ListColumn("bodies", say("Bodies"), lambda one: Listing.of(one.bodies) if one.bodies else ""),
    ListColumn("asks", say("Asks for"), lambda one: ";".join(one.asks)),
    ListColumn("source", say("Source"), lambda one: one.source),
)


@room()
def dossier(request: HttpRequest, access: Access, credential: str) -> HttpResponse:
    """What is there and what is missing for the chosen route."""
    stand = standing(access, credential, localdate())
    filed: dict[str, list[Any]] = {}
    for one in stand.of("evidence"):
        filed.setdefault(one.sort, []).append(line(one))
    for one in stand.of("consultation"):
        filed.setdefault("consultation", []).append(line(one))
    for one in stand.of("review"):
        filed.setdefault("review_plan", []).append(line(one))
    chapters = [
        (heading, [(one, filed.get(one.piece.key, [])) for one in stand.dossier.entries if one.piece.section == key])
        for key, heading in SECTIONS.items()
    ]
    context = _context(access, stand, "dossier") | {
        "chapters": [(heading, rows) for heading, rows in chapters if rows],
        "elements": elements(stand),
        "finding": stand.sentence,
        "addable": [key for key in KINDS["evidence"].choices if key in {one.key for one in stand.dossier.missing}],
    }
    return render(request, "recognition/dossier.html", context)


@room(post=Right.COORDINATE)
def routes(request: HttpRequest, access: Access, credential: str) -> HttpResponse:
    """Every route in the countries of the design: how open it is, what it asks; a coordinator chooses."""
    stand = standing(access, credential, localdate())
    if file := list_as_file(request, stand.routes, ROUTE_COLUMNS, say("Routes")):
        return file
    if request.method != "POST":
        chosen = {"route": stand.choice.route, "reason": stand.choice.reason} if stand.choice else {}
        return _routes(request, access, stand, RouteForm(initial=chosen))
    form, given = RouteForm(request.POST), request.POST.get("version", "0")
    if not form.is_valid():
        return _routes(request, access, stand, form, status=422)
    version = int(given) if given.isdecimal() else 0
    try:
        actions.choose_route(access, credential, form.cleaned_data["route"], form.cleaned_data["reason"],
                             version=version)  # fmt: skip
    except GuildmarkError as error:
        conflict = any(fault.code == "saving.meanwhile" for fault in error.faults)
        return _routes(request, access, stand, form, faults=error.faults, status=409 if conflict else 422)
    messages.success(request, said(say("The route is chosen.")))
    return redirect("recognition:dossier", access.partnership.slug, credential)


def _routes(
    request: HttpRequest,
    access: Access,
    stand: Standing,
    form: RouteForm,
    *,
    faults: Sequence[Fault] = (),
    status: int = 200,
) -> HttpResponse:
    chosen = form["route"].value() or ""
    rows = []
    for one in stand.routes:
        shape, word = OPENNESS[one.openness]
        found = dossier_of(one, stand.design, stand.on_file)
        rows.append((one, ROUTES[one.kind], shape, word, found, [get_piece(key).name for key in one.asks]))
    open_now = [row for row in rows if row[0].openness == "open"]
    nearest = min(open_now, key=lambda row: len(row[4].missing), default=None)
    context = _context(access, stand, "routes") | {
        "rows": rows, "form": form, "faults": faults, "chosen": chosen, "finding": _nearest(nearest),
    }  # fmt: skip
    return render(request, "recognition/routes.html", context, status=status)


def _nearest(row: tuple[Any, ...] | None) -> Sentence:
    if row is None:
        return say("No route is open yet.")
    route, name, _, _, found, _ = row
    if found.complete:
        return say("{route}, {country}: everything it asks for is there.", route=name, country=route.country)
    return say(
        "{route}, {country}, is nearest: {there} of {all} pieces are there.",
        route=name, country=route.country, there=len(found.there), all=len(found.entries),
    )  # fmt: skip


@room()
def evidence(request: HttpRequest, access: Access, credential: str) -> HttpResponse:
    """What is on file beside the design."""
    return _own_shelf(request, access, credential, "evidence")


@room()
def reviews(request: HttpRequest, access: Access, credential: str) -> HttpResponse:
    """What was reviewed, what is due next, and what is planned."""
    return _own_shelf(request, access, credential, "review")


def _own_shelf(request: HttpRequest, access: Access, credential: str, key: str) -> HttpResponse:
    stand, kind = standing(access, credential, localdate()), KINDS[key]
    found = selectors.filings(access).filter(kind=key, micro_credential=stand.micro_credential)
    if file := list_as_file(request, found, COLUMNS, kind.heading):
        return file
    here = "reviews" if key == "review" else "evidence"
    context = _context(access, stand, here) | {"shelves": shelves_of(request, [kind], found)}
    context["finding"] = reviews_said(stand) if key == "review" else stand.dossier.sentence
    if key == "review" and stand.endorsement:
        context["drawn"] = mark_safe(drawn_reviews(stand, PAGE, bare=True))  # noqa: S308 -- escaped by `drawing.svg`
        context["moments"] = moments(stand)
    return render(request, f"recognition/{here}.html", context)


def _context(access: Access, stand: Standing, tab: str) -> dict[str, Any]:
    return {"access": access, "stand": stand, "mc": stand.micro_credential, "tab": tab,
            "route_name": ROUTES[stand.route.kind] if stand.route else None, "today": localdate()}  # fmt: skip
