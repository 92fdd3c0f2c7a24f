"""What somebody typed is held when their session has ended, and shown again once they have signed in.

Without JavaScript nothing else keeps it. Texts only, of one form, in the session of this browser; files
are to be chosen again. Cross-site requests never come so far: their token was checked before.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildmark.web.partnerships.asked import Asked, asked_on

KEY = "held_form"
LONGEST = 200_000
"""Characters; what is longer is not held."""
SILENT = frozenset({"version", "next"})


def hold(request: HttpRequest) -> None:
    """Keeps the form that was sent by somebody who is not signed in any more."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if _is_text(name)]
    if fields and sum(len(name) + len(str(value)) for name, value in fields) <= LONGEST:
        request.session[KEY] = {"address": request.get_full_path(), "fields": fields, "files": bool(request.FILES)}


def held(request: HttpRequest, access: object, form: Callable[[], HttpResponse]) -> HttpResponse | None:
    """The page with what was typed, where this address is the one it was sent to; shown once.

    `form` gives the page that it was typed on: its labels say what is what.
    """
    kept: dict[str, Any] | None = request.session.get(KEY)
    if request.method != "GET" or not kept or kept["address"] != request.get_full_path():
        return None
    del request.session[KEY]
    page = form()
    asked = asked_on(page.content.decode()) if page.status_code == HTTPStatus.OK and not page.streaming else Asked()
    told = [
        (asked.labels.get(name, ""), asked.choices.get((name, value), value))
        for name, value in kept["fields"]
        if value and name in asked.labels
    ]
    context = {
        "access": access, "address": kept["address"], "fields": kept["fields"], "files": kept["files"],
        "told": told or [("", value) for name, value in kept["fields"] if value and name not in SILENT],
    }  # fmt: skip
    return render(request, "partnerships/held.html", context)


def _is_text(name: str) -> bool:
    return name != "csrfmiddlewaretoken" and "password" not in name
