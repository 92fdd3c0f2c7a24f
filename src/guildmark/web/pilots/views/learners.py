"""The learners of a cohort: filtered, sorted and paged in the database; one learner with results."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import Fault, GuildmarkError
from guildmark.spreadsheets import learners as sheet
from guildmark.web.look.lists import ListColumn, download, list_as_file
from guildmark.web.look.saving import typed_anew
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.pilots import actions, delivery, selectors
from guildmark.web.pilots.forms import LearnerForm, learner_stands, version_of
from guildmark.web.pilots.models import Learner
from guildmark.web.pilots.views.grids import READ, chosen
from guildmark.web.pilots.words import PASSED, LearnerState
from guildmark.words import say

A_PAGE = 25


def _cell(name: str) -> ListColumn[dict[str, str]]:
    return ListColumn(name, say("Learner"), lambda row: row.get(name, ""))


@room(get=Right.EDIT)
def index(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """The list, a page at a time; as a file, the one that `guildmark issue` reads."""
    found = selectors.cohort(access, cohort)
    rows = selectors.learners(access, found, request.GET.dict())
    grade = selectors.design(found).grade
    if request.GET.get("format") == "xlsx":
        data = sheet.write_learners(list(map(selectors.row_of, rows)), grade, language_now())
        return download(data, "learners.xlsx")
    if request.GET.get("format") == "csv":
        names = [column.name for column in sheet.columns(grade) if grade or column.name != "grade"]
        cells = [sheet.learner_cells(selectors.row_of(one), grade, "en") for one in rows]
        return list_as_file(request, cells, [_cell(name) for name in names], say("Learners")) or HttpResponse(
            status=400
        )
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    wanted = request.GET.copy()
    wanted.pop("page", None)
    context = {
        "access": access, "cohort": found, "page": page, "wanted": request.GET, "query": wanted.urlencode(),
        "lines": [(one, LearnerState(one.state).word, PASSED[one.passed]) for one in page],
        "states": list(LearnerState), "numbers": selectors.attainment(found), "graded": grade is not None,
    }  # fmt: skip
    return render(request, "pilots/learners.html", context)


@room(get=Right.EDIT, post=Right.EDIT)
def add(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """One more learner."""
    found = selectors.cohort(access, cohort)
    form = LearnerForm(selectors.design(found), request.POST or None, initial={"state": LearnerState.ENROLLED})
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_learner(access, cohort, form.row(), form.state_given())
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            messages.success(request, said(say("{name} is enrolled.", name=form.cleaned_data["name"])))
            return redirect("pilots:learners", access.partnership.slug, cohort)
    status = 200 if request.method != "POST" else 409 if faults else 422
    context = {"access": access, "cohort": found, "form": form, "faults": faults}
    return render(request, "pilots/learner.html", context, status=status)


@room(get=Right.EDIT, post=Right.EDIT)
def edit(request: HttpRequest, access: Access, cohort: str, learner: str) -> HttpResponse:
    """What is known of a learner."""
    found = selectors.cohort(access, cohort)
    one = selectors.learner(access, found, learner)
    design = selectors.design(found)
    form = LearnerForm(design, request.POST or None, initial=learner_stands(one))
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_learner(
                access, cohort, learner, form.row(), form.state_given(), version=version_of(request.POST)
            )
        except GuildmarkError as error:
            faults = tuple(error.faults)
            if faults[0].code == "saving.meanwhile":
                form = LearnerForm(design, typed_anew(request, one.version))
        else:
            messages.success(request, said(say("What is known of {name} is saved.", name=form.cleaned_data["name"])))
            return redirect("pilots:learners", access.partnership.slug, cohort)
    status = 200 if request.method != "POST" else 409 if faults else 422
    return _page(request, access, one, form, faults=faults, status=status)


@room(get=None, post=Right.EDIT)
def results(request: HttpRequest, access: Access, cohort: str, learner: str) -> HttpResponse:
    """A learner's results with their notes."""
    found = selectors.cohort(access, cohort)
    one = selectors.learner(access, found, learner)
    design = selectors.design(found)
    keys = selectors.outcomes(design)
    cells = {key: READ[value] for key in keys if (value := request.POST.get(f"r.{key}", "")) in READ}
    notes = {key: request.POST.get(f"n.{key}", "") for key in keys}
    try:
        actions.save_results(access, cohort, {learner: cells}, stamp=request.POST.get("stamp", ""), notes=notes)
    except GuildmarkError as error:
        form = LearnerForm(design, initial=learner_stands(one))
        return _page(request, access, one, form, faults=tuple(error.faults), status=409)
    messages.success(request, said(say("The results of {name} are saved.", name=one.name)))
    return redirect("pilots:learner", access.partnership.slug, cohort, learner)


@room(get=None, post=Right.EDIT)
def remove(request: HttpRequest, access: Access, cohort: str, learner: str) -> HttpResponse:
    """Takes a learner out."""
    actions.remove_learner(access, cohort, learner)
    messages.success(request, said(say("The learner is out of the cohort, with attendance and results.")))
    return redirect("pilots:learners", access.partnership.slug, cohort)


def _page(
    request: HttpRequest,
    access: Access,
    one: Learner,
    form: LearnerForm,
    *,
    faults: tuple[Fault, ...] = (),
    status: int = 200,
) -> HttpResponse:
    found = one.cohort
    stored = {row.outcome: row for row in one.results.select_related("assessor")}
    typed = request.POST if "stamp" in request.POST else None
    lines = [
        {
            "key": key, "text": text, "row": stored.get(key),
            "value": typed.get(f"r.{key}", "") if typed else chosen(row.reached if (row := stored.get(key)) else None),
            "note": typed.get(f"n.{key}", "") if typed else row.note if (row := stored.get(key)) else "",
        }
        for key, text in selectors.outcomes(selectors.design(found)).items()
    ]  # fmt: skip
    context = {
        "access": access, "cohort": found, "learner": one, "form": form, "faults": faults, "lines": lines,
        "verdict": PASSED[one.passed], "stamp": delivery.stamp(delivery.reached([one])),
        "sessions": one.attendance.count(),
    }  # fmt: skip
    return render(request, "pilots/learner.html", context, status=status)
