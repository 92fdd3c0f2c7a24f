"""A spreadsheet of ratings: preview with faults by row, then taken over."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.matrix import read_matrix
from guildmark.toolkit.context import Dimension, matrix
from guildmark.vocabulary import dimensions, ratings
from guildmark.web.context import actions
from guildmark.web.context.forms import MatrixFileForm
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.uploads.actions import keep, kept
from guildmark.words import say_count

PURPOSE = "context.matrix"


@room(get=Right.EDIT, post=Right.EDIT)
def upload(request: HttpRequest, access: Access) -> HttpResponse:
    """Takes the file."""
    if request.method != "POST":
        return render(request, "context/import.html", {"access": access, "form": MatrixFileForm()})
    form = MatrixFileForm(request.POST, request.FILES)
    context = {"access": access, "form": form}
    if not form.is_valid():
        return render(request, "context/import.html", context, status=422)
    try:
        file = keep(access, PURPOSE, form.cleaned_data["file"])
        read_matrix(bytes(file.data), file.filename)
    except GuildmarkError as error:
        return render(request, "context/import.html", context | {"faults": error.faults}, status=422)
    return redirect("context:preview", access.partnership.slug, file.public_id)


@room(get=Right.EDIT, post=Right.EDIT)
def preview(request: HttpRequest, access: Access, upload: str) -> HttpResponse:
    """Shows the rows; takes them over when somebody says so."""
    file = kept(access, PURPOSE, upload)
    rows = read_matrix(bytes(file.data), file.filename)
    if request.method == "POST":
        count = actions.import_matrix(access, rows)
        file.delete()
        messages.success(request, said(say_count("{count} row is taken over.", "{count} rows are taken over.", count)))
        return redirect("context:index", access.partnership.slug)
    shown = [
        (
            row,
            [
                (one, ratings.get(found.value) if (found := row.ratings.get(one)) else None, row.notes.get(one, ""))
                for one in Dimension
            ],
        )
        for row in rows
    ]
    context = {
        "access": access,
        "file": file,
        "rows": shown,
        "heads": dimensions.all_dimensions(),
        "matrix": matrix(rows),
    }
    return render(request, "context/preview.html", context)
