"""The REST API, version 1: verify and register, read only; everything else is a problem of status 404."""

from __future__ import annotations

import logging

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import URLPattern, path
from ninja.errors import ValidationError

from guildmark.errors import Fault, Place
from guildmark.web.api import views
from guildmark.web.api.door import guarded, nothing_here, too_large
from guildmark.web.api.operations import api
from guildmark.web.api.problems import problem
from guildmark.words import say

app_name = "api"
_METHODS = {"verify": ("POST",), "register": ("GET",), "entry": ("GET",)}


@api.exception_handler(Http404)
def _missing(request: HttpRequest, _error: Http404) -> HttpResponse:
    return nothing_here(request)


@api.exception_handler(RequestDataTooBig)
def _too_large(_request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
    return too_large()


@api.exception_handler(MultiPartParserError)
@api.exception_handler(TooManyFieldsSent)
@api.exception_handler(TooManyFilesSent)
def _unreadable(_request: HttpRequest, _error: Exception) -> HttpResponse:
    return problem(400, Fault("api.body.multipart", say("The parts of the body cannot be told apart.")))


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [
        Fault(
            "api.parameter",
            say("The parameter {name} cannot be used: {reason}.", name=one["loc"][-1], reason=one["msg"]),
            Place(path="/" + "/".join(str(part) for part in (one["loc"][0], one["loc"][-1]))),
        )
        for one in error.errors
    ]
    return problem(422, faults)


@api.exception_handler(Exception)
def _broken(_request: HttpRequest, error: Exception) -> HttpResponse:
    logging.getLogger(__name__).error("the API failed", exc_info=error)
    return problem(500, Fault("api.unexpected", say("Please try again; if it stays, tell whoever runs this server.")))


def _operations() -> list[URLPattern]:
    found = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name in _METHODS]
    for one in found:
        one.callback = guarded(one.callback, _METHODS[str(one.name)])
    return found


urlpatterns = [
    path("", guarded(views.index, ("GET",)), name="index"),
    path("openapi.json", guarded(views.document, ("GET",)), name="openapi"),
    *_operations(),
    path("<path:rest>", guarded(nothing_here), name="nothing"),
]
