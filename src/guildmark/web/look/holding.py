"""What somebody typed is held when their session has ended, and shown again once they have signed in.

Without JavaScript nothing else keeps it. Texts only, of a few forms, in the session of this browser; files
are to be chosen again. Cross-site requests never come so far: a browser told where they are from.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve

from guildmark.web.look.asked import Asked, asked_on
from guildmark.web.look.refusals import Refused, form_too_old

KEY = "held_forms"
MOST = 5
"""So many forms of one browser are held, the newest of each address."""
LONGEST = 200_000
"""Characters of all of them together; what is longer is not held."""
SILENT = frozenset({"version", "next"})

Given = ParamSpec("Given")


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and from there back to what was typed, or to the page where nothing was."""
    if request.method != "POST" or _hold(request):
        return redirect_to_login(request.get_full_path())
    return redirect_to_login(_page_before(request) or request.get_full_path())


def signed_in(
    view: Callable[Concatenate[HttpRequest, Given], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Given], HttpResponse]:
    """A page of whoever is signed in, whatever partnerships they are part of."""

    @wraps(view)
    def through(request: HttpRequest, /, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return sign_in_first(request)
        return held(request, lambda: view(request, *args, **kwargs)) or view(request, *args, **kwargs)

    return shows_what_is_held(through)


def shows_what_is_held(
    view: Callable[Concatenate[HttpRequest, Given], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Given], HttpResponse]:
    """Marks a view that asks `held` first, so that an old form sent to it can be held too."""
    vars(view)["shows_what_is_held"] = True
    return view


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or came from elsewhere.

    From our own page, what was typed is held and shown again to be sent once more. Only a browser can tell
    that it is ours; a form of another site is refused with nothing kept.
    """
    found = request.resolver_match
    if found and getattr(found.func, "shows_what_is_held", False) and _from_our_page(request) and _hold(request):
        return redirect(request.get_full_path())
    return form_too_old(request)


def held(request: HttpRequest, form: Callable[[], HttpResponse], place: str = "") -> HttpResponse | None:
    """The page with what was typed, where this address is the one it was sent to; shown once.

    `form` gives the page of this address: its labels say what is what, or those of the page it was typed on.
    """
    forms: list[dict[str, Any]] = request.session.get(KEY, [])
    if request.method != "GET" or not forms or getattr(request, "only_asked", False):
        return None
    kept = next((one for one in forms if one["address"] == request.get_full_path()), None)
    if kept is None:
        return None
    request.session[KEY] = [one for one in forms if one is not kept]
    asked = _asked(form) or _asked(lambda: _page_at(request, kept["page"])) or Asked()
    told = [
        (asked.labels.get(name, ""), asked.choices.get((name, value), value))
        for name, value in kept["fields"]
        if value and name in asked.labels
    ]
    context = {
        "place": place, "address": kept["address"], "page": kept["page"] or "/p/",
        "fields": kept["fields"], "files": kept["files"],
        "told": told or [("", value) for name, value in kept["fields"] if value and name not in SILENT],
    }  # fmt: skip
    return render(request, "look/held.html", context)


def _hold(request: HttpRequest) -> bool:
    """Keeps the form that was sent; False where there is nothing in it to keep, or too much."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if _is_text(name)]
    if not any(value for name, value in fields if name not in SILENT):
        return False
    address = request.get_full_path()
    own = {
        "address": address, "page": _page_before(request), "fields": fields, "files": bool(request.FILES),
    }  # fmt: skip
    others = [one for one in request.session.get(KEY, []) if one["address"] != address]
    forms = [*others[1 - MOST :], own]
    while forms and sum(map(_length, forms)) > LONGEST:
        forms = forms[1:]
    request.session[KEY] = forms
    return own in forms


def _length(form: dict[str, Any]) -> int:
    return sum(len(name) + len(str(value)) for name, value in form["fields"])


def _is_text(name: str) -> bool:
    return name != "csrfmiddlewaretoken" and "password" not in name


def _from_our_page(request: HttpRequest) -> bool:
    sent_by = request.headers.get("Sec-Fetch-Site")
    return (
        sent_by == "same-origin"
        if sent_by
        else request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    )


def _page_before(request: HttpRequest) -> str:
    """The address of our page that a request came from; empty where it came from elsewhere."""
    before = urlsplit(request.headers.get("Referer", ""))
    # "//elsewhere" would lead to another host.
    if before.netloc != request.get_host() or not before.path.startswith("/") or before.path.startswith("//"):
        return ""
    return before.path + (f"?{before.query}" if before.query else "")


def _asked(page: Callable[[], HttpResponse]) -> Asked | None:
    """What a page asks, if it opens for this reader and asks anything."""
    try:
        answer = page()
    except (Http404, Refused):
        return None
    if answer.status_code != HTTPStatus.OK or answer.streaming or not answer["Content-Type"].startswith("text/html"):
        return None
    asked = asked_on(answer.content.decode())
    return asked if asked.labels else None


def _page_at(request: HttpRequest, address: str) -> HttpResponse:
    """Another page of ours as its reader sees it."""
    path, _, query = address.partition("?")
    try:
        found = resolve(path)
    except Resolver404:
        return HttpResponse("")
    if not getattr(found.func, "shows_what_is_held", False):
        return HttpResponse("")
    asking = copy(request)
    asking.path = asking.path_info = path
    asking.GET = QueryDict(query)
    # A form that is held for that page as well stays held until somebody opens it.
    vars(asking)["only_asked"] = True
    page: HttpResponse = found.func(asking, *found.args, **found.kwargs)
    return page
