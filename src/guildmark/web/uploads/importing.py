"""A spreadsheet becomes rows of a room: handed in, looked over with faults by row, then taken over.

A room says what differs (`Importing`) and has two thin views, `hand_in` and `look_over`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildmark.errors import GuildmarkError
from guildmark.web.look.words import said, spoken
from guildmark.web.partnerships.access import Access
from guildmark.web.uploads.actions import keep, kept
from guildmark.words import Sentence, say

T = TypeVar("T")


class FileForm(forms.Form):
    """One spreadsheet."""

    file = forms.FileField(
        label=spoken(say("Spreadsheet")),
        help_text=spoken(say("An .xlsx or .csv file with the columns of the template.")),
    )


@dataclass(frozen=True, slots=True)
class Importing(Generic[T]):
    """What a room's import is about.

    `read` gives the rows of a file or raises every fault; `take_over` writes them and says how many, `told`
    says it to the person. `preview` is the template that shows the rows, with what `shown` adds for it;
    `preview_at` gives its address, `upload_at` that of the form. `home` is where one came from and goes back to.
    """

    purpose: str
    kicker: Sentence
    read: Callable[[bytes, str], Sequence[T]]
    take_over: Callable[[Sequence[T]], int]
    told: Callable[[int], Sentence]
    shown: Callable[[Sequence[T]], Mapping[str, Any]]
    preview: str
    preview_at: Callable[[str], str]
    upload_at: str
    home: str
    template_at: str = ""


def hand_in(request: HttpRequest, access: Access, how: Importing[Any]) -> HttpResponse:
    """Takes the file, and keeps it only where every row can be read."""
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    context = {"access": access, "form": form, "how": how}
    if request.method != "POST":
        return render(request, "uploads/import.html", context)
    if not form.is_valid():
        return render(request, "uploads/import.html", context, status=422)
    try:
        file = keep(access, how.purpose, form.cleaned_data["file"])
        try:
            how.read(bytes(file.data), file.filename)
        except GuildmarkError:
            file.delete()
            raise
    except GuildmarkError as error:
        return render(request, "uploads/import.html", context | {"faults": error.faults}, status=422)
    return redirect(how.preview_at(file.public_id))


def look_over(request: HttpRequest, access: Access, how: Importing[Any], upload: str) -> HttpResponse:
    """Shows the rows; takes them over when somebody says so."""
    file = kept(access, how.purpose, upload)
    try:
        rows = how.read(bytes(file.data), file.filename)
        if request.method == "POST":
            count = how.take_over(rows)
            file.delete()
            messages.success(request, said(how.told(count)))
            return redirect(how.home)
    except GuildmarkError as error:
        # What the rows must fit may have changed since the file was handed in.
        context = {"access": access, "form": FileForm(), "how": how, "faults": error.faults}
        return render(request, "uploads/import.html", context, status=422)
    context = {"access": access, "file": file, "how": how, "rows": rows, **how.shown(rows)}
    return render(request, how.preview, context)
