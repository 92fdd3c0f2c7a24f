"""What the survey says, opening and closing it, and its links."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guildmark.toolkit.pilots import Change, Opinion, Phase
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.pilots import actions, delivery, pictures, selectors
from guildmark.web.pilots.models import Learner
from guildmark.web.pilots.secret_links import token_of
from guildmark.web.pilots.words import PHASES
from guildmark.words import say

COLUMNS: tuple[ListColumn[Change | Opinion], ...] = (
    ListColumn("item", say("Question"), lambda one: one.asked.key),
    ListColumn("people", say("People"), lambda one: one.pairs if isinstance(one, Change) else one.summary.n),
    ListColumn("median_before", say("Median before"), lambda one: one.before if isinstance(one, Change) else None),
    ListColumn(
        "median_after", say("Median after"), lambda one: one.after if isinstance(one, Change) else one.summary.median
    ),
    ListColumn("told", say("In words"), lambda one: one.finding if isinstance(one, Change) else one.share.sentence),
)


@room()
def results(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """What may be told of the answers."""
    found = selectors.cohort(access, cohort)
    told = delivery.told(found)
    rows: list[Change | Opinion] = [*told.changes, *told.opinions]
    if file := list_as_file(request, rows, COLUMNS, say("Survey")):
        return file
    context = {
        "access": access, "cohort": found, "told": told,
        "changes": pictures.change_rows(found, told, language_now()),
        "responses": [
            (PHASES[phase], selectors.responses(found, told.sheets[phase]), found.survey_phase == phase.value)
            for phase in Phase
        ],
        "phases": [("", say("closed", context="survey")), *((one.value, PHASES[one]) for one in Phase)],
    }  # fmt: skip
    return render(request, "pilots/survey.html", context)


@room(get=None, post=Right.EDIT)
def open_survey(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """Opens one reading, or closes the survey."""
    given = request.POST.get("phase", "")
    actions.open_survey(access, cohort, Phase(given) if given in set(Phase) else None)
    words = say("The survey is open: hand out the links.") if given in set(Phase) else say("The survey is closed.")
    messages.success(request, said(words))
    return redirect("pilots:survey", access.partnership.slug, cohort)


@room(get=Right.EDIT)
def links(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """A link for each learner, the same for both readings; as a file for a mail merge."""
    found = selectors.cohort(access, cohort)
    rows = selectors.learners(access, found, {"sort": "name"}).exclude(state="withdrawn")

    def link(one: Learner) -> str:
        path = reverse("pilots:answer", args=[access.partnership.slug, token_of(one.public_id)])
        return request.build_absolute_uri(path)

    columns: tuple[ListColumn[Learner], ...] = (
        ListColumn("name", say("Name"), lambda one: one.name),
        ListColumn("email", say("E-mail address"), lambda one: one.email),
        ListColumn("language", say("Language"), lambda one: one.language),
        ListColumn("link", say("Link"), link),
    )
    if file := list_as_file(request, rows, columns, say("Links")):
        return file
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    context = {"access": access, "cohort": found, "page": page, "lines": [(one, link(one)) for one in page]}
    return render(request, "pilots/links.html", context)
