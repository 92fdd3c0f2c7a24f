"""A spreadsheet of stakeholders: preview with faults by row, then taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from guildmark.spreadsheets.stakeholders import read_stakeholders
from guildmark.spreadsheets.templates import template
from guildmark.toolkit.stakeholders import Stakeholder, stakeholder_map
from guildmark.web.look.lists import download
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.stakeholders import actions
from guildmark.web.stakeholders.selectors import groups_of
from guildmark.web.stakeholders.views.lines import line_of
from guildmark.web.uploads.importing import Importing, hand_in, look_over
from guildmark.words import say, say_count

A_PAGE = 25


@room(get=Right.NAMES, post=Right.NAMES)
def upload(request: HttpRequest, access: Access) -> HttpResponse:
    """Takes the file."""
    return hand_in(request, access, _importing(request, access))


@room(get=Right.NAMES, post=Right.NAMES)
def preview(request: HttpRequest, access: Access, upload: str) -> HttpResponse:
    """Shows who would come; takes them over when somebody says so."""
    return look_over(request, access, _importing(request, access), upload)


@room(get=Right.NAMES)
def template_file(request: HttpRequest, access: Access) -> HttpResponse:
    """The empty workbook, the same as `guildmark template map`."""
    return download(template("map", example=False, language=language_now()), "map.xlsx")


def _importing(request: HttpRequest, access: Access) -> Importing[Stakeholder]:
    slug = access.partnership.slug
    return Importing(
        purpose="stakeholders.map",
        kicker=say("Step 3 · Knowledge and power map"),
        read=read_stakeholders,
        take_over=lambda rows: actions.take_over(access, rows),
        told=lambda count: say_count(
            "{count} stakeholder is taken over.", "{count} stakeholders are taken over.", count
        ),
        shown=lambda rows: _shown(request, access, rows),
        preview="stakeholders/preview.html",
        preview_at=lambda upload: reverse("stakeholders:preview", args=[slug, upload]),
        upload_at=reverse("stakeholders:import", args=[slug]),
        home=reverse("stakeholders:index", args=[slug]),
        template_at=reverse("stakeholders:template", args=[slug]),
    )


def _shown(request: HttpRequest, access: Access, rows: Sequence[Stakeholder]) -> dict[str, Any]:
    found, named = stakeholder_map(rows), groups_of(access)
    page = Paginator(found.stakeholders, A_PAGE).get_page(request.GET.get("page"))
    return {
        "map": found,
        "count": len(found.stakeholders),
        "page": page,
        "lines": [line_of(one, named) for one in page],
    }
