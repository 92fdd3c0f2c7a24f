"""The door of every room: who may come in, by which method."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from guildmark.web.accounts.models import Person
from guildmark.web.look.holding import held, shows_what_is_held, sign_in_first
from guildmark.web.look.refusals import Refused, forbidden
from guildmark.web.partnerships.access import Access, Right, access_to

View = Callable[..., HttpResponse]


def room(*, get: Right | None = Right.SEE, post: Right | None = None) -> Callable[[View], View]:
    """A view `(request, access, **kwargs)` under /p/SLUG/, with the right that each method needs.

    Not signed in: to the sign-in page. No part of the partnership: 404. Without the right: 403 with
    the reason. A method without a right: 405.
    """
    needed = {"GET": get, "HEAD": get, "POST": post}

    def wrap(view: View) -> View:
        @wraps(view)
        def through(request: HttpRequest, slug: str, **kwargs: Any) -> HttpResponse:
            if not isinstance(request.user, Person):
                return sign_in_first(request)
            access: Access = access_to(request.user, slug)
            request.access = access  # type: ignore[attr-defined]  # read by look.frame for the navigation
            right = needed.get(request.method or "")
            try:
                if typed := held(request, lambda: _form(view, request, access, get, kwargs), access.partnership.name):
                    return typed
                if right is None:
                    return HttpResponseNotAllowed([method for method, one in needed.items() if one])
                access.require(right)
                return view(request, access, **kwargs)
            except Refused as refused:
                return forbidden(request, refused)

        return shows_what_is_held(through)

    return wrap


def _form(view: View, request: HttpRequest, access: Access, get: Right | None, kwargs: dict[str, Any]) -> HttpResponse:
    """The page of an address as its reader sees it; an empty one where the address only takes forms."""
    if get is None:
        return HttpResponse("")
    access.require(get)
    return view(request, access, **kwargs)
