"""A design from a JSON file: looked over with its check, then taken over as a new micro-credential or version."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.credentials.bounded import read_object
from guildmark.errors import Fault, GuildmarkError
from guildmark.web.design import actions, selectors
from guildmark.web.design.forms import DesignFileForm
from guildmark.web.design.views.parts import found, shares, sixteen
from guildmark.web.look.words import said
from guildmark.web.partnerships.access import Access, Right
from guildmark.web.partnerships.door import room
from guildmark.web.uploads.actions import keep, kept
from guildmark.words import in_language, say

PURPOSE = "design.document"


@room(get=Right.EDIT, post=Right.EDIT)
def upload(request: HttpRequest, access: Access) -> HttpResponse:
    """Takes the file, where it is a JSON object."""
    form = DesignFileForm(request.POST or None, request.FILES or None)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            read_object(form.cleaned_data["file"].read())
            form.cleaned_data["file"].seek(0)
            file = keep(access, PURPOSE, form.cleaned_data["file"])
        except GuildmarkError as error:
            faults = tuple(error.faults)
        else:
            return redirect("design:preview", access.partnership.slug, file.public_id)
    status = 422 if request.method == "POST" else 200
    return render(request, "design/import.html", {"access": access, "form": form, "faults": faults}, status=status)


@room(get=Right.EDIT, post=Right.EDIT)
def preview(request: HttpRequest, access: Access, upload: str) -> HttpResponse:
    """The check of what was handed in; takes it over when somebody says so."""
    file = kept(access, PURPOSE, upload)
    document: dict[str, Any] = read_object(bytes(file.data))
    check = selectors.checked(document)
    name = in_language(check.design.title, "en") if check.design.title else file.filename
    if request.method == "POST":
        target = request.POST.get("target", "")
        note = said(say("Taken over from {file}.", file=file.filename))
        if target:
            newest = selectors.latest(selectors.micro_credential(access, target))
            actions.save_version(access, target, document, version=newest.number, note=note)
        else:
            target = actions.create(access, name, document).public_id
        file.delete()
        messages.success(request, said(say("The design is taken over.")))
        return redirect("design:show", access.partnership.slug, target)
    context = {
        "access": access, "file": file, "name": name, "check": check, "findings": found(check.findings),
        "sixteen": sixteen(check), "shares": shares(check), "designs": selectors.micro_credentials(access)[:200],
    }  # fmt: skip
    return render(request, "design/preview.html", context)
