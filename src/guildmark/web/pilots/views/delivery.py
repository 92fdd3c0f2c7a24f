"""Sessions, and two grids that save: who was where, and who reached what."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.pilots import actions, delivery, selectors
from guildmark.web.pilots.forms import SessionForm
from guildmark.web.pilots.models import Cohort, Learner, Session
from guildmark.web.pilots.views.grids import choices, chosen, ticks
from guildmark.words import say, say_count

A_PAGE = 25
NAME: ListColumn[Learner] = ListColumn("name", say("Name"), lambda row: row.name)


@room(post=Right.EDIT)
def sessions(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """The sessions, with how many came; a form for one more."""
    found = selectors.cohort(access, cohort)
    form = SessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        actions.add_session(access, cohort, data["title"], data["day"], data["hours"])
        messages.success(request, said(say("The session is planned.")))
        return redirect("pilots:sessions", access.partnership.slug, cohort)
    held = delivery.held(found)
    if access.may_edit and (file := list_as_file(request, held, SESSIONS, say("Sessions"))):
        return file
    context = {"access": access, "cohort": found, "held": held, "form": form}
    return render(request, "pilots/sessions.html", context, status=422 if request.method == "POST" else 200)


SESSIONS: tuple[ListColumn[delivery.Held], ...] = (
    ListColumn("title", say("Title"), lambda one: one.session.title),
    ListColumn("day", say("Date"), lambda one: one.session.day.isoformat() if one.session.day else ""),
    ListColumn("hours", say("Hours"), lambda one: "" if one.session.hours is None else one.session.hours),
    ListColumn("attended", say("Were there"), lambda one: one.there),
)


@room(get=None, post=Right.EDIT)
def remove_session(request: HttpRequest, access: Access, cohort: str, session: str) -> HttpResponse:
    """Takes a session out."""
    actions.remove_session(access, cohort, session)
    messages.success(request, said(say("The session is taken out, with its attendance.")))
    return redirect("pilots:sessions", access.partnership.slug, cohort)


@room(get=Right.EDIT, post=Right.EDIT)
def attendance(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """Who was at which session."""
    found = selectors.cohort(access, cohort)
    held = list(found.sessions.all())
    if request.GET.get("format"):
        rows = list(selectors.learners(access, found))
        grid = delivery.attendance(rows)

        def there(session: Session) -> ListColumn[Learner]:
            return ListColumn(
                session.title,
                say("Session"),
                lambda row: "x" if grid[row.public_id].get(session.public_id) else "",
            )

        columns = [NAME, *map(there, held)]
        return list_as_file(request, rows, columns, say("Attendance")) or HttpResponse(status=400)
    page = _page_of(request, access, found)
    sent = ticks(request.POST, page, [one.public_id for one in held]) if request.method == "POST" else None
    faults: tuple[Fault, ...] = ()
    if sent is not None:
        try:
            changed = actions.save_attendance(access, cohort, sent, stamp=request.POST.get("stamp", ""))
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            return _saved(request, changed, _address(access, "attendance", cohort, page))
    stands = delivery.attendance(page)
    shown: Any = sent or stands
    context = {
        "access": access, "cohort": found, "page": page, "sessions": held, "stamp": delivery.stamp(stands),
        "faults": faults,
        "lines": [(row, [(one, bool(shown[row.public_id].get(one.public_id))) for one in held]) for row in page],
    }  # fmt: skip
    return render(request, "pilots/attendance.html", context, status=409 if faults else 200)


@room(get=Right.EDIT, post=Right.EDIT)
def results(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """Who reached which outcome."""
    found = selectors.cohort(access, cohort)
    outcomes = selectors.outcomes(selectors.design(found))
    if request.GET.get("format"):
        rows = list(selectors.learners(access, found))
        grid = delivery.reached(rows)

        def reached(key: str) -> ListColumn[Learner]:
            return ListColumn(key, say("Learning outcome"), lambda row: chosen(grid[row.public_id].get(key)))

        columns = [NAME, *map(reached, outcomes)]
        return list_as_file(request, rows, columns, say("Results")) or HttpResponse(status=400)
    page = _page_of(request, access, found)
    sent = choices(request.POST, page, outcomes) if request.method == "POST" else None
    faults: tuple[Fault, ...] = ()
    if sent is not None:
        try:
            changed = actions.save_results(access, cohort, sent, stamp=request.POST.get("stamp", ""))
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            return _saved(request, changed, _address(access, "results", cohort, page))
    stands = delivery.reached(page)
    shown: Any = sent or stands
    context = {
        "access": access, "cohort": found, "page": page, "outcomes": outcomes, "stamp": delivery.stamp(stands),
        "faults": faults, "numbers": selectors.attainment(found),
        "lines": [(row, [(key, chosen(shown[row.public_id].get(key))) for key in outcomes]) for row in page],
    }  # fmt: skip
    return render(request, "pilots/results.html", context, status=409 if faults else 200)


def _page_of(request: HttpRequest, access: Access, found: Cohort) -> Page[Learner]:
    rows = selectors.learners(access, found, {"sort": "name"})
    return Paginator(rows, A_PAGE).get_page(request.GET.get("page"))


def _address(access: Access, grid: str, cohort: str, page: Page[Learner]) -> str:
    return f"{reverse(f'pilots:{grid}', args=[access.partnership.slug, cohort])}?page={page.number}"


def _saved(request: HttpRequest, changed: int, address: str) -> HttpResponse:
    sentence = say_count("Saved: {count} entry changed.", "Saved: {count} entries changed.", changed)
    messages.success(request, said(sentence))
    return redirect(address)
