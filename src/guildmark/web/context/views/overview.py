"""The matrix, its pictures, and which countries stand in it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.documents.pictures import svg_to_pdf, svg_to_png
from guildmark.drawing.matrix import matrix_svg
from guildmark.errors import Fault, GuildmarkError
from guildmark.spreadsheets.matrix import COLUMNS, country_cells, write_matrix
from guildmark.toolkit.context import CountryRatings, Dimension
from guildmark.vocabulary import dimensions, ratings, readiness
from guildmark.web.context import actions, selectors
from guildmark.web.context.forms import CountryForm
from guildmark.web.look.lists import ListColumn, download, list_as_file
from guildmark.web.look.words import language_now, said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.words import say


def _cell(name: str) -> ListColumn[CountryRatings]:
    return ListColumn(name, say("Rating"), lambda row: country_cells(row, "en").get(name, ""))


CSV = tuple(_cell(column.name) for column in COLUMNS)
"""The columns that `guildmark matrix` reads."""


@room()
def index(request: HttpRequest, access: Access) -> HttpResponse:
    """The matrix."""
    return page(request, access, CountryForm())


@room(get=None, post=Right.EDIT)
def add(request: HttpRequest, access: Access) -> HttpResponse:
    """One more country."""
    form = CountryForm(request.POST)
    if not form.is_valid():
        return page(request, access, form, status=422)
    try:
        file = actions.add_country(access, form.cleaned_data["found"], form.cleaned_data["region"])
    except GuildmarkError as error:
        return page(request, access, form, tuple(error.faults), status=409)
    return redirect("context:answers", access.partnership.slug, file.public_id)


@room(get=None, post=Right.EDIT)
def remove(request: HttpRequest, access: Access, country: str) -> HttpResponse:
    """Takes a country out."""
    actions.remove_country(access, country)
    messages.success(request, said(say("The country is taken out. The journal keeps what stood there.")))
    return redirect("context:index", access.partnership.slug)


@room()
def picture(request: HttpRequest, access: Access, ending: str) -> HttpResponse:
    """The matrix as SVG, PNG, PDF or workbook."""
    matrix = selectors.matrix_of(access)
    if matrix is None or ending not in {"svg", "png", "pdf", "xlsx"}:
        raise Http404
    language = language_now()
    if ending == "xlsx":
        return download(write_matrix(matrix, language), "matrix.xlsx")
    svg = matrix_svg(matrix, language)
    if ending == "pdf":
        return download(svg_to_pdf(svg, matrix.finding.text(language), language), "matrix.pdf")
    return download(svg_to_png(svg) if ending == "png" else svg, f"matrix.{ending}")


def page(
    request: HttpRequest, access: Access, form: CountryForm, faults: tuple[Fault, ...] = (), status: int = 200
) -> HttpResponse:
    """The page of the matrix with a form for one more country."""
    files = list(selectors.countries(access))
    matrix = selectors.matrix_of(access)
    if matrix and request.GET.get("format") == "xlsx":
        return download(write_matrix(matrix, language_now()), "matrix.xlsx")
    if file := list_as_file(request, [row.source for row in matrix.rows] if matrix else [], CSV, say("Matrix")):
        return file
    rows = [
        (
            one,
            [
                (
                    dimensions.get(dimension.value),
                    ratings.get(rating.value) if (rating := row.source.ratings.get(dimension)) else None,
                    row.source.notes.get(dimension, ""),
                )
                for dimension in Dimension
            ],
            readiness.get(row.readiness.value) if row.readiness else None,
        )
        for one, row in zip(files, matrix.rows if matrix else (), strict=True)
    ]
    context = {
        "access": access, "matrix": matrix, "rows": rows, "form": form, "faults": faults,
        "heads": dimensions.all_dimensions(),
    }  # fmt: skip
    return render(request, "context/index.html", context, status=status)
