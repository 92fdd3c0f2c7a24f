"""A spreadsheet of learners: the one that `guildmark issue` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from guildmark.credentials.record.learner import Learner as LearnerRow
from guildmark.spreadsheets.learners import read_learners
from guildmark.spreadsheets.templates import template as workbook
from guildmark.web.look.lists import download
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.pilots import actions, selectors
from guildmark.web.pilots.models import Cohort
from guildmark.web.uploads.importing import Importing, hand_in, look_over
from guildmark.words import say, say_count


@room(get=Right.EDIT, post=Right.EDIT)
def upload(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """Takes the file."""
    return hand_in(request, access, _importing(access, selectors.cohort(access, cohort)))


@room(get=Right.EDIT, post=Right.EDIT)
def preview(request: HttpRequest, access: Access, cohort: str, upload: str) -> HttpResponse:
    """Shows who would come; takes them over when somebody says so."""
    return look_over(request, access, _importing(access, selectors.cohort(access, cohort)), upload)


@room(get=Right.EDIT)
def template(request: HttpRequest, access: Access, cohort: str) -> HttpResponse:
    """The workbook to fill in, with the grades of the design."""
    found = selectors.cohort(access, cohort)
    return download(workbook("learners", False, language_now(), selectors.design(found).grade), "learners.xlsx")


def _importing(access: Access, found: Cohort) -> Importing[LearnerRow]:
    where = [access.partnership.slug, found.public_id]
    design = selectors.design(found)
    required = design.learner_identification.required if design.learner_identification else ()
    known = set(found.learners.exclude(email_key="").values_list("email_key", flat=True))

    def shown(rows: Sequence[LearnerRow]) -> dict[str, Any]:
        return {
            "cohort": found,
            "new": sum((one.email or "").lower() not in known for one in rows),
            "lines": [(one, (one.email or "").lower() in known) for one in rows[:200]],
        }

    return Importing(
        purpose="pilots.learners",
        kicker=say("Step 4.4 · {cohort}", cohort=found.name),
        read=lambda data, name: read_learners(data, name, design.grade, required),
        take_over=lambda rows: actions.take_over(access, found.public_id, rows),
        told=lambda count: say_count("{count} learner is taken over.", "{count} learners are taken over.", count),
        shown=shown,
        preview="pilots/preview.html",
        preview_at=lambda upload: reverse("pilots:preview", args=[*where, upload]),
        upload_at=reverse("pilots:import", args=where),
        home=reverse("pilots:learners", args=where),
        template_at=reverse("pilots:template", args=where),
    )
