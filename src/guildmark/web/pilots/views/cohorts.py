"""The list of cohorts, and one cohort with what it shows."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.documents.pictures import svg_to_pdf, svg_to_png
from guildmark.errors import GuildmarkError
from guildmark.toolkit.pilots import Phase
from guildmark.vocabulary import participation_modes
from guildmark.web.look.lists import ListColumn, download, list_as_file
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.pilots import actions, delivery, pictures, selectors
from guildmark.web.pilots.forms import CohortForm, cohort_stands, version_of
from guildmark.web.pilots.models import Cohort
from guildmark.web.pilots.words import CohortState
from guildmark.words import Sentence, say, say_count

COLUMNS: tuple[ListColumn[Cohort], ...] = (
    ListColumn("name", say("Name of the cohort"), lambda one: one.name),
    ListColumn("micro_credential", say("Micro-credential"), lambda one: one.design_version.micro_credential.name),
    ListColumn("version", say("Version"), lambda one: one.design_version.number),
    ListColumn("state", say("Status"), lambda one: one.state),
    ListColumn("starts_on", say("First day"), lambda one: one.starts_on.isoformat() if one.starts_on else ""),
    ListColumn("ends_on", say("Last day"), lambda one: one.ends_on.isoformat() if one.ends_on else ""),
    ListColumn("place", say("Place"), lambda one: one.place),
    ListColumn("learners", say("Learners"), lambda one: selectors.attainment(one).learners),
    ListColumn("withdrawn", say("Have left"), lambda one: selectors.attainment(one).withdrawn),
    ListColumn("passed", say("Have passed"), lambda one: selectors.attainment(one).passed),
)


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """All cohorts."""
    rows = list(selectors.cohorts(access))
    if file := list_as_file(request, rows, COLUMNS, say("Pilots", context="room")):
        return file
    numbers = [selectors.attainment(one) for one in rows]
    passed = sum(one.passed for one in numbers)
    learners = sum(one.learners for one in numbers)
    context = {
        "access": access, "title": _title(len(rows), learners, passed),
        "rows": [(one, number, CohortState(one.state).word) for one, number in zip(rows, numbers, strict=True)],
        "can_begin": selectors.approved(access).exists(),
    }  # fmt: skip
    return render(request, "pilots/index.html", context)


def _title(cohorts: int, learners: int, passed: int) -> Sentence:
    if not cohorts:
        return say("No cohort has been planned yet.")
    if passed:
        return say_count(
            "{passed} of {learners} learners have passed, in {count} cohort.",
            "{passed} of {learners} learners have passed, in {count} cohorts.",
            cohorts, passed=passed, learners=learners,
        )  # fmt: skip
    return say_count(
        "{learners} learners in {count} cohort.", "{learners} learners in {count} cohorts.", cohorts, learners=learners
    )


@room(get=Right.EDIT, post=Right.EDIT)
def new(request: HttpRequest, access: Access) -> HttpResponse:
    """One more cohort."""
    form = CohortForm(access, request.POST or None)
    context = {"access": access, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make_cohort(access, form.plan())
        except GuildmarkError as error:
            return render(request, "pilots/cohort.html", context | {"faults": error.faults}, status=422)
        messages.success(request, said(say("The cohort is planned. Enrol its learners next.")))
        return redirect("pilots:overview", access.partnership.slug, made.public_id)
    return render(request, "pilots/cohort.html", context, status=422 if request.method == "POST" else 200)


@room(get=Right.EDIT, post=Right.EDIT)
def change(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """A cohort's name, design, dates and place."""
    found = selectors.cohort(access, cohort)
    form = CohortForm(access, request.POST or None, initial=cohort_stands(found))
    context = {"access": access, "form": form, "found": found}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.change_cohort(access, cohort, form.plan(), version=version_of(request.POST))
            except GuildmarkError as error:
                conflict = any(fault.code == "saving.meanwhile" for fault in error.faults)
                again = CohortForm(access, typed_anew(request, found.version)) if conflict else form
                context |= {"form": again, "faults": error.faults}
                status = 409 if conflict else 422
            else:
                messages.success(request, said(say("The cohort is saved.")))
                return redirect("pilots:overview", access.partnership.slug, cohort)
    return render(request, "pilots/cohort.html", context, status=status)


@room(get=None, post=Right.COORDINATE)
def remove(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """Removes a cohort."""
    actions.remove_cohort(access, cohort)
    messages.success(request, said(say("The cohort is removed, with everybody in it. The journal keeps its numbers.")))
    return redirect("pilots:index", access.partnership.slug)


@room()
def overview(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """What a cohort shows: outcomes, attendance, answers."""
    found = selectors.cohort(access, cohort)
    language, smallest = language_now(), pictures.smallest_for(access)
    told = delivery.told(found)
    sheets = selectors.sheets_of([found])
    context = {
        "access": access, "cohort": found, "numbers": selectors.attainment(found), "told": told,
        "state": CohortState(found.state).word, "mode": participation_modes.get(found.mode) if found.mode else None,
        "outcomes": pictures.outcomes(found, language, smallest),
        "attendance": pictures.attendance(found, language, smallest),
        "changes": pictures.change_rows(found, told, language),
        "before": selectors.responses(found, sheets.get((found.pk, Phase.BEFORE.value), 0)),
        "after": selectors.responses(found, sheets.get((found.pk, Phase.AFTER.value), 0)),
        "small_print": pictures.SMALL_PRINT, "medians": pictures.MEDIANS,
        "open_decisions": found.decisions.filter(done=False).count(),
    }  # fmt: skip
    return render(request, "pilots/overview.html", context)


@room()
def picture(request: HttpRequest, access: Access, cohort: str, subject: str, ending: str) -> HttpResponse:
    """One of the cohort's pictures as SVG, PNG or PDF."""
    found = selectors.cohort(access, cohort)
    language = language_now()
    made = pictures.svg_of(found, subject, language, pictures.smallest_for(access))
    if made is None or ending not in {"svg", "png", "pdf"}:
        raise Http404
    svg, title = made
    if ending == "pdf":
        return download(svg_to_pdf(svg, title.text(language), language), f"{subject}.pdf")
    return download(svg_to_png(svg) if ending == "png" else svg, f"{subject}.{ending}")
