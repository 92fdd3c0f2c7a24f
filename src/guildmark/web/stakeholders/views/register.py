"""The register: filtered, sorted and paged in the database; one stakeholder with all answers."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.stakeholders import place, strategy_for
from guildmark.vocabulary import questions, scenarios, understanding_levels
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.stakeholders import actions, selectors
from guildmark.web.stakeholders.forms import StakeholderForm, stored
from guildmark.web.stakeholders.models import Stakeholder
from guildmark.web.stakeholders.views.lines import Line, Named, as_file, line, line_of
from guildmark.words import say

A_PAGE = 25


@room()
def register(request: HttpRequest, access: Access) -> HttpResponse:
    """The list, a page at a time."""
    rows = selectors.chosen(access, request.GET.dict())
    if request.GET.get("format") in {"csv", "xlsx"}:
        found = selectors.map_of(access, rows, language_now())
        return as_file(request, found) or HttpResponse(status=400)
    named = selectors.groups_of(access)
    page = Paginator(rows.prefetch_related(None), A_PAGE).get_page(request.GET.get("page"))
    wanted = request.GET.copy()
    wanted.pop("page", None)
    context = {
        "access": access, "page": page, "wanted": request.GET, "query": wanted.urlencode(),
        "filtered": any(wanted.values()),
        "lines": [_line(access, one, named) for one in page], "groups": named.values(),
        "levels": understanding_levels.all_levels(), "scenarios": scenarios.all_scenarios(),
    }  # fmt: skip
    return render(request, "stakeholders/register.html", context)


@room(get=Right.NAMES, post=Right.NAMES)
def add(request: HttpRequest, access: Access) -> HttpResponse:
    """One more stakeholder."""
    form = StakeholderForm(request.POST or None, named=selectors.groups_of(access))
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            entry = actions.add(access, form.given(), form.noted())
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(request, said(say("The stakeholder is in the register.")))
            return redirect("stakeholders:edit", access.partnership.slug, entry.public_id)
    status = 409 if faults else 422 if request.method == "POST" else 200
    return render(request, "stakeholders/edit.html", {"access": access, "form": form, "faults": faults}, status=status)


@room(get=Right.NAMES, post=Right.NAMES)
def edit(request: HttpRequest, access: Access, stakeholder: str) -> HttpResponse:
    """All that was answered about somebody, where that places them, and how to engage them."""
    entry = selectors.stakeholder(access, stakeholder)
    assessments = list(entry.assessments.all())
    own = next((one for one in assessments if one.person_id == access.person.pk), None)
    form = StakeholderForm(request.POST or None, initial=stored(entry, own), named=selectors.groups_of(access))
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        given = request.POST.get("version", "")
        try:
            actions.change(
                access, stakeholder, form.given(), form.noted(), version=int(given) if given.isdecimal() else 0
            )
        except GuildmarkError as error:
            faults = tuple(error.faults)
            form = StakeholderForm(typed_anew(request, entry.version), named=selectors.groups_of(access))
        else:
            messages.success(request, said(say("What you know of {name} is saved.", name=form.cleaned_data["name"])))
            return redirect("stakeholders:register", access.partnership.slug)
    placed = place(selectors.described(entry))
    context = {
        "access": access, "form": form, "faults": faults, "entry": entry,
        "line": line_of(placed, selectors.groups_of(access)),
        "strategy": strategy_for(placed).sentences(language_now()),
        "others": [
            (one.assessor or selectors.UNNAMED, _answered([*one.influence, *one.support]))
            for one in assessments if one is not own
        ],
        "questions": questions.power_questions(),
    }  # fmt: skip
    status = 409 if faults else 422 if request.method == "POST" else 200
    return render(request, "stakeholders/edit.html", context, status=status)


@room(get=None, post=Right.NAMES)
def remove(request: HttpRequest, access: Access, stakeholder: str) -> HttpResponse:
    """Takes somebody out."""
    actions.remove(access, stakeholder)
    messages.success(request, said(say("The stakeholder is out of the register, with all answers.")))
    return redirect("stakeholders:register", access.partnership.slug)


def _line(access: Access, one: Stakeholder, named: Named) -> Line:
    who = {}
    if access.may(Right.NAMES):
        address = reverse("stakeholders:edit", args=[access.partnership.slug, one.public_id])
        who = {"name": one.name, "organisation": one.organisation, "address": address}
    return line(named[one.group], one.understanding, one.influence, one.support, one.scenario, **who)


def _answered(answers: list[bool | None]) -> list[tuple[object, object]]:
    words = {one.value: one for one in questions.answers()}
    given = ["–" if one is None else words[one] for one in answers]
    return list(zip(questions.power_questions(), given, strict=True))
