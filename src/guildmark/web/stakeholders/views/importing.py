"""A spreadsheet of stakeholders: preview with faults by row, then taken over."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import GuildmarkError
from guildmark.spreadsheets.stakeholders import read_stakeholders
from guildmark.toolkit.stakeholders import stakeholder_map
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.stakeholders import actions
from guildmark.web.stakeholders.forms import MapFileForm
from guildmark.web.stakeholders.views.lines import line_of
from guildmark.web.uploads.actions import keep, kept
from guildmark.words import say_count

PURPOSE = "stakeholders.map"


@room(get=Right.NAMES, post=Right.NAMES)
def upload(request: HttpRequest, access: Access) -> HttpResponse:
    """Takes the file."""
    if request.method != "POST":
        return render(request, "stakeholders/import.html", {"access": access, "form": MapFileForm()})
    form = MapFileForm(request.POST, request.FILES)
    context = {"access": access, "form": form}
    if not form.is_valid():
        return render(request, "stakeholders/import.html", context, status=422)
    try:
        file = keep(access, PURPOSE, form.cleaned_data["file"])
        read_stakeholders(bytes(file.data), file.filename)
    except GuildmarkError as error:
        return render(request, "stakeholders/import.html", context | {"faults": error.faults}, status=422)
    return redirect("stakeholders:preview", access.partnership.slug, file.public_id)


@room(get=Right.NAMES, post=Right.NAMES)
def preview(request: HttpRequest, access: Access, upload: str) -> HttpResponse:
    """Shows who would come; takes them over when somebody says so."""
    file = kept(access, PURPOSE, upload)
    rows = read_stakeholders(bytes(file.data), file.filename)
    if request.method == "POST":
        count = actions.take_over(access, rows)
        file.delete()
        sentence = say_count("{count} stakeholder is taken over.", "{count} stakeholders are taken over.", count)
        messages.success(request, said(sentence))
        return redirect("stakeholders:index", access.partnership.slug)
    found = stakeholder_map(rows)
    context = {
        "access": access, "file": file, "map": found, "lines": [line_of(one) for one in found.stakeholders],
    }  # fmt: skip
    return render(request, "stakeholders/preview.html", context)
