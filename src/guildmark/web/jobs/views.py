"""Long work of a partnership, and how far it is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.web.jobs import actions, selectors
from guildmark.web.jobs.models import Job
from guildmark.web.look.lists import ListColumn, list_as_file
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say

COLUMNS: tuple[ListColumn[Job], ...] = (
    ListColumn("what", say("What"), lambda one: one.label or one.kind),
    ListColumn("when", say("When"), lambda one: one.created_at.isoformat(timespec="seconds")),
    ListColumn("state", say("State"), lambda one: one.state),
)


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """All jobs, the latest first."""
    if file := list_as_file(request, selectors.jobs(access), COLUMNS, say("Long work")):
        return file
    jobs = list(selectors.jobs(access)[:100])
    context = {
        "access": access, "jobs": jobs,
        "busy": sum(one.state in {Job.State.WAITING, Job.State.RUNNING} for one in jobs),
        "failed": sum(one.state == Job.State.FAILED for one in jobs),
    }  # fmt: skip
    return render(request, "jobs/index.html", context)


@room()
def show(request: HttpRequest, access: Access, job: str) -> HttpResponse:
    """One job; htmx asks again for the progress while it runs."""
    found = selectors.job(access, job)
    context = {"access": access, "job": found, "progress": selectors.progress(found)}
    part = "jobs/progress.html" if request.headers.get("HX-Request") else "jobs/show.html"
    answer = render(request, part, context)
    if part == "jobs/progress.html" and found.state in {Job.State.DONE, Job.State.FAILED}:
        # The page around it says "is being done": it is shown anew, with what came of it.
        answer["HX-Refresh"] = "true"
    return answer


@room(get=None, post=Right.EDIT)
def retry(request: HttpRequest, access: Access, job: str) -> HttpResponse:
    """Tries the failed parts again."""
    actions.retry(selectors.job(access, job))
    return redirect("jobs:show", access.partnership.slug, job)
