"""My partnerships, and the journey of one."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from guildmark.errors import Fault, GuildmarkError
from guildmark.toolkit.advice import Status, Step
from guildmark.toolkit.context import need_sentence
from guildmark.web.accounts.views import person_of
from guildmark.web.look.holding import signed_in
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import said
from guildmark.web.partnerships import actions, selectors
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.partnerships.forms import StepForm
from guildmark.web.partnerships.journey import STEP_NAMES, StepView
from guildmark.web.partnerships.journey import journey as journey_of
from guildmark.web.partnerships.models import Cycle, Membership
from guildmark.words import Listing, say

COLUMNS: tuple[ListColumn[StepView], ...] = (
    ListColumn("step", say("Step"), lambda step: step.name),
    ListColumn("key_actions", say("Key actions"), lambda step: Listing.of(step.actions)),
    ListColumn("findings", say("Findings"), lambda step: step.findings or ""),
    ListColumn("logical_link", say("Logical link"), lambda step: step.why or ""),
    ListColumn("status", say("Status"), lambda step: step.status),
)


OWN: tuple[ListColumn[Membership], ...] = (
    ListColumn("name", say("Name"), lambda one: one.partnership.name),
    ListColumn("role", say("Part in the partnership"), lambda one: one.role_word),
    ListColumn("since", say("Since"), lambda one: one.since.date().isoformat()),
)


@signed_in
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What the person is part of."""
    memberships = selectors.memberships_of(person_of(request))
    if file := list_as_file(request, memberships, OWN, say("My partnerships")):
        return file
    return render(request, "partnerships/index.html", {"memberships": memberships})


@room()
def journey(request: HttpRequest, access: Access) -> HttpResponse:
    """Need, five steps, what to do next."""
    need, found = selectors.need_of(access), journey_of(access)
    design = next(one for one in found.steps if one.step == Step.DESIGN)
    return render(
        request,
        "partnerships/journey.html",
        {
            "access": access,
            "journey": found,
            "may_begin": access.may_edit and need is not None and design.status == Status.NOT_STARTED,
            "need": need,
            "need_sentence": need_sentence(need) if need else None,
            "places": selectors.places(access.partnership.regions),
            "sectors": selectors.sector_names(access.partnership.sectors),
            "earlier": selectors.earlier_cycles(access),
        },
    )


@room()
def table(request: HttpRequest, access: Access) -> HttpResponse:
    """The same as the case table of Annex 2, to print or to take away."""
    return _table(request, access)


@room()
def cycle(request: HttpRequest, access: Access, number: int) -> HttpResponse:
    """An earlier cycle as the same table, to read; the current one is the journey itself."""
    if number == access.cycle.number:
        return redirect("partnerships:table", access.partnership.slug)
    past = selectors.cycle(access, number)
    return _table(request, replace(access, cycle=past, rights=access.rights & {Right.SEE, Right.NAMES}), past)


def _table(request: HttpRequest, access: Access, past: Cycle | None = None) -> HttpResponse:
    found, need = journey_of(access), selectors.need_of(access)
    if file := list_as_file(request, found.steps, COLUMNS, say("Journey")):
        return file
    context = {
        "access": access, "journey": found, "past": past, "need": need,
        "need_sentence": need_sentence(need) if need else None,
    }  # fmt: skip
    return render(request, "partnerships/table.html", context)


@room(get=Right.EDIT, post=Right.EDIT)
def step(request: HttpRequest, access: Access, step: str) -> HttpResponse:
    """What people say of a step; blank leaves it to the rules."""
    if step not in set(Step):
        raise Http404
    shown = next(one for one in journey_of(access).steps if one.step == step)
    note = selectors.step_note(access, step)
    stored = {"status": note.status, "findings": note.findings, "why": note.why, "version": note.version}
    form = StepForm(request.POST or None, initial=stored)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        status = Status(data["status"]) if data["status"] else None
        try:
            actions.note_step(
                access, Step(step), status=status, findings=data["findings"], why=data["why"],
                version=data["version"] or 0,
            )  # fmt: skip
        except GuildmarkError as error:
            faults = tuple(error.faults)
            form.data = typed_anew(request, note.version)
        else:
            messages.success(request, said(say("The step is saved.")))
            return redirect("partnerships:journey", access.partnership.slug)
    context = {"access": access, "form": form, "faults": faults, "shown": shown, "name": STEP_NAMES[Step(step)]}
    return render(request, "partnerships/step.html", context, status=409 if faults else 200)
