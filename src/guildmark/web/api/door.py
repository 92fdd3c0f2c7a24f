"""The door of the API: anyone, from any page, without a cookie; what is not there is refused."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt

from guildmark.errors import Fault, Place
from guildmark.web.api.problems import problem
from guildmark.words import say

View = Callable[..., HttpResponse]
A_DAY = 86_400


def nothing_here(_request: HttpRequest, rest: str = "") -> HttpResponse:
    """Every other address under /api/v1/."""
    return problem(404, Fault("api.not_found", say("There is nothing here. See /api/v1/ for what there is.")))


def too_large() -> HttpResponse:
    """413."""
    return problem(413, Fault("api.body.size", say("A record has at most 5 MB. This one is larger.")))


def guarded(view: View, methods: Collection[str] | None = None, cors: bool = True) -> View:
    """A view with what every address of the API has in common; `methods` are those it takes, None all."""

    @csrf_exempt
    @wraps(view)
    def through(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "OPTIONS" and methods:
            return _open(_preflight(methods))
        head = request.method == "HEAD"
        if head:
            request.method = "GET"
        answer = _answered(view, request, methods, args, kwargs)
        if head:
            answer.content = b""
        return _open(answer) if cors else answer

    return through


def _answered(
    view: View, request: HttpRequest, methods: Collection[str] | None, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> HttpResponse:
    if methods and request.method not in methods:
        return _not_allowed(methods)
    answer = view(request, *args, **kwargs)
    return _not_allowed(methods or ()) if isinstance(answer, HttpResponseNotAllowed) else answer


def unknown_parameter(request: HttpRequest, known: Collection[str]) -> HttpResponse | None:
    """422 for a parameter that is not there: whoever mistypes a filter must not get everything."""
    wrong = [name for name in request.GET if name not in known]
    twice = [name for name in request.GET if len(request.GET.getlist(name)) > 1]
    faults = [
        Fault(
            "api.parameter.unknown", say("There is no parameter {name} here.", name=name), Place(path=f"/query/{name}"),
            found=name, accepted=tuple(known),
        )
        for name in wrong
    ] + [
        Fault("api.parameter.twice", say("The parameter {name} stands twice.", name=name), Place(path=f"/query/{name}"))
        for name in twice if name not in wrong
    ]  # fmt: skip
    return problem(422, faults) if faults else None


def _not_allowed(methods: Collection[str]) -> HttpResponse:
    allowed = ", ".join(_with_head(methods))
    answer = problem(405, Fault("api.method", say("Use one of these methods: {methods}.", methods=allowed)))
    answer["Allow"] = allowed
    return answer


def _with_head(methods: Collection[str]) -> list[str]:
    return [*methods, *(["HEAD"] if "GET" in methods else []), "OPTIONS"]


def _preflight(methods: Collection[str]) -> HttpResponse:
    answer = HttpResponse(status=204)
    answer["Allow"] = answer["Access-Control-Allow-Methods"] = ", ".join(_with_head(methods))
    answer["Access-Control-Allow-Headers"] = "Accept, Accept-Language, Content-Type"
    answer["Access-Control-Max-Age"] = str(A_DAY)
    return answer


def _open(answer: HttpResponse) -> HttpResponse:
    """Pages of others may read what is public anyway (docs/api.md, "From a page of your own")."""
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
