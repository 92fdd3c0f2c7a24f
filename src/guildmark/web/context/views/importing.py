"""A spreadsheet of ratings: preview with faults by row, then taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from guildmark.spreadsheets.matrix import read_matrix
from guildmark.spreadsheets.templates import template
from guildmark.toolkit.context import CountryRatings, Dimension, matrix
from guildmark.vocabulary import dimensions, ratings
from guildmark.web.context import actions
from guildmark.web.look.lists import download
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.uploads.importing import Importing, hand_in, look_over
from guildmark.words import say, say_count


@room(get=Right.EDIT, post=Right.EDIT)
def upload(request: HttpRequest, access: Access) -> HttpResponse:
    """Takes the file."""
    return hand_in(request, access, _importing(access))


@room(get=Right.EDIT, post=Right.EDIT)
def preview(request: HttpRequest, access: Access, upload: str) -> HttpResponse:
    """Shows the rows; takes them over when somebody says so."""
    return look_over(request, access, _importing(access), upload)


@room(get=Right.EDIT)
def template_file(request: HttpRequest, access: Access) -> HttpResponse:
    """The empty workbook, the same as `guildmark template matrix`."""
    return download(template("matrix", example=False, language=language_now()), "matrix.xlsx")


def _importing(access: Access) -> Importing[CountryRatings]:
    slug = access.partnership.slug
    return Importing(
        purpose="context.matrix",
        kicker=say("Step 1 · Readiness"),
        read=read_matrix,
        take_over=lambda rows: actions.import_matrix(access, rows),
        told=lambda count: say_count("{count} row is taken over.", "{count} rows are taken over.", count),
        shown=_shown,
        preview="context/preview.html",
        preview_at=lambda upload: reverse("context:preview", args=[slug, upload]),
        upload_at=reverse("context:import", args=[slug]),
        home=reverse("context:index", args=[slug]),
        template_at=reverse("context:template", args=[slug]),
    )


def _shown(rows: Sequence[CountryRatings]) -> dict[str, Any]:
    cells = [
        (
            row,
            [
                (
                    dimensions.get(one.value),
                    ratings.get(found.value) if (found := row.ratings.get(one)) else None,
                    row.notes.get(one, ""),
                )
                for one in Dimension
            ],
        )
        for row in rows
    ]
    return {"rows": cells, "heads": dimensions.all_dimensions(), "matrix": matrix(rows)}
